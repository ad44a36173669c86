import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import type { OverlayChange, PostList } from '../../../src/domain/organisation/overlay/change.js';
import { openArchived } from '../../../src/store/archive/archived.js';
import { openDestructions } from '../../../src/store/archive/destructions.js';
import { openNominations } from '../../../src/store/award/nominations.js';
import { openChallenges } from '../../../src/store/challenge/challenges.js';
import { openCommits } from '../../../src/store/commit.js';
import { openDeliveries, owed } from '../../../src/store/delivery/deliveries.js';
import { openNews } from '../../../src/store/delivery/news.js';
import { openOutbox } from '../../../src/store/delivery/outbox.js';
import { openDrafts } from '../../../src/store/draft/drafts.js';
import { openFigures } from '../../../src/store/figures/figures.js';
import { openGroups } from '../../../src/store/group/groups.js';
import { openIdeas } from '../../../src/store/idea/ideas.js';
import { openReactions } from '../../../src/store/idea/reactions.js';
import { openImprovements } from '../../../src/store/improvement/improvements.js';
import * as keys from '../../../src/store/keys.js';
import { openMeetings } from '../../../src/store/meeting/meetings.js';
import { openMethodUses } from '../../../src/store/method/method-uses.js';
import { openObstacles } from '../../../src/store/obstacle/obstacles.js';
import { openProposals } from '../../../src/store/organisation/proposals.js';
import { openStaff } from '../../../src/store/organisation/staff.js';
import { openUnitMoves } from '../../../src/store/organisation/unit-moves.js';
import { openOrganisationVersions } from '../../../src/store/organisation/versions.js';
import { ofExports, openDataFiles } from '../../../src/store/person/data-files.js';
import { openMet } from '../../../src/store/person/met.js';
import { openNamedExports } from '../../../src/store/privacy/named-exports.js';
import type { Storage } from '../../../src/store/storage.js';
import { openUndertakings } from '../../../src/store/undertaking/undertakings.js';
import * as challenge from '../../samples/challenge/challenge-story.js';
import * as story from '../../samples/idea/story.js';
import * as obstacle from '../../samples/obstacle/obstacle-story.js';
import { storesChallenge } from '../challenge/challenges.js';
import { storesObstacle } from '../obstacle/obstacles.js';
import { capabilityIn, writeCapability } from './capability-rows.js';
import { groupsIn, writeGroups } from './group-rows.js';
import { helpIn, writeHelp } from './helping-rows.js';
import { meetingsIn, writeMeetings } from './meeting-rows.js';
import { nominationsIn, writeNominations } from './nomination-rows.js';
import { registeredIn, writeRegistered } from './registered-rows.js';
import { ID, NOW, PARTITIONS, TOWN, withoutStorages } from './sample-rows.js';
import { sharesIn, writeShares } from './share-rows.js';
import { undertakingsIn, writeUndertakings } from './undertaking-rows.js';

/** The kinds of row that version 1 did not know, written beside its samples and read by the stores of today. */
function openLater(storage: Storage) {
  let count = 0;
  return {
    archived: openArchived(storage, TOWN),
    destructions: openDestructions(storage, TOWN),
    challenges: openChallenges(storage, TOWN, () => story.setting),
    commits: openCommits(storage, TOWN),
    reactions: openReactions(storage, TOWN),
    news: openNews(storage, TOWN),
    outbox: openOutbox(storage, TOWN),
    files: openDataFiles(storage, TOWN),
    exports: openDataFiles(storage, TOWN, ofExports),
    namedExports: openNamedExports(storage, TOWN),
    staff: openStaff(storage, TOWN),
    drafts: openDrafts(storage, TOWN),
    figures: openFigures(storage, TOWN),
    improvements: openImprovements(storage, TOWN),
    nominations: openNominations(storage, TOWN),
    methodUses: openMethodUses(storage, TOWN),
    met: openMet(storage, TOWN),
    ideas: openIdeas(storage, TOWN, () => story.setting),
    organisation: openOrganisationVersions(storage, TOWN),
    proposals: openProposals(storage, TOWN),
    unitMoves: openUnitMoves(storage, TOWN),
    obstacles: openObstacles(storage, TOWN, () => story.setting),
    undertakings: openUndertakings(storage, TOWN, () => story.setting),
    groups: openGroups(storage, TOWN, () => story.setting),
    meetings: openMeetings(storage, TOWN, () => story.setting),
    deliveries: openDeliveries(storage, TOWN, () => `LATER${++count}`, PARTITIONS),
  };
}

