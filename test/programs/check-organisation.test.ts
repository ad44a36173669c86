import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeps } from '../../src/app/deps';
import { changeOrganisation } from '../../src/app/organisation/change-organisation';
import { readInForce } from '../../src/app/organisation/in-force';
import { takeIn } from '../../src/app/organisation/take-in';
import { heldFirst } from '../../src/domain/organisation/sources/group-posts';
import { groupLines, unseenGroupLines } from '../../src/programs/organisation-report';
import { openOrganisationVersions } from '../../src/store/organisation/versions';
import { openStorage } from '../../src/store/storage';
import { runProgram } from '../../testing/processes/run-program';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { startOwnAzurite } from '../../testing/storage/storage';

const run = (...args: string[]) => runWith({}, ...args);

const runWith = (env: Record<string, string>, ...args: string[]) => runProgram('check-organisation', args, env);

describe('npm run organisation', () => {
  const example = 'config/organisation.example.json';

  it('says that a file can be used', async () => {
    const [checked, same] = await Promise.all([run(example), run('check', example)]);
    expect(checked).toEqual({
      said: `${example} can be used: Söderhamra kommun, 14 departments and companies.\n`,
      complained: '',
      code: 0,
    });
    expect(same).toEqual(checked);
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

  it('says of posts that groups have what a look has found, and of which nobody has looked yet', async () => {
    const group = '00000000-0000-0000-0000-00000000aaaa';
    const one = { group, people: [], come: [], gone: [], leftOut: 0 };
    const come = [{ name: 'Ny', email: 'ny@ort.example' }];
    const looked = {
      version: 7,
      groups: [
        { ...one, post: 'MIL.leaders', found: 'changed' as const, come, leftOut: 2 },
        { ...one, post: 'VOO.deputies', found: 'unreadable' as const, why: 'there is no such group' },
      ],
    };
    expect(groupLines(looked, true)).toEqual([
      'MIL.leaders: changes, ny@ort.example in, 2 members can have no post.',
      expect.stringMatching(/^VOO\.deputies: the group cannot be read.*\(there is no such group\)\.$/),
      'In force as version 7: every instance has it within five seconds.',
    ]);
    const example = exampleOrganisation();
    const departments = example.departments.map((department) => ({ ...department, leaders: [] }));
    const posts = [{ post: 'leaders' as const, department: 'MIL', group, title: 'Innovationsledare' }];
    const sources = { places: {}, graph: { department: 'department' as const, posts } };
    expect(unseenGroupLines({ ...example, departments, sources }, [])).toEqual([
      expect.stringMatching(/^MIL\.leaders: whoever is in the group/),
    ]);
    // As the file before it had them.
    const held = heldFirst({ ...example, departments, sources }, [], [example]);
    expect(held[0]?.people).toEqual(
      example.departments.find(({ code }) => code === 'MIL')?.leaders.map(({ name, email }) => ({ name, email })),
    );
    expect(unseenGroupLines({ ...example, departments, sources }, held)).toEqual([
      expect.stringMatching(/Until then it stays with who has it\.$/),
    ]);
    expect(await run('groups')).toMatchObject({ code: 1, complained: expect.stringContaining('set MicrosoftAppId') });
  });

  it('says what a file would change, puts it in force, and gives it back with what was changed in the chat', async () => {
    const azurite = await startOwnAzurite();
    const { connectionString } = azurite;
    const folder = mkdtempSync(join(tmpdir(), 'idelotsen-'));
    const [changed, out] = [join(folder, 'changed.json'), join(folder, 'out.json')];
    const env = { AZURE_STORAGE_CONNECTION_STRING: connectionString, ORGANISATION_FILE: example };
    const storage = openStorage({ connectionString });
    await storage.prepare();
    const versions = openOrganisationVersions(storage, 'soderhamra');
    const now = () => '2026-11-26T09:00:00.000Z';
    const raw = JSON.parse(readFileSync(example, 'utf8'));
    const text = JSON.stringify(raw);
    await takeIn({ versions, code: 'soderhamra', now }, { raw, text, hash: 'example' });
    const deps = openDeps(storage, { organisation: exampleOrganisation, now, random: (size) => randomBytes(size) });
    const [executive, care] = raw.departments;
    const aliases = (department: string, now: string[]) => ({ kind: 'aliases' as const, department, was: [], now });
    const made = { by: 'pLEADER', why: 'chat' };
    await changeOrganisation(deps, aliases('VOO', ['vård', 'hemtjänst']), { ...made, idempotencyKey: 'A' });
    await changeOrganisation(deps, aliases('KLK', ['ledningen']), { ...made, idempotencyKey: 'B' });

    const nia = { name: 'Ny Ledare', email: 'ny.ledare@soderhamra.example', title: 'Innovationsledare' };
    executive.leaders = [nia];
    executive.aliases = ['huset'];
    care.headcount += 1;
    writeFileSync(changed, JSON.stringify(raw));
    const said = [
      'VOO: headcount changed.',
      'KLK leaders: innovationsledare.kommunledning@soderhamra.example out, ny.ledare@soderhamra.example in.',
      'aliases.KLK: was changed in the chat, and the file says something else: the chat counts until the office answers.',
    ].sort();
    const diff = await runWith(env, 'diff', changed);
    expect(diff).toMatchObject({ complained: '', code: 0 });
    expect(diff.said.trimEnd().split('\n').sort()).toEqual(said);
    expect((await versions.inForce())?.number).toBe(3);

    const applied = await runWith(env, 'apply', changed);
    expect(applied.said).toContain('is in force as version 4');
    expect(await versions.inForce()).toMatchObject({ number: 4, changes: [{ id: 'A' }, { id: 'B', asked: true }] });

    const exported = await runWith(env, 'export', out);
    expect(exported.said).toContain('with 2 changes');
    const whole = readFileSync(out, 'utf8');
    const file = { raw: JSON.parse(whole), text: whole, hash: 'out' };
    expect(await takeIn({ versions, code: 'soderhamra', now }, file)).toMatchObject({ kind: 'taken', lost: [] });
    // All that was changed in the chat is part of the file.
    expect(await versions.inForce()).toMatchObject({ number: 5, changes: [] });
    const inForce = await readInForce(versions, 'soderhamra');
    expect(inForce?.ok && inForce.organisation.departments[0]).toMatchObject({
      leaders: [nia],
      aliases: ['ledningen'],
    });
    await azurite.stop();
  }, 60_000);
});
