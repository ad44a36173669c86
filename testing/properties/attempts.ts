import fc from 'fast-check';
import type { Command, CommandData, CommandType } from '../../src/domain/idea/commands.js';
import { rules } from '../../src/domain/idea/commands.js';
import { type Actor, isOpenTo } from '../../src/domain/idea/decide.js';
import { checkNames } from '../../src/domain/idea/deciding/check-names.js';
import { views } from '../../src/domain/idea/deciding/opinion.js';
import { outsideDecisions } from '../../src/domain/idea/deciding/outside.js';
import { type FieldName, fields, type PartName, partNames } from '../../src/domain/idea/fields.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { besideNeeds, isForm, type Need, needsOf } from '../../src/domain/idea/needs.js';
import { answersFor, isTheirTurn, mayNotDecide, type Role, rolesOn } from '../../src/domain/idea/policy.js';
import { hinderedThere } from '../../src/domain/idea/waiting/hindered.js';
import type { Words } from '../../src/domain/idea/words.js';
import { createDirectory } from '../../src/domain/organisation/directory.js';
import { heldPosts } from '../../src/domain/person/held-posts.js';
import { postsOf } from '../../src/domain/person/posts.js';
import { addDays, type Day } from '../../src/domain/time.js';
import { organisationOf } from '../samples/organisation/small-organisation.js';
import { Dice } from './dice.js';
import { DATES, NO_NUMBERS, SUMS, TEXTS } from './odd-input.js';

// What the people of a small town try to do to an idea, for properties: anything, in any order, on any day, from any card.

const directory = createDirectory(
  organisationOf({
    VOO: { leaders: ['leader', 'colleague'], deputies: ['deputy'], managers: ['boss'] },
    SBK: { leaders: ['builder'], managers: ['boss'] },
    HAM: {},
    office: ['office', 'colleague'],
  }),
);
export const people = ['leader', 'colleague', 'deputy', 'boss', 'builder', 'office', 'employee', 'friend'] as const;
const departments = ['VOO', 'SBK', 'HAM'] as const;
const emailOf = (name: string) => `${name}@ort.example`;

function rolesNow(who: string, idea: Idea, aLeaderIsAway: boolean): ReadonlySet<Role> {
  if (who === 'clock' || who === 'merger') return new Set([who]);
  const own = rolesOn({ ref: who, emails: [emailOf(who)] }, idea, directory, aLeaderIsAway);
  return answersProposal(who, idea) ? new Set<Role>([...own, 'answerer']) : own;
}

/** Of a proposal, in this town: those who lead the department that it was put to and had no part in the idea. */
const answersProposal = (who: string, idea: Idea): boolean =>
  idea.proposal !== undefined &&
  postsOf([emailOf(who)], directory).leads.includes(idea.proposal.department) &&
  !mayNotDecide(who, idea);
/** Somebody of the town as they act on an idea. */
export const actorCalled = (who: string, idea: Idea, aLeaderIsAway: boolean): Actor => ({
  ref: who,
  roles: rolesNow(who, idea, aLeaderIsAway),
  leads: answersFor(postsOf([emailOf(who)], directory)),
  posts: heldPosts({ emails: [emailOf(who)], disowned: [] }, directory),
});

export const TIERS = ['leader', 'deputy', 'office', 'outside'] as const;
const DAY_MS = 86_400_000;