const thanked = (by: string): IdeaEvent => ({
  ...{ type: 'thanked', seq: 0, at: NOW, day: NOW.slice(0, 10), by },
  ...{ to: { stage: 'scaling' }, data: {}, words: {} },
});
/** A need of a department, with a line. */
const needed = {
  person: 'pTWO',
  at: NOW,
  idempotencyKey: 'OP.NEED',
  words: { need: 'Också hos oss.' },
  department: 'SBK',
};
const needs: IdeaEvent = { ...thanked('pTWO'), type: 'needed', words: needed.words } as IdeaEvent;
const notice = { kind: 'notice', record: 'idea', id: ID, seq: 3, as: 'followers' } as const;
const thanks = { kind: 'reactions', record: 'idea', id: ID, reaction: 'thank', from: 0, as: 'submitter' } as const;
/** A week in which one thing may come at once. */
const full = { week: '2026-W47', most: 1 } as const;
const OBSTACLE = '0BSTAC';
const ANSWERED_OUTSIDE = 'CHA235';
const note = { kind: 'note', note: 'movedOn', about: 'VOO' } as const;

/** Expects the samples of version 1 there. */
export async function writeLaterSampleRows(storage: Storage): Promise<void> {
  const { reactions, news, outbox, files, met, staff, drafts, deliveries, organisation, proposals } =
    openLater(storage);
  const { namer, naming, keeper, takes } = obstacle;
  await storesObstacle(openLater(storage), OBSTACLE, [namer, naming()], [keeper, takes()]);
  await writeUndertakings(openLater(storage));
  await Promise.all([writeMeetings(openLater(storage)), writeGroups(openLater(storage))]);
  const build = openLater(storage).figures.build(COUNTING);
  await build.add(ID, [counted]);
  await build.finish();
  await staff.write('file', [{ mark: '~ONE', entry: { who: 'one@ort.example', department: 'Vård', unit: 'Söder' } }]);
  await staff.write('graph', [{ mark: '~TWO', entry: { who: 'object-two', department: 'VOO', away: true } }]);
  await staff.write('file', [{ mark: '~HID', entry: { protected: true } }]);
  const thank = (person: string, words = {}) =>
    reactions.add(ID, 'thank', { person, at: NOW, idempotencyKey: `OP.${person}`, words }, thanked(person));
  await thank('pONE', { thanks: 'Tack för idén!' });
  const [first] = (await reactions.owed()).uncounted;
  if (first) await reactions.count(first, NOW);
  await thank('pTWO');
  await reactions.add(ID, 'need', needed, needs);
  const uncounted = (await reactions.owed()).uncounted.find(({ reaction }) => reaction === 'need');
  if (uncounted) await reactions.count(uncounted, NOW);
  const untold = (await reactions.owed()).untold.find(({ reaction }) => reaction === 'need');
  if (untold) await reactions.told(untold);
  await met.add('pLATER', [ID], '2026-11-16');
  const published = [challenge.publisher, challenge.propose()] as const;
  await storesChallenge(openLater(storage), 'CHA234', 1, published, [challenge.asked, challenge.accepts]);
  await storesChallenge(
    openLater(storage),
    ANSWERED_OUTSIDE,
    2,
    ...[published, [challenge.asked, challenge.accepts] as const],
    [challenge.owner, challenge.takesDown({}, { buys: true })],
    [challenge.publisher, challenge.withdraws('Någon annan löser det.')],
  );
  await openLater(storage).improvements.add({ id: ID, also: 'CHA234', until: '2026-12-31' }, 'pTWO', 'some');
  await openLater(storage).archived.note(ID, { events: 17, at: NOW });
  await openLater(storage).destructions.begin({
    ...destroyed,
    at: NOW,
    part: 0,
    ids: ['G0NE34'],
    pictures: ['PICTURE'],
  });
  await Promise.all([writeNominations(openLater(storage).nominations), writeHelp(storage)]);
  await writeCapability(storage);
  await writeShares(storage);
  await writeRegistered(openLater(storage).ideas);
  await openLater(storage).methodUses.add(ID, 'five-talks', '2026-11-16');
  await openLater(storage).methodUses.addHelp(ID, 'five-talks', '2026-11-16', 'some');
  const [waits, ...others] = (await outbox.list(100)).filter(({ id }) => id === ID);
  if (!waits) throw new Error('Nothing is owed');
  const before = { toldAt: NOW, waiting: [{ seq: waits.seq, told: 'pONE' }] };
  await news.gather(undefined, before, [waits]);
  const [round] = others;
  if (round) await outbox.failed(round, 'Error', false);
  await outbox.redraw({ record: 'idea', id: ID, seq: 17 });
  const [redraw] = (await outbox.next('rest', 100)).filter(({ redraws }) => redraws);
  if (redraw) await outbox.redrawnTo(redraw, 'pONE');

  await files.ask({ person: 'pONE', token: 'TOKEN', askedAt: NOW, until: '2026-11-30T08:00:00.000Z' });
  const { exports: taken, namedExports } = openLater(storage);
  const whole = { person: 'pONE', token: 'EXPORT', askedAt: NOW, what: '{"names":true}' };
  await taken.ask({ ...whole, until: '2026-11-30T08:00:00.000Z' });
  await namedExports.note({ by: 'pONE', at: NOW, format: 'xlsx', department: 'VOO', from: '2026-01-01' }, 'EXPORT');
  await drafts.keep({
    ...{ person: 'pONE', name: '0123456789ABCDEF', words: { title: 'Cykelpool', problem: 'Bilarna räcker inte.' } },
    ...{ confidential: false, department: 'VOO', at: NOW, until: '2026-12-16T08:00:00.000Z' },
  });
  const card = { person: 'pLATER', run: keys.dailyRun('2026-11-18') };
  for (const [n, subject] of [notice, thanks, note].entries()) {
    const name = { person: 'pLATER', run: `sample.${n}` };
    await deliveries.add([owed(name, subject, NOW, NOW, 'news')]);
    const row = await deliveries.get(name);
    if (!row) throw new Error('Nothing is owed');
    const standing = await deliveries.get(card);
    const after = { ...row, state: 'moot', reason: 'in the day card' } as const;
    const next = owed(card, { kind: 'daily', gathers: true }, '2026-11-18T07:00:00.000Z', NOW);
    await deliveries.day.gather(row, after, { ...name, subject, at: NOW }, [{ before: standing, after: next }]);
  }
  await deliveries.add([
    owed({ person: 'pLATER', run: keys.dataFileRun('TOKEN') }, { kind: 'file', token: 'TOKEN' }, NOW, NOW),
  ]);
  const posted = {
    kind: 'daily',
    gathers: true,
    activity: '1:2',
    conversation: 'a:1',
    postedOn: '2026-11-16',
  } as const;
  const sent = owed({ person: 'pLATER', run: keys.dailyRun('2026-11-16') }, posted, NOW, NOW);
  await deliveries.add([{ ...sent, state: 'sent' }]);
  const standing = await deliveries.get(sent);
  if (standing) await deliveries.claimDay(standing, { ...standing, state: 'sent' }, '2026-11-16');
  await deliveries.atOnce.takes('pLATER', `${ID}.1`, full);
  await deliveries.announced.takes('pLATER', 'CHA234.2', full);

  await organisation.keep('HASH', '{"municipality":{}}', NOW);
  const aliases: OverlayChange = { kind: 'aliases', department: 'VOO', was: [], now: ['hemtjänst'] };
  const change = { id: 'OP.ALIASES', change: aliases, at: NOW, by: 'pONE' };
  const version = { number: 1, hash: 'HASH', at: NOW, known: ['HASH'], changes: [change] };
  const passed = { email: 'one@ort.example', post: 'leader.VOO', came: true };
  const moved = { from: 'VOO', codes: ['VOO'], into: 'MIL', units: ['HTN'] };
  const event = { version: 1, at: NOW, what: 'changed', by: 'pONE', why: 'chat', about: 'aliases.VOO' } as const;
  await organisation.put(version, undefined, { event, idempotencyKey: 'OP.ALIASES', passed: [passed], moved: [moved] });
  await organisation.noteFault('FAULTY', 'organisation.json', [{ path: 'goal', message: 'Remove it.' }], NOW);

  const comes = { name: 'One', email: 'one@ort.example', title: 'Innovationsledare' };
  const made = (id: string, post: PostList) => ({
    ...{ id, at: NOW, by: 'pONE' },
    change: { kind: 'post' as const, department: 'VOO', post, in: comes },
  });
  await proposals.add(made('OP.WAITS', 'leaders'));
  await proposals.add(made('OP.ENDED', 'deputies'));
  await proposals.end(made('OP.ENDED', 'deputies'), { what: 'no', at: NOW, answeredBy: 'pTWO' });
}

