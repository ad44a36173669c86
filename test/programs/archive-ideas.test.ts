import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actOnIdea } from '../../src/app/idea/act-on-idea';
import { submitIdea } from '../../src/app/idea/submit-idea';
import { meetPerson } from '../../src/app/person/meet-person';
import type { Command } from '../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person/person';
import { accept } from '../../src/domain/result';
import { runProgram } from '../../testing/processes/run-program';
import { close, reopen, withdraw } from '../../testing/samples/idea/story';
import { exampleFile } from '../../testing/samples/organisation/example-organisation';
import * as undertaking from '../../testing/samples/undertaking/undertaking-story';
import { storesUndertaking } from '../../testing/scenes/undertaking/undertakings';
import { allStored, thoseWith } from '../../testing/storage/all-stored';
import { type OperatorsStorage, startOperatorsStorage } from '../../testing/storage/operators-storage';

const { UNDERTAKING_ID } = undertaking;
const DECISION = 'KS 2026/150 § 60';

describe('what operators do with ideas that have ended', () => {
  let azurite: OperatorsStorage['azurite'];
  let storage: OperatorsStorage['storage'];
  let deps: OperatorsStorage['deps'];
  let folder: OperatorsStorage['folder'];
  let stop: OperatorsStorage['stop'];
  jest.setTimeout(120_000);
  beforeAll(async () => {
    ({ azurite, storage, deps, folder, stop } = await startOperatorsStorage(() => '2021-03-01T09:00:00.000Z'));
    const retention = { ideas: { withdrawn: { destroyAfterYears: 2, decision: DECISION } } };
    await writeFile(join(folder, 'organisation.json'), JSON.stringify({ ...(exampleFile() as object), retention }));
  });
  afterAll(() => stop());

  async function arrives(name: string, email: string): Promise<Person> {
    const { met } = await meetPerson(deps, {
      identity: { tenant: 'orten', objectId: `object-${name}` },
      language: 'sv',
      reach: { serviceUrl: 'https://teams.example', conversation: name, bot: 'bot', user: name, tenant: 'orten' },
      roster: async () => ({ name, emails: [email] }),
    });
    return met.person;
  }
  const employee = () => arrives('Medarbetare', 'medarbetare@soderhamra.example');
  async function acts(person: Person, id: string, command: Command): Promise<void> {
    const request = { id, idempotencyKey: newIdempotencyKey(deps.random), type: command.type };
    const outcome = await actOnIdea(deps, person, { ...request, command: () => accept(command) });
    expect(outcome).toMatchObject({ ok: true });
  }

  async function withdrawn(title: string): Promise<string> {
    const person = await employee();
    const idempotencyKey = newIdempotencyKey(deps.random);
    const words = { title, problem: 'Vi halkar.' };
    const sent = await submitIdea(deps, person, { idempotencyKey, words, confidential: true, department: 'VOO' });
    if (!sent.ok) throw new Error(sent.refusal.code);
    await acts(person, sent.value.id, withdraw);
    return sent.value.id;
  }

  const run = (program: 'archive-ideas' | 'destroy-ideas', ...args: string[]) =>
    runProgram(program, args, {
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
      ORGANISATION_FILE: join(folder, 'organisation.json'),
    });

  it('explain themselves', async () => {
    const [archive, day, retention] = await Promise.all([
      run('archive-ideas'),
      run('archive-ideas', '--before', 'yesterday', '--to', folder),
      run('destroy-ideas', '--write', 'all'),
    ]);
    for (const one of [archive, day])
      expect(one).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run archive -- --before/) });
    expect(retention).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run retention/) });
  });

  it('archive them so that a stranger can check it, and destroy them by the rule when that is done', async () => {
    const id = await withdrawn('Kanariedubbdäck');
    expect((await run('destroy-ideas')).said).toBe(
      `withdrawn: 0 ended more than 2 years ago, by ${DECISION}; 1 wait until they are archived.\nNothing is to be destroyed.\n`,
    );
    const to = join(folder, 'archive');
    const refused = await run('archive-ideas', '--before', '2026-01-01', '--to', folder);
    expect(refused).toMatchObject({ code: 1, complained: expect.stringContaining('holds something else') });

    expect(await run('archive-ideas', '--before', '2026-01-01', '--to', to)).toMatchObject({
      said: expect.stringMatching(/^1 records written to /),
      ...{ complained: '', code: 0 },
    });
    const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: to, encoding: 'utf8' });
    expect(checked.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(4);
    const place = join(to, 'data', 'withdrawn', '2021-03');
    expect((await readdir(place)).sort()).toEqual([`${id}.html`, `${id}.json`, 'record.schema.json'].sort());
    expect(await readFile(join(place, `${id}.html`), 'utf8')).toContain('Kanariedubbdäck');
    expect(JSON.parse(await readFile(join(place, `${id}.json`), 'utf8'))).toMatchObject({
      copy: 'whole',
      idea: { id },
    });
    expect((await run('archive-ideas', '--before', '2026-01-01', '--to', to)).said).toMatch(
      /^0 records .*; 1 had been archived before/,
    );

    expect((await run('destroy-ideas')).said).toContain('To destroy them: npm run retention -- --write 1');
    expect(await run('destroy-ideas', '--write', '2')).toMatchObject({ code: 1 });
    expect(thoseWith(await allStored(storage), ['Kanariedubbdäck'])).not.toEqual([]);
    expect((await run('destroy-ideas', '--write', '1')).said).toMatch(/1 ideas are destroyed, with \d+ rows; 0 had/);
    expect(thoseWith(await allStored(storage), ['Kanariedubbdäck'])).toEqual([]);
    const [, line] = (await run('destroy-ideas', '--reports')).said.split('\n');
    expect(line?.split('\t').slice(1)).toEqual(['withdrawn', '2', DECISION, '1', id]);
  });

  it('archive what stands beside the ideas in the same folder', async () => {
    await storesUndertaking(
      deps,
      UNDERTAKING_ID,
      [undertaking.adder, undertaking.adds()],
      [undertaking.keeper, undertaking.finishes('Nio av tio.')],
    );
    const to = join(folder, 'beside');
    const { said, code } = await run('archive-ideas', '--before', '2027-01-01', '--to', to);
    expect({ said, code }).toMatchObject({ said: expect.stringContaining('records written to'), code: 0 });
    const place = join(to, 'data', 'activities', '2026-11');
    expect(await readFile(join(place, `${UNDERTAKING_ID}.html`), 'utf8')).toContain('Nio av tio.');
    const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: to, encoding: 'utf8' });
    expect(checked).toContain(`activities/2026-11/${UNDERTAKING_ID}.json: OK`);
    expect(checked).toContain('activities/2026-11/neighbour.schema.json: OK');
  });

  it('keep one record of one that was taken up again and has ended in another way', async () => {
    const id = await withdrawn('Kanarievantar');
    const to = join(folder, 'reopened');
    await run('archive-ideas', '--before', '2026-01-01', '--to', to);
    await acts(await employee(), id, reopen);
    const email = deps.directory().department('VOO')?.leaders[0]?.email ?? '';
    await acts(await arrives('Ledare', email), id, close({ reason: 'Det finns redan.' }));
    await run('archive-ideas', '--before', '2026-01-01', '--to', to);
    const files = (await readdir(join(to, 'data'), { recursive: true })).filter((file) => file.includes(id));
    expect(files.sort()).toEqual([`closed/2021-03/${id}.html`, `closed/2021-03/${id}.json`]);
    const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: to, encoding: 'utf8' });
    expect(checked).toContain(`closed/2021-03/${id}.json: OK`);
  });
});