const dice = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
/** Somebody tries something; what it means is judged when it is tried. */
export const attempt = fc.record({
  who: fc.constantFrom(
    ...people,
    ...(['waitedFor', 'waitedFor', 'waitedFor', 'waitedFor', 'decider', 'decider', 'submitter', 'submitter'] as const),
    ...(['invitee', 'answerer', 'answerer', 'joined', 'successor', 'checker', 'adviser'] as const),
    ...(['clock', 'clock', 'clock', 'clock', 'merger', 'driver', 'driver', 'owner', 'builder'] as const),
  ),
  /** Whatever there is, and not what a card would offer. */
  wild: fc.constantFrom(true, false, false, false),
  choice: fc.nat(10_000),
  aLeaderIsAway: fc.boolean(),
  /** How much older than the idea the pressed card is; undefined: no card. */
  age: fc.constantFrom(undefined, 0, 0, 0, 1),
  /** Milliseconds by which the clock has moved, also backwards. */
  later: fc.constantFrom(0, 1, 60_000, DAY_MS, 8 * DAY_MS, 40 * DAY_MS, 100 * DAY_MS, -3_600_000),
  dice,
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

const whoever = (d: Dice) => d.pick(['leader', 'friend', 'employee', 'colleague', 'deputy', 'boss', 'builder']);
const dateFrom = (d: Dice, today: Day): string => {
  const n = d.next();
  if (n % 12 === 0) return d.pick(['', ...DATES]);
  return addDays(today, n % 4 > 0 ? 1 + (n % 120) : (n % 4000) - 30);
};

type DataOf<T extends CommandType> = keyof CommandData[T] & string;
/** Who the office says that somebody is comes of a list of its own. */
type Tried = Exclude<CommandType, 'identify'>;
type AnyData = { [T in Tried]: DataOf<T> }[Tried];

/** Everything that a command can need beside its words, each of the kind that its name says. */
const values = (d: Dice, date: string): { [Name in AnyData]: () => unknown } => ({
  id: () => 'K7M4QX',
  submitter: () => whoever(d),
  coSubmitters: () => [],
  contact: () => whoever(d),
  challenge: () => 'CHA123',
  stage: () => d.pick(['piloting', 'inUse', 'closed']),
  confidential: () => d.next() % 2 === 0,
  tier: () => d.pick(TIERS),
  ...{ shared: () => true, early: () => true, sure: () => true, many: () => true, faded: () => true },
  whole: () => true,
  unit: () => 'VOO-1',
  ...{
    person: () => whoever(d),
    driver: () => whoever(d),
    leader: () => whoever(d),
    awayUntil: () => d.pick(['2026-11-20', '2026-12-20']),
  },
  goals: () => d.some(['klimat', 'skola', 'service']),
  obstacle: () => d.pick(['0BSTAC', '0THER1']),
  ...{ doer: () => whoever(d), owner: () => whoever(d), buyer: () => whoever(d) },
  ...{ submitters: () => d.some(people), former: () => d.some(people), kept: () => d.some(people) },
  ...{ people: () => d.some(people), view: () => d.pick(views) },
  parts: () => d.some(departments).map((department) => ({ department, since: '2026-11-12', cameWith: 'K7M4QX' })),
  partsBy: () => d.some(people).slice(0, 1),
  left: () => d.some(departments),
  leftBy: () => [],
  barred: () => d.some(people),
  ...{ intoVersion: () => 1, why: () => d.pick(['moved', 'date']) },
  ...{ checks: () => d.some(checkNames), asked: () => d.some(checkNames), checkers: () => d.some(people) },
  ...{ inOrder: () => d.next() % 3 > 0, as: () => d.pick(['coSubmitter', 'submitter']) },
  department: () => d.pick(departments),
  departments: () => d.some(departments),
  part: () => partNames[d.next() % partNames.length],
  picture: () => 'A.jpg',
  funder: () => d.pick(['manager', 'office', 'outside']),
  decision: () => outsideDecisions[d.next() % outsideDecisions.length],
  on: () => d.pick(['2026-11-12', date]),
  ...{ delegation: () => 'Punkt 4.2', uninvited: () => d.some(departments) },
  ...{
    amount: () => d.pick([1, 50_000, 80_000, 200_000, ...NO_NUMBERS]),
    hours: () => d.pick([10, 40, ...NO_NUMBERS]),
  },
  status: () => d.pick(['using', 'testing']),
  comment: () => 1 + (d.next() % 12),
  by: () => whoever(d),
  out: () => d.pick(['hidden', 'removed']),
  ...{ hide: () => true, readFirst: () => true },
  into: () => d.pick(['Q4X7MK', 'K7M4QX']),
  from: () => 'Q4X7MK',
  to: () => ['owner', 'leader', 'deciders'],
  use: () => d.pick(['used', 'partly', 'notAnymore']),
  effects: () => d.some(['time', 'quality', 'climate']),
  ...{ takes: () => d.pick(['days', 'longer']), keeps: () => d.pick(['all', 'none']) },
  said: () => ({ ownWay: d.some(departments), better: d.some(departments) }),
  leaver: () => whoever(d),
  words: () => d.pick(['kept', 'erased']),
  ...{ contacts: () => d.some(departments), pictures: () => [] },
  channel: () => d.pick(['', 'fel']),
  ...{ until: () => date, end: () => date, start: () => date, tryAgainOn: () => date, askOn: () => date },
});

function answerTo(name: FieldName, d: Dice): string {
  const field = fields[name];
  const written = d.pick(['Cyklar', ...TEXTS]);
  switch (field.kind) {
    case 'one':
    case 'several':
      return d.next() % 8 === 0 ? written : (field.options[d.next() % field.options.length] ?? '');
    case 'amount':
    case 'hours':
      return d.pick(['0', '40', ...SUMS]);
    default:
      return written;
  }
}

/** The commands whose data must have something. */
type Needing = { [T in Tried]: Record<string, never> extends CommandData[T] ? never : T }[Tried];
type Needed<T extends CommandType> = readonly (DataOf<T> | `${DataOf<T>}?`)[];

/** What each command needs; what may be left out sometimes is. */
const needed: { [T in Needing]: Needed<T> } & { [T in Tried]?: Needed<T> } = {
  submit: ['id', 'submitter', 'coSubmitters', 'department', 'unit?', 'confidential', 'tier', 'readFirst?'],
  enter: ['id', 'stage', 'submitter', 'department', 'unit?', 'tier', 'contact?', 'askOn?'],
  edit: ['confidential'],
  editComment: ['comment', 'by', 'out?'],
  removeComment: ['comment', 'by', 'out?'],
  hideComment: ['comment', 'by', 'out?'],
  hideNeed: ['by'],
  showComment: ['comment', 'by', 'out?'],
  withdraw: ['hide?'],
  ...({ reopen: ['tier', 'awayUntil?'], sendToChallenge: ['tier', 'awayUntil?'] } as const),
  wake: ['challenge', 'until'],
  addCoSubmitter: ['person', 'as?'],
  acceptJoining: ['tier?'],
  lapseJoining: ['person'],
  proposeMerge: ['into', 'intoVersion', 'department', 'tier', 'barred'],
  endProposal: ['why'],
  addPicture: ['picture'],
  concern: ['departments'],
  fill: ['part', 'sure?'],
  explore: ['driver', 'goals?'],
  nameDriver: ['driver', 'funder?'],
  submitPlan: ['funder?'],
  nameSuccessor: ['person'],
  ...({ askOpinion: ['people'], giveOpinion: ['view'] } as const),
  ...({ askChecks: ['checks', 'asked', 'checkers'], answerCheck: ['inOrder'] } as const),
  doNow: ['doer', 'until'],
  postpone: ['until'],
  approvePlan: ['funder'],
  ...({ grant: ['amount', 'hours?', 'delegation'], declineMoney: ['delegation'] } as const),
  noteDecision: ['decision', 'on', 'person?', 'amount?', 'hours?', 'funder?'],
  submitResult: ['early?'],
  extend: ['until'],
  ...({ scale: ['owner', 'departments'], nameOwner: ['owner'] } as const),
  invite: ['departments'],
  ...({ takePart: ['department'], leavePart: ['department'], testToo: ['department', 'start'] } as const),
  adopt: ['department', 'status', 'start'],
  ...({ notNow: ['department', 'obstacle?'], stopUsing: ['department'], adapt: ['department'] } as const),
  ...({ tellCore: ['takes?'], tellBetter: ['department', 'keeps?'] } as const),
  backToTest: ['end'],
  passOn: ['department', 'tier', 'readFirst?', 'awayUntil?'],
  close: ['channel?', 'tryAgainOn?'],
  merge: ['into'],
  absorb: ['from', 'submitters', 'former?', 'kept?', 'tier?', 'parts?', 'partsBy?', 'left?', 'leftBy?'],
  ...({ escalate: ['tier'], remindAgain: ['tier'] } as const),
  moveOn: ['tier?', 'funder?', 'uninvited?', 'many?'],
  moveWithUnit: ['department', 'tier', 'funder?'],
  ...({ askFollowUp: ['to'], remindFollowUp: ['to'] } as const),
  followUp: ['use?', 'effects?'],
  ...({ comeBack: ['tier', 'awayUntil?'], endRest: ['awayUntil?'], pause: ['leader', 'until'] } as const),
  ...({ hinder: ['obstacle'], liftObstacle: ['obstacle', 'tier?', 'faded?'] } as const),
  ...({ hinderThere: ['department', 'obstacle'], liftThere: ['faded?', 'department', 'obstacle'] } as const),
  ...({ checkAdoption: ['department'], remindBetter: ['department'] } as const),
  ...({ handBack: ['person'], readHidden: ['whole?'] } as const),
  leave: ['leaver', 'words', 'contacts', 'pictures', 'said?'],
};

const namesFor = (type: CommandType): readonly (AnyData | `${AnyData}?`)[] =>
  type === 'identify' ? [] : (needed[type] ?? []);

/** Commands that end an idea's way or say something beside it: seldom given, so that ideas come far. */
const seldom: ReadonlySet<CommandType> = new Set([
  ...(['withdraw', 'passOn', 'close', 'merge', 'reportDone', 'comment', 'thank', 'need', 'hide'] as const),
  ...(['leave', 'handBack', 'stepOut', 'acceptMerge', 'proposeMerge', 'declineJoining'] as const),
  ...(['edit', 'addCoSubmitter', 'addPicture', 'nameDriver', 'nameOwner', 'concern'] as const),
  ...(['moveOn', 'moveWithUnit', 'identify'] as const),
  ...(['editComment', 'removeComment', 'hideComment', 'hideNeed', 'showComment', 'show', 'readHidden'] as const),
  ...(['report', 'answerReport', 'withholdWords', 'setDiary'] as const),
]);
const allTypes = Object.keys(rules) as CommandType[];

/** Nobody acts as somebody whose data were erased: that reference leads to nobody. */
const hasLeft = (name: string, idea: Idea): boolean => idea.submittersLeft === true && name === idea.submitter;

export function actorOf({ who, aLeaderIsAway, choice }: Attempt, idea: Idea): Actor {
  const oneOf = (test: (roles: ReadonlySet<Role>, name: string) => boolean) => {
    const list = people.filter((name) => test(rolesNow(name, idea, aLeaderIsAway), name));
    return list[choice % list.length] ?? 'employee';
  };
  const chosen: Record<string, () => string | undefined> = {
    checker: () => oneOf((roles) => roles.has('checker')),
    adviser: () => oneOf((roles) => roles.has('askedOpinion')),
    submitter: () => idea.submitter,
    driver: () => idea.driver?.person,
    invitee: () => idea.askedColleagues?.[0]?.person,
    successor: () => idea.successor?.person,
    joined: () => idea.joined?.[choice % idea.joined.length],
    answerer: () => oneOf((roles) => roles.has('answerer')),
    owner: () => idea.owner?.person,
    decider: () => oneOf((roles) => roles.has('decider')),
    waitedFor: () => oneOf((roles, name) => isTheirTurn(name, roles, idea)),
  };
  const name = who in chosen ? (chosen[who]?.() ?? 'employee') : who;
  return actorCalled(hasLeft(name, idea) ? (people.find((one) => one !== name) ?? name) : name, idea, aLeaderIsAway);
}

export function commandOf({ wild, choice, age, dice }: Attempt, idea: Idea, actor: Actor, today: Day): Command {
  const offered = wild ? [] : allTypes.filter((type) => isOpenTo(type, idea, actor.roles));
  const often = offered.filter((type) => !seldom.has(type));
  const list = often.length > 0 && choice % 5 > 0 ? often : offered.length > 0 ? offered : allTypes;
  const type = list[choice % list.length] ?? 'submit';
  const d = new Dice(dice);
  const [start, end] = [dateFrom(d, today), dateFrom(d, today)];
  const make = values(d, start);
  const data = Object.fromEntries(
    namesFor(type).flatMap((name) => {
      const key = name.replace('?', '') as AnyData;
      return name !== key && d.next() % 2 === 0 ? [] : [[key, make[key]()]];
    }),
  );
  const lacks = (needs: readonly Need[]) => needs.find(({ part, state }) => isForm(part) && state !== 'done')?.part;
  const missing = (d.next() % 3 === 0 ? lacks(besideNeeds(idea)) : undefined) ?? lacks(needsOf(idea));
  const part: { part?: PartName } = type === 'fill' && !wild && missing ? { part: missing } : {};
  const [there] = type === 'liftThere' && !wild ? hinderedThere(idea) : [];
  const said = Object.keys(rules[type].words).map((key) => [key, d.pick(['Cyklar', ...TEXTS])]);
  const filled = type === 'fill' ? (Object.keys(fields) as FieldName[]).map((key) => [key, answerTo(key, d)]) : [];
  const words: Words = {
    ...Object.fromEntries([...said, ...filled]),
    ...(type === 'fill' && { start, end, stopOn: end }),
  };
  return {
    type,
    data: { ...data, ...part, ...(there && { department: there[0], obstacle: there[1] }) },
    words,
    ...(age !== undefined && { decisionVersion: idea.decisionVersion - age }),
  } as Command;
}
