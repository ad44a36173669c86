import { decide } from '../../../src/domain/idea/decide.js';
import { defaultPreferences, type Person } from '../../../src/domain/person/person.js';
import { dayOf } from '../../../src/domain/time.js';
import { openCommits } from '../../../src/store/commit.js';
import { openDeliveries, owed, type Subject, states } from '../../../src/store/delivery/deliveries.js';
import { openOutbox } from '../../../src/store/delivery/outbox.js';
import { openRuns } from '../../../src/store/delivery/runs.js';
import { openSentCards } from '../../../src/store/delivery/sent-cards.js';
import { openShown } from '../../../src/store/delivery/shown.js';
import { openDue } from '../../../src/store/due.js';
import { openFollows } from '../../../src/store/idea/follows.js';
import { openIdeas } from '../../../src/store/idea/ideas.js';
import { openReports } from '../../../src/store/idea/reports.js';
import * as keys from '../../../src/store/keys.js';
import { openAccounts } from '../../../src/store/person/accounts.js';
import { openMarks } from '../../../src/store/person/marks.js';
import { openNewcomers } from '../../../src/store/person/newcomers.js';
import { openPeople, type StoredPerson } from '../../../src/store/person/people.js';
import { openShared } from '../../../src/store/shared.js';
import { openSteps, type Step } from '../../../src/store/steps.js';
import type { Storage } from '../../../src/store/storage.js';
import { openTraces } from '../../../src/store/traces.js';
import * as story from '../../samples/idea/story.js';

export const TOWN = 'orten';
export const [ID, OTHER, THIRD] = ['K7M4QX', 'Q4X7MK', 'A2A2A2'] as const;
export const NOW = '2026-11-16T08:00:00.000Z';
export const PARTITIONS = 4;
const identityOf = (name: string) => ({ tenant: 'tenant-1', objectId: `object-${name}` });
const reach = {
  serviceUrl: 'https://teams.example',
  conversation: 'a:1',
  bot: '28:1',
  user: '29:1',
  tenant: 'tenant-1',
};

/** The stores with everything that they need given, so that what they write is always the same. */
function openAll(storage: Storage) {
  let count = 0;
  const random = (size: number) => Buffer.alloc(size, ++count);
  const newMark = () => `MARK${++count}`;
  return {
    ...{ ideas: openIdeas(storage, TOWN, () => story.setting), commits: openCommits(storage, TOWN) },
    ...{ steps: openSteps(storage, TOWN), due: openDue(storage, TOWN), outbox: openOutbox(storage, TOWN) },
    ...{ follows: openFollows(storage, TOWN), reports: openReports(storage, TOWN), traces: openTraces(storage, TOWN) },
    ...{ sentCards: openSentCards(storage, TOWN), shown: openShown(storage, TOWN) },
    ...{ people: openPeople(storage, TOWN), accounts: openAccounts(storage, TOWN) },
    ...{ newcomers: openNewcomers(storage, TOWN), marks: openMarks(storage, TOWN, random) },
    deliveries: openDeliveries(storage, TOWN, newMark, PARTITIONS),
    ...{ runs: openRuns(storage, TOWN, newMark), shared: openShared(storage, TOWN) },
  };
}
type All = ReturnType<typeof openAll>;

const person = (name: string, more: Partial<Person> = {}): Person => ({
  ref: `p${name.toUpperCase()}`,
  identity: identityOf(name),
  name: `${name} exempel`,
  emails: [`${name}@ort.example`],
  language: 'sv',
  guest: false,
  languageChosen: false,
  preferences: defaultPreferences,
  welcomed: ['member'],
  disowned: [],
  ...more,
});

async function tell(all: All, id: string, steps: readonly story.Step[]): Promise<void> {
  for (const [who, command, world = story.setting] of steps) {
    const before = await all.ideas.load(id);
    const decision = decide(command, before?.idea, who, world);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
    const operation = { idempotencyKey: `OP.${id}.${(before?.idea.seq ?? 0) + 1}`, shownIn: '1:1' };
    await all.commits.commit(all.ideas.write({ before, id, events: [decision.value] }), operation);
  }
}