/** What readers of those kinds make of them, by the reader's name. */
export async function readLaterSampleRows(storage: Storage): Promise<Record<string, unknown>> {
  const { reactions, news, outbox, files, met, staff, drafts, ideas, deliveries, organisation, proposals } =
    openLater(storage);
  const { unitMoves, challenges, improvements, methodUses } = openLater(storage);
  return withoutStorages({
    reactions: [{ thank: (await reactions.on(ID, 'pONE')).thank }, await reactions.of(ID, 'thank', 'pONE')],
    needs: [(await reactions.on(ID, 'pTWO')).need, await reactions.of(ID, 'need', 'pTWO')],
    met: await met.of('pLATER'),
    challenges: await challengesIn(challenges),
    outside: await challenges.outside(ANSWERED_OUTSIDE, { from: 0, count: 5 }),
    improvements: [
      await improvements.tally(ID),
      await improvements.tally('CHA234'),
      await improvements.hasAnswered(ID, 'pTWO'),
    ],
    archived: await openLater(storage).archived.of(ID),
    destructions: await openLater(storage).destructions.all(),
    nominations: await nominationsIn(openLater(storage).nominations),
    capability: await capabilityIn(storage),
    helping: await helpIn(storage),
    shares: await sharesIn(storage),
    registered: await registeredIn(openLater(storage).ideas),
    methods: [await methodUses.use(ID, 'five-talks'), await methodUses.tally('five-talks', '2026-11-16')],
    figures: await figuresIn(openLater(storage).figures),
    uncounted: await reactions.owed(),
    news: await news.of(ID),
    outbox: [await outbox.next('awaited', 100), await outbox.next('rest', 100)],
    files: await files.all(),
    exports: [await openLater(storage).exports.all(), await openLater(storage).namedExports.of('pONE')],
    staff: await Promise.all(['~ONE', '~TWO', '~HID'].map((mark) => staff.ofAny([mark]))),
    drafts: [await drafts.of('pONE', 10), await drafts.due('2036-01-01T00:00:00.000Z', 10)],
    past: await ideas.newest(ID, { limit: 30 }),
    dayItems: await deliveries.day.of('pLATER'),
    dayCards: await deliveries.day.cards('pLATER', '2026-11-01', '2026-11-30'),
    laterDeliveries: await deliveries.allOf('pLATER'),
    announced: await deliveries.announced.takes('pLATER', 'CHA234.3', full),
    atOnce: await Promise.all([1, 2].map((seq) => deliveries.atOnce.takes('pLATER', `${ID}.${seq}`, full))),
    organisation: [
      ...[await organisation.inForce(), await organisation.file('HASH'), await organisation.events()],
      ...[await organisation.faults(), await organisation.isSpent('OP.ALIASES')],
      await organisation.owed(),
    ],
    unitMoves: await unitMoves.list(),
    obstacles: await obstaclesIn(openLater(storage).obstacles),
    groups: await groupsIn(openLater(storage).groups),
    meetings: await meetingsIn(openLater(storage).meetings),
    undertakings: await undertakingsIn(openLater(storage).undertakings),
    proposals: [await proposals.all(), await proposals.ended('OP.ENDED'), await proposals.untold()],
    daysTaken: await Promise.all(['2026-11-16', '2026-11-17'].map((day) => isTaken(deliveries, day))),
  });
}

