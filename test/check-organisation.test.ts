import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { nodeArguments } from '../testing/processes/programs';

async function run(...args: string[]) {
  const child = spawn(process.execPath, [...nodeArguments('check-organisation'), ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test' },
  });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { said, complained, code };
}

describe('npm run organisation', () => {
  const example = 'config/organisation.example.json';

  it('says that a file can be used', async () => {
    expect(await run(example)).toEqual({
      said: `${example} can be used: Söderhamra kommun, 14 departments and companies.\n`,
      complained: '',
      code: 0,
    });
  });

  it('lists every fault of a file, chains that are too thin as well, and ends with 1', async () => {
    const file = join(tmpdir(), `idelotsen-checked-${process.pid}.json`);
    const faulty = JSON.parse(readFileSync(example, 'utf8'));
    faulty.innovationOffice = [faulty.innovationOffice[0]];
    faulty.departments[0].headcount = -1;
    faulty.departments[1].managers = [];
    writeFileSync(file, JSON.stringify(faulty));
    const { said, complained, code } = await run(file);
    expect([said, code]).toEqual(['', 1]);
    expect(complained.trimEnd().split('\n')).toEqual([
      'departments[0].headcount: Write at least 0.',
      expect.stringMatching(/^departments\[1\]: Fewer than two different people can decide on money here/),
    ]);
  });

  it('says how to ask when it is given no file', async () => {
    expect(await run()).toMatchObject({ code: 1, complained: expect.stringContaining('npm run organisation -- FILE') });
  });
});
