import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { submitIdea } from '../../src/app/idea/submit-idea';
import { meetPerson } from '../../src/app/person/meet-person';
import { placeName } from '../../src/cards/places';
import { newIdempotencyKey, newPersonRef } from '../../src/domain/ids';
import type { Person } from '../../src/domain/person/person';
import { instantOf } from '../../src/domain/time';
import { OPERATORS } from '../../src/store/privacy/named-exports';
import { runProgram } from '../../testing/processes/run-program';
import { contextFor } from '../../testing/samples/card-context';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { allStored, thoseWith } from '../../testing/storage/all-stored';
import { type OperatorsStorage, startOperatorsStorage } from '../../testing/storage/operators-storage';

const organisation = exampleOrganisation();
const placeOf = (code: string) => placeName(contextFor('en', organisation), { department: code });
const TENANT = 'a1b2c3d4-0000-4000-8000-000000000002';

describe('npm run person', () => {
  let azurite: OperatorsStorage['azurite'];
  let storage: OperatorsStorage['storage'];
  let deps: OperatorsStorage['deps'];
  let folder: OperatorsStorage['folder'];
  let stop: OperatorsStorage['stop'];
  jest.setTimeout(120_000);
  beforeAll(async () => {
    ({ azurite, storage, deps, folder, stop } = await startOperatorsStorage(() => instantOf(Date.now())));
  });
  afterAll(() => stop());

  async function run(...args: string[]) {
    const { said, ...rest } = await runProgram('person-data', args, {
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    });
    return { said: said.trim().split('\n'), ...rest };
  }

  async function arrives(name: string, email: string): Promise<Person> {
    const { met } = await meetPerson(deps, {
      identity: { tenant: TENANT, objectId: `object-${name}` },
      language: 'sv',
      reach: { serviceUrl: 'https://teams.example', conversation: name, bot: 'bot', user: name, tenant: TENANT },
      roster: async () => ({ name, emails: [email] }),
    });
    return met.person;
  }

  it('explains itself, and says where nothing is stored', async () => {
    for (const args of [[], ['show'], ['show', 'nobody'], ['erase', 'a@b.example', '--to', 'x']])
      expect(await run(...args)).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run person/) });
    for (const whom of ['nobody@soderhamra.example', 'pABCDEFGH12345678', `${TENANT}/${TENANT}`])
      expect(await run('show', whom)).toMatchObject({
        code: 1,
        complained: expect.stringMatching(/^Nothing is stored/),
      });
    expect((await run('erase', 'pABCDEFGH12345678', '--confirm', 'pABCDEFGH12345678')).code).toBe(1);
  });

  it('gives all that is stored about somebody, and overwrites no file', async () => {
    const person = await arrives('Kanarie Handläggare', 'kanarie@soderhamra.example');
    const submitted = await submitIdea(deps, person, {
      idempotencyKey: newIdempotencyKey(deps.random),
      words: { title: 'Låt cyklarna få dubbdäck', problem: 'Vi halkar.' },
      confidential: false,
      department: 'VOO',
    });
    expect(submitted.ok).toBe(true);
    const shown = await run('show', 'Kanarie@Soderhamra.example');
    expect(shown.code).toBe(0);
    expect(shown.complained).toContain('Somebody’s data were shown by the data protection officer’s command');
    expect(shown.complained).not.toContain('Kanarie');
    expect(shown.said.join('\n')).toMatch(/MINA UPPGIFTER[\s\S]*Kanarie Handläggare[\s\S]*Låt cyklarna få dubbdäck/);
    const to = join(folder, 'kanarie.txt');
    expect((await run('show', person.ref, '--to', to)).code).toBe(0);
    expect(await readFile(to, 'utf8')).toContain('Vi halkar.');
    expect((await stat(to)).mode & 0o077).toBe(0);
    await writeFile(to, 'another');
    expect(await run('show', person.ref, '--to', to)).toMatchObject({ code: 1 });
    expect(await readFile(to, 'utf8')).toBe('another');
  });

  it('says what it would erase, and erases it when the answer of that look is given, without a name in the log', async () => {
    const person = await arrives('Lämnat Arbetet', 'lamnat@soderhamra.example');
    const dry = await run('erase', 'lamnat@soderhamra.example');
    expect(dry).toMatchObject({ code: 0, complained: '' });
    expect(dry.said).toEqual(
      expect.arrayContaining([
        `Lämnat Arbetet (${person.ref}, lamnat@soderhamra.example)`,
        expect.stringMatching(/^Goes: name, addresses/),
        expect.stringMatching(/^Stays: ideas, answers and comments.*arkivlagen 10 §/),
        `Nothing is changed. To erase: npm run person -- erase lamnat@soderhamra.example --confirm ${person.ref}`,
      ]),
    );
    expect((await run('erase', 'lamnat@soderhamra.example', '--confirm', 'yes')).code).toBe(1);
    expect(await deps.people.byRef(person.ref)).toBeDefined();

    const done = await run('erase', 'lamnat@soderhamra.example', '--confirm', person.ref);
    expect(done).toMatchObject({ code: 0, said: expect.arrayContaining(['Everything is erased.']) });
    expect(done.complained).toContain(person.ref);
    expect(done.complained).not.toMatch(/Lämnat|lamnat/);
    expect(thoseWith(await allStored(storage), ['Lämnat Arbetet', 'lamnat@'])).toEqual([]);
    expect((await run('erase', 'lamnat@soderhamra.example', '--confirm', person.ref)).code).toBe(1);
  });

  it('finds somebody who was only named by an address, or picked in Teams, and leaves nothing of them', async () => {
    const email = 'bara.namnd@soderhamra.example';
    const ref = await deps.people.refOf({ email, name: 'Bara Nämnd' }, () => newPersonRef(deps.random));
    expect((await run('erase', email)).said[0]).toBe(`Bara Nämnd (${ref}, ${email}), who was only named`);
    expect((await run('erase', email, '--confirm', ref)).code).toBe(0);

    const identity = { tenant: TENANT, objectId: 'a1b2c3d4-0000-4000-8000-000000000009' };
    const picked = await deps.people.refOfPicked(identity, () => newPersonRef(deps.random));
    const whom = `${identity.tenant}/${identity.objectId}`;
    expect((await run('show', whom)).said.join('\n')).toContain(picked);
    expect((await run('erase', whom, '--confirm', picked)).code).toBe(0);
    expect(thoseWith(await allStored(storage), ['Nämnd', email, identity.objectId])).toEqual([]);
  });

  it('says that the organisation file names somebody, who comes back by it', async () => {
    const email = 'innovationsledare.vard@soderhamra.example';
    await arrives('Innovationsledare Vård', email);
    const { said } = await run('erase', email);
    expect(said).toContainEqual(expect.stringMatching(/^The organisation file says: /));
  });

  it('tells who has taken out files with names, when, and of what', async () => {
    expect((await run('exports')).said).toEqual(['Nobody has taken out a file with names.']);
    const person = await arrives('Innovationsenheten', 'innovationschef@soderhamra.example');
    const at = '2026-11-26T09:00:00.000Z';
    await deps.namedExports.note({ by: person.ref, at, format: 'xlsx' }, 'TOKEN');
    await deps.namedExports.note({ by: person.ref, at, format: 'xlsx' }, 'TOKEN');
    await deps.namedExports.note(
      { by: OPERATORS, at, format: 'csv', department: 'VOO', from: '2026-01-01', to: '2026-06-30' },
      'OTHER',
    );
    const { said, code } = await run('exports');
    const town = organisation.municipality.name;
    expect({ said, code }).toEqual({
      said: [
        `2026-11-26 10:00 An operator, by npm run export: ${placeOf('VOO')}, from 2026-01-01, to 2026-06-30, csv`,
        `2026-11-26 10:00 Innovationsenheten (${person.ref}): ${town}, xlsx`,
        '2 in all.',
      ],
      code: 0,
    });
    expect((await run('exports', 'innovationschef@soderhamra.example')).code).toBe(1);
    expect((await run('show', person.ref)).said.join('\n')).toMatch(
      /FILER MED NAMN SOM DU HAR HÄMTAT\s+- 2026-11-26 10:00 .*\(xlsx\)/,
    );
  });
});