/** Writes at least one row of every kind that there is, as the stores write them. Names nobody who exists. */
export async function writeSampleRows(storage: Storage): Promise<void> {
  const all = openAll(storage);
  const { ideas, commits, steps, outbox, follows, reports, sentCards, shown, people, accounts, newcomers } = all;
  await tell(all, ID, [
    ...story.standings.scaling,
    [story.stranger, story.comment()],
    [story.leader, story.hideComment()],
    [story.stranger, story.comment('Gäller det oss också?')],
    [story.adopter, story.adopt(), story.on('2027-04-01')],
  ]);
  const made = (id: string, more = {}): story.Step => [story.submitter, story.submit({ id, ...more })];
  await tell(all, OTHER, [made(OTHER), [story.leader, story.ask()]]);
  await tell(all, THIRD, [made(THIRD), [story.leader, story.proposeMerge(OTHER)]]);
  const before = await ideas.load(OTHER);
  const merged = decide(story.comment(), before?.idea, story.stranger, story.setting);
  if (!merged.ok) throw new Error(merged.refusal.code);
  const step: Step = { name: 'absorb', id: OTHER, seq: 3, to: ID, by: 'pLEADER', data: '{"posts":[],"marks":[]}' };
  await commits.commit(ideas.write({ before, id: OTHER, events: [merged.value] }), { idempotencyKey: 'OP.STEP', step });
  await steps.list(1);
  const [first] = await outbox.list(1);
  if (first) await outbox.failed(first, 'Error', true);
  const [second] = await outbox.list(1);
  if (second) await outbox.failed(second, 'Error', false);

  await follows.add(ID, 'pSTRANGER');
  await reports.add(ID, 'pSTRANGER', 2);
  const stands = { person: 'pLEADER', conversation: 'a:1', activity: '1:1' };
  await sentCards.put({ record: 'idea', id: ID, ...stands, decisionVersion: 3, seq: 7 });
  await shown.add({ ...stands, records: [{ record: 'idea', id: ID }], card: 'titles' });

  const one: StoredPerson = { person: person('one', { department: 'VOO', awayUntil: '2026-12-01' }), reach };
  await people.save({ ...one, refusedOn: [dayOf(NOW, 'Europe/Stockholm')] }, undefined);
  await people.refOf({ email: 'named@ort.example', name: 'named exempel' }, () => 'pNAMED');
  await people.refOfPicked(identityOf('picked'), () => 'pPICKED');
  await people.save({ person: person('new') }, undefined, [], { of: 'pONE', at: NOW });
  await people.save({ person: person('early'), reach }, undefined);
  await people.save({ person: person('late'), reach }, undefined);
  const [gone, stays] = [await people.byRef('pEARLY'), await people.byRef('pLATE')];
  if (!gone || !stays) throw new Error('Nobody is there');
  await accounts.unite({ gone, stays, as: { person: { ...stays.person, also: ['pEARLY'] }, reach }, since: NOW });
  await people.save({ person: person('left') }, undefined);
  const held = [{ role: 'office' as const, place: { sv: 'Kontoret', en: 'The office' } }];
  await people.leave('pLEFT', NOW, ({ name }) => ({ name, held }), ['mMARK']);
  await people.noteDecided('pLEFT', { posts: held, until: '2026-11-16' });
  await people.settled('pLEFT');
  await newcomers.note({ identity: identityOf('newcomer'), reach, language: 'sv' }, NOW);

  for (const [run, subject] of Object.entries(subjects)) {
    await all.deliveries.add([owed({ person: 'pONE', run }, subject, NOW, NOW)]);
  }
  for (const state of states) {
    const ended = owed({ person: 'pTWO', run: keys.eventRun(ID, states.indexOf(state)) }, notice, NOW, NOW);
    const sending = state === 'sending' && { owner: 'OWNER', deadline: '2026-11-16T08:00:30.000Z' };
    await all.deliveries.add([{ ...ended, state, asks: true, onceMore: true, reason: 'why', ...sending }]);
  }
  await all.runs.claim('digest', '2026-W47', NOW, 1000);
  await all.runs.note('digest', '2026-W47', { plannedAt: NOW, recipients: 2 });
  await all.shared.change('sample', () => ({ value: 1 }));
  await all.marks.ready();
}