const destroyed = { endedAs: 'withdrawn', years: 2, decision: 'KS 2026/150 § 60' } as const;
const COUNTING = 'v1-SAMPLE';
const counted = {
  measure: 'promises',
  of: '1',
  department: 'VOO',
  month: '2026-11',
  hit: true,
  by: 'PYwSAX7J',
} as const;

const figuresIn = async ({ sums, counted: marks, cases }: ReturnType<typeof openLater>['figures']) => ({
  sums: await sums(COUNTING, '2026-11', '2026-11', ['VOO']),
  counted: await marks(COUNTING, ID),
  cases: await cases(COUNTING, { name: 'promises', department: 'VOO', first: '2026-11', last: '2026-11' }, 5),
});

/** All that is read of one. */
const challengesIn = async ({ load, newest, listed, placesTaken }: ReturnType<typeof openLater>['challenges']) => [
  ...[await load('CHA234'), await newest('CHA234', 30), await listed(), await placesTaken('VOO')],
];

/** All that is read of one. */
const obstaclesIn = async ({ load, newest, standing }: ReturnType<typeof openLater>['obstacles']) => [
  ...[await load(OBSTACLE), await newest(OBSTACLE, 30), await standing()],
];

/** Whether a card has a day already, so that another one of the same person's waits. */
async function isTaken({ day }: ReturnType<typeof openLater>['deliveries'], on: string): Promise<boolean> {
  return (await day.posting({ person: 'pLATER', run: keys.dailyRun('2026-11-30') }, on)) === undefined;
}
