import { type ExistingEntry, enterExisting } from '../../../src/app/existing/enter-existing';
import {
  faultsOfPeople,
  type ImportOptions,
  importExisting,
  type RowOutcome,
} from '../../../src/app/existing/import-existing';
import { type ExistingRow, type RowFault, readRow } from '../../../src/domain/existing/rows';
import { newIdempotencyKey } from '../../../src/domain/ids';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { applyChange } from '../../../src/domain/organisation/overlay/apply';
import type { Person } from '../../../src/domain/person/person';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { addressOf } from '../../../testing/scenes/city-people';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';
import { allStored } from '../../../testing/storage/all-stored';

let scene: Scene;
let leader: Person;
beforeAll(async () => {
  scene = await openScene();
  leader = await scene.arrives('leader', { department: 'VOO' });
});

const words = { title: 'Sensorer i soptunnor', problem: 'Tunnorna töms fast de är halvtomma.' };
const entry = (more: Partial<ExistingEntry> = {}): ExistingEntry => ({
  ...{ idempotencyKey: newIdempotencyKey(scene.deps.random), stage: 'inUse', words },
  ...more,
});
const enters = (more: Partial<ExistingEntry> = {}, person = leader) => enterExisting(scene.deps, person, entry(more));

describe('entering what exists already', () => {
  it('is one idea for one form, also when it arrives many times at once', async () => {
    const same = entry();
    const all = await Promise.all(Array.from({ length: 5 }, () => enterExisting(scene.deps, leader, same)));
    expect(new Set(all.map((one) => one.ok && one.value.idea.id)).size).toBe(1);
    expect(all.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
  });

  it('is judged by who somebody is now, and not by what the form says', async () => {
    const employee = await scene.arrives('employee', { department: 'VOO' });
    expect(await enters({ department: 'VOO' }, employee)).toEqual({ ok: false, refusal: { code: 'notAllowed' } });
    expect(await enters({ department: 'MIL' })).toEqual({ ok: false, refusal: { code: 'notYourDepartment' } });
    expect(await enters({ department: 'XXX' })).toEqual({ ok: false, refusal: { code: 'unknownDepartment' } });
    expect((await enters({ department: 'MIL' }, await scene.arrives('office'))).ok).toBe(true);
    expect((await enters({}, await scene.arrives('manager', { department: 'VOO' }))).ok).toBe(true);
  });

  it('is no operation of somebody else', async () => {
    const { idempotencyKey } = entry();
    await enters({ idempotencyKey });
    const other = await scene.arrives('office');
    expect(await enters({ idempotencyKey, department: 'VOO' }, other)).toEqual({
      ...{ ok: false, refusal: { code: 'stale' } },
    });
  });

  it('asks the contact, who has to be a colleague', async () => {
    expect(await enters({ contact: 'nobody@elsewhere.example' })).toEqual({
      ...{ ok: false, refusal: { code: 'unknownColleague' } },
    });
    const entered = await enters({ contact: addressOf('office') });
    expect(entered.ok && entered.value.idea.owner?.accepted).toBe(false);
    const own = await enters({ contact: 'me' });
    expect(own.ok && own.value.idea.owner).toEqual({ person: leader.ref, accepted: true });
  });
});

describe('importing a file', () => {
  const by = addressOf('leader');
  const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
    ...{ by, source: 'test', write: true, pause: async () => undefined },
    ...more,
  });
  const row = (number: number, more: Partial<ExistingRow> = {}): ExistingRow => ({
    ...{ number, department: 'VOO', stage: 'inUse', words: { ...words, title: `Lösning ${number}` } },
    ...more,
  });
  const run = async (rows: ExistingRow[], more: Partial<ImportOptions> = {}): Promise<RowOutcome[]> => {
    const outcomes: RowOutcome[] = [];
    for await (const outcome of importExisting(scene.deps, rows, options(more))) outcomes.push(outcome);
    return outcomes;
  };
  const kinds = (outcomes: readonly RowOutcome[]) => outcomes.map(({ kind }) => kind);
  const faultsOf = (outcomes: readonly RowOutcome[]) =>
    outcomes.flatMap((one) => (one.kind === 'fault' ? one.faults.map(({ message }) => message) : []));
  beforeEach(async () => {
    scene = await openScene();
    leader = await scene.arrives('leader');
  });

  it('writes nothing until it is told to', async () => {
    const before = await allStored(scene.storage);
    expect(kinds(await run([row(2), row(3)], { write: false }))).toEqual(['ready', 'ready']);
    expect(await allStored(scene.storage)).toEqual(before);
  });

  it('writes each row once, however often it is run', async () => {
    const rows = [row(2), row(3, { id: '7' }), row(4, { stage: 'closed', words: { ...words, lesson: 'För dyrt.' } })];
    expect(kinds(await run(rows))).toEqual(['written', 'written', 'written']);
    const before = await allStored(scene.storage);
    const again = await run(rows);
    expect(kinds(again)).toEqual(['before', 'before', 'before']);
    expect(await allStored(scene.storage)).toEqual(before);
  });

  it('writes no row again whose department has become a part of another since', async () => {
    const rows = [row(2), row(3, { id: '7' })];
    expect(kinds(await run(rows))).toEqual(['written', 'written']);
    const name = { sv: 'Vård och omsorg', en: 'Health and Social Care' };
    const change = { kind: 'merge', department: 'VOO', into: 'MIL', name, people: true } as const;
    const after = applyChange(exampleOrganisation(), change);
    if (!after.ok) throw new Error(after.refusal.code);
    const directory = createDirectory(after.value);
    const deps = { ...scene.deps, directory: () => directory };
    const outcomes: RowOutcome[] = [];
    const now = [...rows, row(4)].map((one) => ({ ...one, department: 'MIL' }));
    for await (const outcome of importExisting(deps, now, options())) outcomes.push(outcome);
    expect(kinds(outcomes)).toEqual(['before', 'before', 'written']);
  });

  it('goes on where it was killed between two rows', async () => {
    const rows = [2, 3, 4, 5].map((number) => row(number));
    const killed = importExisting(scene.deps, rows, options());
    await killed.next();
    await killed.next();
    await killed.return(undefined);
    expect(kinds(await run(rows))).toEqual(['before', 'before', 'written', 'written']);
    expect(await scene.deps.ideas.mine(leader.ref, 100)).toHaveLength(4);
  });

  it('is one idea a row where two runs meet', async () => {
    const rows = [2, 3, 4].map((number) => row(number));
    await Promise.all([run(rows), run(rows)]);
    expect(await scene.deps.ideas.mine(leader.ref, 100)).toHaveLength(3);
  });

  it('loses one row to what is odd, and goes on', async () => {
    const outcomes = await run([
      row(2, { contact: 'nobody@elsewhere.example' }),
      row(3, { by: 'nobody@elsewhere.example' }),
      row(4, { department: 'MIL' }),
      row(5, { stage: 'piloting' }),
      row(6),
      row(7, { words: { ...words, title: 'Lösning 6' } }),
    ]);
    expect(kinds(outcomes)).toEqual(['fault', 'fault', 'fault', 'fault', 'written', 'fault']);
    expect(faultsOf(outcomes).map((message) => message.split(' ').slice(0, 4).join(' '))).toEqual([
      ...['is no colleague’s address:', 'names nobody whom the', 'is Innovationsledare Vård, who'],
      ...['is refused (badDate end):', 'is the same as'],
    ]);
  });

  it('says everything about a row at once: of who enters it and of its contact, also where its words are wrong', async () => {
    const strangers = { by: 'ingen@nagonannanstans.example', contact: 'okand@nagonannanstans.example' };
    const [entered] = await run([row(2, strangers)], { write: false });
    const ofBoth = entered?.kind === 'fault' ? entered.faults : [];
    expect(ofBoth.map(({ column }) => column)).toEqual(['by', 'contact']);
    const read = readRow(
      { number: 3, cells: { ...strangers, department: 'VOO', stage: 'används', title: '', problem: 'Bilarna står.' } },
      { directory: scene.deps.directory(), today: '2026-11-02', sure: [] },
    );
    const faulty = 'people' in read ? read : undefined;
    expect(faulty?.faults.map(({ column }) => column)).toEqual(['title']);
    const more: RowFault[] = [];
    for await (const one of faultsOfPeople(scene.deps, faulty ? [faulty.people] : [], by)) more.push(one);
    expect(more.map(({ row: number, column }) => [number, column])).toEqual([
      [3, 'by'],
      [3, 'contact'],
    ]);
  });

  it('says so when an id has been given to something else', async () => {
    await run([row(2, { id: '1' })]);
    const outcomes = await run([row(2, { id: '1', words: { ...words, title: 'Något annat' } })]);
    expect(faultsOf(outcomes)[0]).toMatch(/^has been written before as “Lösning 2”/);
    expect(kinds(await run([row(2, { id: '1' })], { source: 'another' }))).toEqual(['written']);
  });

  it('costs a row where storage fails for a moment, and ends where it is gone', async () => {
    const rows = [2, 3, 4].map((number) => row(number));
    let fails = 1;
    const { commits } = scene.deps;
    const effectOf: typeof commits.effectOf = async (key) => {
      if (fails-- > 0) throw new Error('No route to storage');
      return commits.effectOf(key);
    };
    const deps = { ...scene.deps, commits: { ...commits, effectOf } };
    const outcomes: RowOutcome[] = [];
    for await (const outcome of importExisting(deps, rows, options())) outcomes.push(outcome);
    expect(kinds(outcomes)).toEqual(['fault', 'written', 'written']);
    fails = 100;
    const many = Array.from({ length: 9 }, (_, at) => row(at + 10));
    const ends = (async () => {
      for await (const _ of importExisting(deps, many, options()));
    })();
    await expect(ends).rejects.toThrow('No route to storage');
  });

  it('asks about what came in one night on many days', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => row(at + 2));
    await run(rows);
    const mine = await scene.deps.ideas.mine(leader.ref, 100);
    const ideas = await scene.deps.ideas.loadAll(mine.map(({ id }) => id));
    expect(new Set(ideas.map(({ followUpOn }) => followUpOn)).size).toBeGreaterThan(6);
  });
});
