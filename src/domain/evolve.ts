import type { EventOf, EventType, Idea, IdeaEvent, Waiting } from './idea.js';

/**
 * The idea after an event. `id` names the idea that a first event creates. Everything but the standing and the turn is
 * one row of `changes`; the turn rises exactly when stage, the one it waits for, or department does change. A doer who has
 * said yes is another one to wait for than one who has been asked.
 */
export function evolve(idea: Idea | undefined, event: IdeaEvent, id = idea?.id): Idea {
  if (!id) throw new Error('The first event needs the id of its idea');
  const before = idea ?? begin(id, event);
  const { waiting: _w, waitingSince: _s, answerBy: _a, ...rest } = before;
  const turned =
    !idea ||
    event.to.stage !== before.stage ||
    key(event.to.waiting) !== key(before.waiting) ||
    event.type === 'passedOn' ||
    event.type === 'doingAccepted';
  const standing: Idea = {
    ...rest,
    seq: event.seq,
    turn: before.turn + (turned ? 1 : 0),
    stage: event.to.stage,
    reminded: turned ? false : before.reminded,
    changedAt: event.at,
    ...(event.to.waiting && {
      waiting: event.to.waiting,
      waitingSince: turned ? event.at : (before.waitingSince ?? event.at),
    }),
    ...(event.to.answerBy && { answerBy: event.to.answerBy }),
  };
  return change(standing, event);
}

/** The idea that these events have made. */
export function replay(id: string, events: readonly IdeaEvent[]): Idea | undefined {
  return events.reduce<Idea | undefined>((idea, event) => evolve(idea, event, id), undefined);
}

const key = (waiting: Waiting | undefined): string =>
  waiting ? `${waiting.for}.${waiting.for === 'deciders' ? '' : waiting.person}` : '';

function begin(id: string, event: IdeaEvent): Idea {
  if (event.type !== 'submitted') throw new Error(`An idea begins by being submitted, not by ${event.type}`);
  const { submitter, department, unit, confidential, tier } = event.data;
  return {
    id,
    seq: 0,
    turn: 0,
    stage: event.to.stage,
    words: { title: '', problem: '' },
    hidden: false,
    submitter,
    confidential,
    department,
    ...(unit && { unit }),
    origin: department,
    tier,
    reminded: false,
    asked: false,
    createdAt: event.at,
    changedAt: event.at,
  };
}

type Changes = { [T in EventType]: (idea: Idea, event: EventOf<T>) => Idea };

function ideaWords({ words }: IdeaEvent): Idea['words'] {
  const { title = '', problem = '', solution, evidence } = words;
  return { title, problem, ...(solution && { solution }), ...(evidence && { evidence }) };
}

const withoutQuestion = ({ question: _, ...idea }: Idea): Idea => idea;
const withoutDoer = ({ doer: _, ...idea }: Idea): Idea => idea;

const changes: Changes = {
  submitted: (idea, event) => ({ ...idea, words: ideaWords(event) }),
  edited: (idea, event) => ({
    ...idea,
    words: ideaWords(event),
    confidential: event.data.confidential,
    hidden: false,
  }),
  asked: (idea, event) => ({ ...idea, asked: true, question: { by: event.by, text: event.words.question ?? '' } }),
  answered: withoutQuestion,
  explored: (idea, event) => ({ ...withoutQuestion(idea), leader: event.by, driver: event.by }),
  doingAsked: (idea, event) => ({
    ...withoutQuestion(idea),
    leader: event.by,
    doer: { person: event.data.doer, accepted: event.data.doer === event.by },
  }),
  doingAccepted: (idea) => (idea.doer ? { ...idea, doer: { ...idea.doer, accepted: true } } : idea),
  doingDeclined: withoutDoer,
  done: (idea, event) => ({ ...withoutQuestion(idea), ending: { done: event.words.done ?? '' } }),
  passedOn: (idea, event) => {
    const { leader: _, ...rest } = withoutQuestion(idea);
    return { ...rest, department: event.data.department, tier: event.data.tier };
  },
  closed: (idea, event) => {
    const { reason, tryAgain } = event.words;
    const { channel } = event.data;
    return {
      ...withoutQuestion(idea),
      ending: { ...(reason && { reason }), ...(tryAgain && { tryAgain }), ...(channel && { channel }) },
    };
  },
  hidden: (idea) => ({ ...idea, hidden: true }),
  withdrawn: withoutQuestion,
  reminded: (idea) => ({ ...idea, reminded: true }),
};

// One assertion for the whole table: each row takes exactly its own event type, which TypeScript cannot follow here.
const change = (idea: Idea, event: IdeaEvent): Idea =>
  (changes[event.type] as (idea: Idea, event: IdeaEvent) => Idea)(idea, event);
