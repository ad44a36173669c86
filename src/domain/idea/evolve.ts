import { isOtherThan } from './deciding/decided-on.js';
import { withNo } from './deciding/earlier-no.js';
import type { EventOf, EventType, IdeaEvent } from './events.js';
import { filled } from './filling.js';
import type { Assigned, Idea, Tier } from './idea.js';
import { withoutLeaver } from './people/leaving.js';
import { asOnePerson } from './people/same-person.js';
import { together, withName, withoutEnded } from './people/together.js';
import { isOver } from './policy.js';
import { onlySight, seenAfter } from './reading/out-of-sight.js';
import { answering, commented } from './talk.js';
import { endedEarly, testBetween, testFrom } from './test-days.js';
import { adoption, checkFor, followedUp, followUpAsked, inUse, invited, retired, timeInUse } from './use/in-use.js';
import { silenceAfter } from './waiting/silence.js';
import { hasTurned } from './waiting/turning.js';
import type { Words } from './words.js';

/**
 * The idea after an event. `id` names the idea that a first event creates. Everything but the standing and the turn is
 * one row of `changes`; the turn rises exactly when stage, the one it waits for, department, or what is decided on does
 * change. Only with the first three does the waiting begin anew: what a driver fills in gives them no more time.
 */
export function evolve(idea: Idea | undefined, event: IdeaEvent, id = idea?.id): Idea {
  if (!id) throw new Error('The first event needs the id of its idea');
  const before = idea ?? begin(id, event);
  const {
    waiting: _w,
    waitingSince: _s,
    answerBy: _a,
    promised: _p,
    silence: _i,
    quiet: _q,
    news: _n,
    ...rest
  } = before;
  const turned = !idea || hasTurned(before, event);
  const renewed = turned || isNewDate(before, event);
  const promised = renewed ? event.to.answerBy : (before.promised ?? (before.reminded ? undefined : before.answerBy));
  const news = newsIn(event) ?? (turned ? undefined : before.news);
  const standing: Idea = {
    ...rest,
    seq: event.seq,
    stage: event.to.stage,
    reminded: renewed ? false : before.reminded,
    escalated: renewed ? false : before.escalated,
    changedAt: event.at,
    ...(event.to.waiting && {
      waiting: event.to.waiting,
      waitingSince: turned ? event.at : (before.waitingSince ?? event.at),
    }),
    ...(event.to.answerBy && { answerBy: event.to.answerBy }),
    ...(promised && { promised }),
    ...(news && { news }),
    ...silenceAfter(before, event, renewed),
  };
  const after = seenAfter(change(standing, event, before), event);
  const changed = isOtherThan(after, before);
  // Whom nobody decides on any more, nobody needs to be known again for.
  if (isOver(after)) delete after.formerMarks;
  const moved = turned || changed;
  return withoutEnded({ ...after, turn: before.turn + (moved ? 1 : 0), ...(changed && { asOf: event.seq }) }, moved);
}

/** The idea that these events have made. */
export function replay(id: string, events: readonly IdeaEvent[]): Idea | undefined {
  return events.reduce<Idea | undefined>((idea, event) => evolve(idea, event, id), undefined);
}

/** A person has set another date, as when a test is made longer: it is a promise like the first. Reminders only put off. */
const isNewDate = (before: Idea, { by, to }: IdeaEvent): boolean => by !== 'clock' && to.answerBy !== before.answerBy;

/** An event that makes an idea new once more to whoever it comes to. */
const newsIn = ({ type }: IdeaEvent): Idea['news'] =>
  type === 'answered' ? 'answered' : type === 'reopened' || type === 'cameBack' ? 'reopened' : undefined;

function begin(id: string, event: IdeaEvent): Idea {
  if (event.type !== 'submitted') throw new Error(`An idea begins by being submitted, not by ${event.type}`);
  const { submitter, coSubmitters, department, unit, confidential, tier } = event.data;
  return {
    id,
    seq: 0,
    turn: 0,
    stage: event.to.stage,
    words: { title: '', problem: '' },
    answers: {},
    hidden: false,
    submitter,
    coSubmitters,
    confidential,
    ...(confidential && { keptNames: [submitter, ...coSubmitters] }),
    department,
    ...(unit && { unit }),
    origin: department,
    concerns: [],
    tier,
    reminded: false,
    escalated: false,
    asked: false,
    adoptions: {},
    pictures: [],
    followUpAsked: false,
    thankedBy: [],
    createdAt: event.at,
    changedAt: event.at,
  };
}

type Changes = { [T in EventType]: (idea: Idea, event: EventOf<T>, before: Idea) => Idea };

