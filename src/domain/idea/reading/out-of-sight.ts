import type { PersonRef } from '../../person/person.js';
import type { EventType, IdeaEvent } from '../events.js';
import type { Idea } from '../idea.js';
import type { Since } from './sight.js';

/** What events do to who may read an idea (visibility.ts says who may). */

/** Events by which those who decide show that they have read the idea, and let others read it. */
const opens: ReadonlySet<EventType> = new Set([
  ...(['openedToAll', 'explored', 'doingAsked', 'concerned', 'closed', 'merged'] as const),
]);
/** Events that answer whoever has said something about the text. */
const answersReport: ReadonlySet<EventType> = new Set(['hidden', 'commentHidden', 'reportAnswered']);

const same = (idea: Idea): Idea => idea;

/** Events that change nothing of an idea but who may read what of it. */
export const onlySight = {
  ...{ hidden: same, shown: same, hiddenRead: same, openedToAll: same, wordsWithheld: same },
  ...{ reported: same, reportAnswered: same },
  ...{ commentEdited: same, commentRemoved: same, commentHidden: same, commentShown: same },
} satisfies Partial<Record<EventType, typeof same>>;

/** The idea after an event, as to who may read what of it. */
export function seenAfter(idea: Idea, event: IdeaEvent): Idea {
  const after = applied(idea, event);
  const { unread, report, ...rest } = after;
  const stillUnread = unread && !opens.has(event.type) && !(event.type === 'passedOn' && !event.data.readFirst);
  const stillReported = report && !answersReport.has(event.type);
  return { ...rest, ...(stillUnread && { unread }), ...(stillReported && { report }) };
}

function applied(idea: Idea, event: IdeaEvent): Idea {
  switch (event.type) {
    case 'submitted': {
      const { submitter, coSubmitters, readFirst } = event.data;
      return { ...idea, authors: unique([event.by, submitter, ...coSubmitters]), ...(readFirst && { unread: true }) };
    }
    case 'edited':
      return { ...idea, authors: event.data.authors ?? unique([event.by]) };
    case 'filled':
      return { ...idea, answeredBy: answeredAfter(idea, event) };
    case 'hidden':
      return { ...idea, hidden: true, hiddenSince: event.seq };
    case 'shown': {
      const { hiddenSince: _, ...rest } = idea;
      return { ...rest, hidden: false };
    }
    case 'closed':
      // Why it was closed is said to those whose it is, who read it all the same.
      return event.data.hide ? { ...idea, hidden: true, hiddenSince: event.seq - 1 } : idea;
    case 'withdrawn':
      return event.data.hide ? { ...idea, withheld: true } : idea;
    case 'wordsWithheld':
      return { ...idea, withheld: true };
    case 'reopened': {
      const { withheld: _, ...rest } = idea;
      return rest;
    }
    case 'commentEdited':
    case 'commentHidden':
    case 'commentRemoved':
      return { ...talkAfter(idea, event), commentsOut: true };
    case 'reported':
      return { ...idea, report: event.seq };
    case 'personLeft':
      return withoutAuthor(idea, event.data.leaver);
    default:
      return idea;
  }
}

/** Whether words that others have read are out of their sight by this event. */
export const takesAway = ({ type, data }: IdeaEvent): boolean =>
  ['hidden', 'wordsWithheld', 'commentEdited', 'commentHidden', 'commentRemoved'].includes(type) ||
  ((type === 'withdrawn' || type === 'closed') && 'hide' in data && data.hide === true);

/** What has become of an earlier comment by this event, kept beside its words. Undefined for events that change none. */
export function changesComment(event: IdeaEvent): { seq: number; since: Since } | undefined {
  switch (event.type) {
    case 'commentEdited':
      return { seq: event.data.comment, since: { comment: event.words.comment ?? '' } };
    case 'commentHidden':
      return { seq: event.data.comment, since: { out: 'hidden' } };
    case 'commentRemoved':
      return { seq: event.data.comment, since: { out: 'removed' } };
    case 'commentShown':
      return { seq: event.data.comment, since: { out: undefined } };
    default:
      return undefined;
  }
}

/** The newest comment says what its writer has made of it, and goes with it. */
function talkAfter(
  before: Idea,
  event: IdeaEvent & { type: 'commentEdited' | 'commentHidden' | 'commentRemoved' },
): Idea {
  const idea = repliedAfter(before, event);
  const { talk, ...rest } = idea;
  if (talk?.seq !== event.data.comment) return idea;
  return event.type === 'commentEdited' ? { ...rest, talk: { ...talk, text: event.words.comment ?? '' } } : rest;
}

/** So does what another comment quotes of it. */
function repliedAfter(
  idea: Idea,
  event: IdeaEvent & { type: 'commentEdited' | 'commentHidden' | 'commentRemoved' },
): Idea {
  const { replied, ...rest } = idea;
  if (replied?.to.as !== 'comment' || replied.to.seq !== event.data.comment) return idea;
  if (event.type !== 'commentEdited' || event.by !== replied.to.by) return rest;
  return { ...rest, replied: { ...replied, to: { ...replied.to, text: event.words.comment ?? '' } } };
}

function answeredAfter(idea: Idea, { by, words }: IdeaEvent & { type: 'filled' }): NonNullable<Idea['answeredBy']> {
  const given = Object.keys(words).filter((field) => field in idea.answers);
  const kept = Object.entries(idea.answeredBy ?? {}).filter(([field]) => field in idea.answers);
  return Object.fromEntries([...kept, ...given.map((field) => [field, by])]);
}

function withoutAuthor(idea: Idea, leaver: PersonRef): Idea {
  return idea.authors ? { ...idea, authors: idea.authors.filter((author) => author !== leaver) } : idea;
}

const unique = (people: readonly string[]): PersonRef[] => [...new Set(people.filter((ref) => ref !== 'clock'))];
