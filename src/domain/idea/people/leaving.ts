import type { WordsRule } from '../../organisation/organisation-schema.js';
import type { PersonRef } from '../../person/person.js';
import type { EventType, IdeaEvent, Leaving } from '../events.js';
import type { Idea } from '../idea.js';
import { asNow, refsIn } from './same-person.js';
import { isAmong, withoutPerson } from './together.js';

/**
 * What becomes of an idea when somebody who has a part in it has their data erased. Their decisions stand, by a reference
 * that leads to nobody any more; what they were to do goes back to those who decide.
 */

/** A task that somebody can have; each holds one person. */
const tasks = ['driver', 'doer', 'owner'] as const;

/** Whether the idea as it stands has this person in it, so that something changes when they leave. */
export const hasPart = (idea: Idea, person: PersonRef): boolean =>
  isAmong(idea, person) ||
  idea.leader === person ||
  idea.talk?.by === person ||
  idea.talk?.with?.includes(person) === true ||
  idea.replied?.to.by === person ||
  idea.progress?.by === person ||
  tasks.some((task) => idea[task]?.person === person);

/** The idea without the one who has left. Of several who had it together, the next one is its submitter. */
export function withoutLeaver(idea: Idea, { leaver, words, contacts, pictures }: Leaving): Idea {
  const rest = { ...idea };
  if (rest.leader === leaver) delete rest.leader;
  if (rest.talk?.by === leaver) delete rest.talk;
  if (rest.talk?.with) rest.talk = { ...rest.talk, with: rest.talk.with.filter((one) => one !== leaver) };
  if (rest.replied?.to.by === leaver) delete rest.replied;
  if (rest.progress?.by === leaver) delete rest.progress;
  for (const task of tasks) if (rest[task]?.person === leaver) delete rest[task];
  const left = withoutPerson(rest, leaver);
  const unread = { ...left, adoptions: withoutContacts(left.adoptions, contacts) };
  return words === 'erased' ? withoutWords(unread, pictures) : unread;
}

function withoutContacts(adoptions: Idea['adoptions'], departments: readonly string[]): Idea['adoptions'] {
  const entries = Object.entries(adoptions).map(([code, adoption]) => {
    const { contact: _, ...rest } = adoption;
    return [code, departments.includes(code) ? rest : adoption] as const;
  });
  return Object.fromEntries(entries);
}

/** The words of an idea are those of all who had it: they go with the last one. */
function withoutWords(idea: Idea, pictures: readonly string[]): Idea {
  const kept = { ...idea, pictures: idea.pictures.filter((name) => !pictures.includes(name)) };
  if (!idea.submittersLeft) return kept;
  const { workplace: _, ...rest } = kept;
  return { ...rest, words: { title: '', problem: '' } };
}

/** True when nobody can read the idea's words again: those whose they were have left, and had them erased. */
export const wordsAreErased = ({ words }: Pick<Idea, 'words'>): boolean => words.title === '';

/**
 * Whose the words of each kind of event are. `idea`: those who had the idea together. `person`: the one who wrote them.
 * `contact`: a way to reach somebody, of no use when they have left. `record`: the reasons and results of what was
 * decided, which stay with the decision.
 */
const wordsBelongTo: { readonly [T in EventType]: 'idea' | 'person' | 'contact' | 'record' } = {
  submitted: 'idea',
  edited: 'idea',
  withdrawn: 'record',
  wordsWithheld: 'record',
  reopened: 'record',
  coSubmitterAsked: 'record',
  coSubmitterAdded: 'record',
  coSubmitterDeclined: 'record',
  coSubmitterLapsed: 'record',
  steppedOut: 'record',
  pictureAdded: 'record',

  asked: 'record',
  answered: 'person',
  commented: 'person',
  commentEdited: 'person',
  commentRemoved: 'record',
  commentHidden: 'record',
  commentShown: 'record',
  thanked: 'person',
  progressReported: 'person',
  concerned: 'record',
  filled: 'record',

  explored: 'record',
  driverNamed: 'record',
  drivingAccepted: 'record',
  drivingDeclined: 'person',
  doingAsked: 'record',
  doingAccepted: 'record',
  doingDeclined: 'person',
  done: 'record',

  planned: 'record',
  planSubmitted: 'record',
  ownPlanSent: 'record',
  planApproved: 'record',
  sentBack: 'record',
  takenBack: 'record',
  granted: 'record',
  moneyDeclined: 'record',

  extended: 'record',
  resultSubmitted: 'record',
  usedHere: 'record',

  scaled: 'record',
  ownerNamed: 'record',
  owningAccepted: 'record',
  owningDeclined: 'person',
  invited: 'record',
  adopted: 'contact',
  notNow: 'record',
  stoppedUsing: 'record',
  backToTest: 'record',
  spread: 'record',
  followedUp: 'record',
  retired: 'record',

  passedOn: 'record',
  closed: 'record',
  mergeProposed: 'record',
  mergeDeclined: 'record',
  mergeLapsed: 'record',
  merged: 'record',
  absorbed: 'record',
  hidden: 'record',
  shown: 'record',
  hiddenRead: 'record',
  openedToAll: 'record',
  reported: 'person',
  reportAnswered: 'record',
  personLeft: 'record',

  reminded: 'record',
  escalated: 'record',
  remindedAgain: 'record',
  delayTold: 'record',
  progressAsked: 'record',
  identified: 'record',
  movedOn: 'record',
  halfWay: 'record',
  cameBack: 'record',
  adoptionChecked: 'record',
  followUpAsked: 'record',
};

/** Whether the words of an event go when this person leaves. `idea` is as it stands without them. */
export function wordsGo(event: IdeaEvent, leaver: PersonRef, idea: Idea, rule: WordsRule): boolean {
  const isTheirs = event.by === leaver || asNow(idea, event.by) === leaver;
  switch (wordsBelongTo[event.type]) {
    case 'idea':
      return rule === 'erase' && idea.submittersLeft === true;
    case 'person':
      return rule === 'erase' && isTheirs;
    case 'contact':
      return isTheirs;
    case 'record':
      return false;
  }
}

/** What leaving takes out of an idea beside its words: contacts that the leaver gave, and pictures that they sent. */
export function leavingOf(events: readonly IdeaEvent[], leaver: PersonRef, rule: WordsRule): Leaving {
  const refs = refsIn(events, leaver);
  const own = events.filter(({ by }) => refs.includes(by));
  return {
    leaver,
    words: rule === 'erase' ? 'erased' : 'kept',
    contacts: [...new Set(own.flatMap((event) => (event.type === 'adopted' ? [event.data.department] : [])))],
    pictures: own.flatMap((event) => (event.type === 'pictureAdded' && rule === 'erase' ? [event.data.picture] : [])),
  };
}