function ideaWords({ words }: { words: Words }): Idea['words'] {
  const { title = '', problem = '', solution, evidence } = words;
  return { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
}

const same = (idea: Idea): Idea => idea;

function without<
  K extends 'question' | 'doer' | 'driver' | 'owner' | 'leader' | 'money' | 'test' | 'ending' | 'earlierNo',
>(idea: Idea, ...keys: K[]): Idea {
  const rest = { ...idea };
  for (const key of keys) delete rest[key];
  return rest;
}

/** Somebody asked to do something; who names themself has said yes by it, and who has said yes is not asked again. */
const assigned = (person: string, by: string, before?: Assigned): Assigned => ({
  person,
  accepted: person === by || (person === before?.person && before.accepted),
});

const accepted = (task: 'driver' | 'doer' | 'owner') => (idea: Idea) => {
  const who = idea[task];
  return who ? { ...idea, [task]: { ...who, accepted: true } } : idea;
};

/** The plan holds: the test begins, or its money is waited for. */
function planned(idea: Idea, { day, data }: EventOf<'planApproved' | 'ownPlanSent'>): Idea {
  const { cost, funder, test } = data;
  if (!funder) return { ...without(idea, 'question', 'money', 'earlierNo'), test: testFrom(test, day) };
  return { ...without(idea, 'question'), money: { asked: cost, funder } };
}

const pick = <K extends string>(words: Partial<Record<K, string>>, ...keys: K[]): Partial<Record<K, string>> =>
  Object.fromEntries(keys.flatMap((key) => (words[key] ? [[key, words[key]]] : []))) as Partial<Record<K, string>>;

const changes: Changes = {
  submitted: (idea, event) => ({
    ...idea,
    words: ideaWords(event),
    ...(event.words.workplace && { workplace: event.words.workplace }),
  }),
  edited: (idea, event) => ({
    ...idea,
    words: ideaWords(event),
    ...withName(idea, event.by, event.data.confidential),
  }),
  withdrawn: (idea) => without(idea, 'question'),
  reopened: (idea, event) => ({ ...startsAgain(idea), tier: event.data.tier }),
  ...together,

  pictureAdded: (idea, event) => ({ ...idea, pictures: [...idea.pictures, event.data.picture] }),

  asked: (idea, event, before) => ({
    ...idea,
    asked: true,
    question: {
      by: event.by,
      text: event.words.question ?? '',
      backTo: event.data.left !== undefined ? 'funder' : before.waiting?.for === 'driver' ? 'driver' : 'deciders',
      seq: event.seq,
      ...(event.data.left !== undefined && { left: event.data.left }),
    },
  }),
  answered: (idea, event) => answering(without(idea, 'question'), event.seq, 'question', idea.question),
  commented,
  thanked: (idea, event) => ({ ...idea, thankedBy: [...idea.thankedBy, ...(event.by === 'clock' ? [] : [event.by])] }),
  progressReported: (idea, event) => ({
    ...idea,
    progress: { by: event.by, on: event.day, text: event.words.progress ?? '' },
  }),
  concerned: (idea, event) => ({ ...idea, concerns: [...idea.concerns, ...event.data.departments] }),
  filled,

  explored: (idea, event) => ({
    ...without(idea, 'question'),
    // Who only notes what others have decided leads nothing.
    ...(!event.data.outside && { leader: event.by }),
    driver: assigned(event.data.driver, event.by),
  }),
  driverNamed: (idea, event) => {
    const { driver, funder } = event.data;
    const money = idea.money && funder && { ...idea.money, funder };
    return { ...idea, driver: assigned(driver, event.by, idea.driver), ...(money && { money }) };
  },
  drivingAccepted: accepted('driver'),
  // A question about its money was for them: the plan is handed in anew by whoever comes.
  drivingDeclined: (idea) =>
    idea.question?.backTo === 'funder' ? without(idea, 'driver', 'question') : without(idea, 'driver'),
  doingAsked: (idea, event) => ({
    ...without(idea, 'question'),
    leader: event.by,
    doer: assigned(event.data.doer, event.by),
  }),
  doingAccepted: accepted('doer'),
  doingDeclined: (idea) => without(idea, 'doer'),
  done: inUse,

  planned: (idea) => without(idea, 'question'),
  planSubmitted: (idea) => without(idea, 'question'),
  ownPlanSent: planned,
  planApproved: planned,
  sentBack: (idea, event) => withNo(without(idea, 'question'), event),
  takenBack: (idea, event) => (event.data.funder ? without(idea, 'money', 'question') : without(idea, 'question')),
  granted: (idea, event) => {
    const { amount, test } = event.data;
    const { diary } = event.words;
    // Whoever only notes what others have decided has granted nothing.
    const here = !event.data.outside && event.by !== 'clock' && { grantedBy: event.by };
    const money = idea.money && { ...idea.money, granted: amount, ...here, ...(diary && { diary }) };
    return { ...without(idea, 'earlierNo', 'question'), ...(money && { money }), test: testFrom(test, event.day) };
  },
  moneyDeclined: (idea, event) => without(withNo(idea, event), 'money', 'question'),

  extended: (idea, event) => {
    const { until } = event.data;
    const start = idea.test?.start ?? event.day;
    return {
      ...idea,
      answers: { ...idea.answers, end: until },
      test: testBetween(start, until, event.day),
    };
  },
  resultSubmitted: endedEarly,
  usedHere: inUse,

  scaled: (idea, event) => ({
    ...invited(idea, event.data),
    owner: assigned(event.data.owner, event.by),
  }),
  ownerNamed: (idea, event) => ({ ...idea, owner: assigned(event.data.owner, event.by, idea.owner) }),
  owningAccepted: accepted('owner'),
  owningDeclined: (idea) => without(idea, 'owner'),
  invited: (idea, event) => invited(idea, event.data),
  adopted: (idea, event) => {
    const { department, status, start } = event.data;
    const { contact } = event.words;
    const checkOn = checkFor(idea.adoptions[department], start, event.day);
    return adoption(idea, department, { status, start, ...(checkOn && { checkOn }), ...(contact && { contact }) });
  },
  notNow: (idea, event) => {
    const { reason } = event.words;
    return adoption(idea, event.data.department, { status: 'notNow', ...(reason && { reason }) });
  },
  stoppedUsing: (idea, event) => {
    const { checkOn: _, ...earlier } = idea.adoptions[event.data.department] ?? {};
    const { reason } = event.words;
    return adoption(idea, event.data.department, {
      ...{ ...earlier, status: 'stopped' },
      // Where it came from, the time of its use is told.
      ...(event.data.department === idea.department && { stop: event.day }),
      ...(reason && { reason }),
    });
  },
  backToTest: (idea, event) => {
    const { end } = event.data;
    const start = idea.test?.start ?? event.day;
    // The owner stays until another is named, and so hears of it.
    return {
      ...idea,
      answers: { ...idea.answers, end },
      test: testBetween(start, end, event.day),
    };
  },
  spread: inUse,
  followedUp,
  retired,

  passedOn: (idea, event) => {
    const rest = without(idea, 'question', 'leader', 'driver', 'money', 'earlierNo');
    const { department, tier } = event.data;
    return { ...rest, department, tier, concerns: idea.concerns.filter((code) => code !== department) };
  },
  closed: (idea, event, before) => {
    const { channel, tryAgainOn } = event.data;
    const said = pick(event.words, 'reason', 'tryAgain', 'tried', 'lesson');
    const used = before.stage === 'inUse' && timeInUse(before, event.day);
    return {
      ...without(idea, 'question'),
      ending: { ...said, ...(channel && { channel }), ...(tryAgainOn && { tryAgainOn }), ...(used && { used }) },
    };
  },
  merged: (idea, event, { proposal }) => {
    const { reason = event.data.asker && proposal?.reason } = event.words;
    return { ...without(idea, 'question'), ending: { into: event.data.into, ...(reason && { reason }) } };
  },
  ...onlySight,
  personLeft: (idea, event) => {
    const { waiting } = event.to;
    const stillAsked = waiting?.for === (idea.question?.backTo === 'funder' ? 'driver' : 'submitter');
    return withoutLeaver(stillAsked ? idea : without(idea, 'question'), event.data);
  },

  reminded: (idea) => ({ ...idea, reminded: true }),
  escalated: (idea, event) => ({ ...comesTo(idea, event.data.tier), escalated: true }),
  remindedAgain: (idea, event) => comesTo(idea, event.data.tier),
  delayTold: same,
  progressAsked: same,
  identified: (idea, event) => asOnePerson(idea, event.data.formerly, event.data.person),
  movedOn: (idea, event) => {
    const { tier, funder, uninvited } = event.data;
    const adoptions = Object.fromEntries(Object.entries(idea.adoptions).filter(([code]) => !uninvited.includes(code)));
    return { ...idea, tier, adoptions, ...(funder && idea.money && { money: { ...idea.money, funder } }) };
  },
  halfWay: (idea) => {
    if (!idea.test) return idea;
    const { halfWay: _, ...test } = idea.test;
    return { ...idea, test };
  },
  cameBack: (idea, event) => ({ ...startsAgain(idea), tier: event.data.tier }),
  adoptionChecked: (idea, event) => {
    const { checkOn: _, ...rest } = idea.adoptions[event.data.department] ?? { status: 'using' as const };
    return adoption(idea, event.data.department, rest);
  },
  followUpAsked,
};

/** A decision that is late comes to others too; while somebody else is late they are only told. */
const comesTo = (idea: Idea, tier: Tier): Idea => (idea.waiting?.for === 'deciders' ? { ...idea, tier } : idea);

/** Back where ideas are new: what was learned and answered stays, those who had tasks have none. */
const startsAgain = (idea: Idea): Idea =>
  without(idea, 'ending', 'driver', 'doer', 'owner', 'leader', 'money', 'test', 'earlierNo');

// One assertion for the whole table: each row takes exactly its own event type, which TypeScript cannot follow here.
const change = (idea: Idea, event: IdeaEvent, before: Idea): Idea =>
  (changes[event.type] as (idea: Idea, event: IdeaEvent, before: Idea) => Idea)(idea, event, before);
