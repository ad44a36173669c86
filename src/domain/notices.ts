import type { EventType, Idea, IdeaEvent } from './idea.js';
import type { PersonRef } from './person.js';

/** Whom a notice is for, as a role: resolved to people when it is sent, so a changed organisation is followed. */
export type Audience = 'deciders' | 'submitter' | 'doer' | 'driver' | 'leader' | 'waitedFor';

/** Who hears of each kind of event, the more important first: a person with two roles gets the first one's message only. */
export const audiences: { readonly [T in EventType]: readonly Audience[] } = {
  submitted: ['deciders'],
  edited: [],
  asked: ['submitter'],
  answered: ['driver', 'deciders'],
  explored: ['submitter'],
  doingAsked: ['doer', 'submitter'],
  doingAccepted: ['leader'],
  doingDeclined: ['deciders'],
  done: ['submitter', 'leader'],
  passedOn: ['deciders', 'submitter'],
  closed: ['submitter', 'doer', 'driver'],
  hidden: ['submitter'],
  withdrawn: ['doer', 'driver'],
  reminded: ['waitedFor', 'submitter'],
};

/** Everybody whom an event concerns, once each, never the one who did it. `deciders` are those of the idea as it now stands. */
export function recipientsOf(
  event: IdeaEvent,
  idea: Idea,
  deciders: readonly PersonRef[],
): { person: PersonRef; as: Audience }[] {
  const chosen = new Map<PersonRef, Audience>();
  for (const audience of audiences[event.type]) {
    for (const person of membersOf(audience, idea, deciders)) {
      if (person !== event.by && !chosen.has(person)) chosen.set(person, audience);
    }
  }
  return [...chosen].map(([person, as]) => ({ person, as }));
}

function membersOf(audience: Audience, idea: Idea, deciders: readonly PersonRef[]): readonly PersonRef[] {
  const one = (person: PersonRef | undefined) => (person ? [person] : []);
  switch (audience) {
    case 'deciders':
      return idea.driver && idea.stage !== 'submitted' ? [] : deciders;
    case 'submitter':
      return [idea.submitter];
    case 'doer':
      return one(idea.doer?.person);
    case 'driver':
      return one(idea.driver);
    case 'leader':
      return one(idea.leader);
    case 'waitedFor':
      if (!idea.waiting) return [];
      return idea.waiting.for === 'deciders' ? deciders : [idea.waiting.person];
  }
}