const notice = { kind: 'notice', record: 'idea', id: ID, seq: 2, as: 'submitter' } as const;
/** What is owed, one of each kind, by the run of which it is. */
const subjects: Record<string, Subject> = {
  [keys.eventRun(ID, 2)]: notice,
  [keys.updateRun(ID, '1:1')]: {
    ...{ kind: 'update', record: 'idea', id: ID, seq: 2, conversation: 'a:1', activity: '1:1', card: 'titles' },
  },
  [keys.dailyRun('2026-11-17')]: { kind: 'daily' },
  [keys.receiptRun({ id: ID, seq: 1 })]: { kind: 'receipt', record: 'idea', id: ID, seq: 1 },
  [keys.receiptRun({ activity: 'ABC' })]: { kind: 'receipt' },
  [keys.welcomeRun(['member'])]: { kind: 'welcome' },
  [keys.arrivalRun]: { kind: 'arrival' },
  [keys.catchUpRun(NOW)]: { kind: 'catchUp', records: `idea.${ID} idea.${OTHER}` },
  [keys.digestRun('2026-W47')]: { kind: 'digest', week: '2026-W47' },
  [keys.noteRun('moved', 'pEARLY')]: { kind: 'note', note: 'moved', about: 'pEARLY' },
};

/** What every reader of the stores makes of the rows, by the reader's name; without versions, which are storage's own. */
export async function readSampleRows(storage: Storage): Promise<Record<string, unknown>> {
  const all = openAll(storage);
  const { ideas, people, deliveries } = all;
  const later = '2036-01-01T00:00:00.000Z';
  const values = {
    ideas: await Promise.all([ID, OTHER, THIRD].map((id) => ideas.load(id))),
    histories: await Promise.all([ID, OTHER, THIRD].map((id) => ideas.history(id))),
    log: await ideas.log('2026-01-01T00:00:00.000Z', later),
    due: await all.due.by(later),
    mine: await ideas.mine('pSUBMITTER', 10),
    waiting: [await ideas.allWaiting(), await ideas.allAsked(), await ideas.allAdopted()],
    open: await ideas.newestOpen(['VOO'], 10),
    openNow: await ideas.open(),
    weeks: await ideas.week('2026-W47'),
    talk: await ideas.talk('pSUBMITTER'),
    offers: await ideas.offers(OTHER),
    effect: await all.commits.effectOf(`OP.${ID}.1`),
    outbox: [await all.outbox.list(100), await all.outbox.stuck()],
    steps: await all.steps.list(10),
    follows: await all.follows.of(ID),
    reports: await all.reports.of(ID, 2),
    traces: [await all.traces.of('pLEADER'), await all.traces.of('pSTRANGER')],
    sentCards: await all.sentCards.of(ID),
    shown: await all.shown.of(ID),
    people: await Promise.all(['pONE', 'pNAMED', 'pPICKED', 'pEARLY'].map((ref) => people.byRef(ref))),
    byIdentity: [await people.byIdentity(identityOf('one')), await people.picked(identityOf('picked'))],
    contacts: [...(await people.contacts(['one@ort.example', 'named@ort.example', 'late@ort.example']))],
    names: [...(await people.namesOf(['pONE', 'pLEFT']))],
    leaving: await people.leaving(),
    accounts: [await all.accounts.claims(), await all.accounts.moving()],
    newcomers: await all.newcomers.due(later),
    marks: await all.marks.of(person('one')),
    deliveries: [await deliveries.allOf('pONE'), await deliveries.allOf('pTWO')],
    openDeliveries: (await Promise.all(deliveries.partitions.map((one) => deliveries.open(one)))).flat(),
    run: await all.runs.get('digest', '2026-W47'),
    shared: (await all.shared.read('sample')).value,
  };
  return withoutStorages(values);
}

/** As JSON holds it, without what storage says of rows. */
export const withoutStorages = (values: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(values, (key, value) => (storagesOwn.has(key) ? undefined : value)));

/** What storage says of a row, and what is another at each writing. */
const storagesOwn: ReadonlySet<string> = new Set(['etag', 'timestamp']);

export interface SampleRow {
  table: 'ideas' | 'people' | 'deliveries';
  partitionKey: string;
  rowKey: string;
  [column: string]: unknown;
}

/** Every row as it is stored, without what storage adds to it. */
export async function rowsIn(storage: Storage): Promise<SampleRow[]> {
  const rows: SampleRow[] = [];
  for (const table of ['ideas', 'people', 'deliveries'] as const) {
    for await (const { etag: _, timestamp: __, ...row } of storage[table].listEntities()) {
      const { partitionKey = '', rowKey = '' } = row;
      rows.push({ table, ...row, partitionKey, rowKey });
    }
  }
  return rows;
}
