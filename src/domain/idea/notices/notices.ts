import type { PersonRef } from '../../person/person.js';
import { checkersOf } from '../deciding/checks.js';
import { type EventType, eventTypes, type IdeaEvent, meaningOf } from '../events.js';
import type { Idea } from '../idea.js';
import { successorOf } from '../people/successor.js';
import { type Audience, type LookedUp, lookedUp, type Stop } from './audiences.js';

/** Who hears of each kind of event, the more important first. */
export const audiences = Object.fromEntries(eventTypes.map((type) => [type, meaningOf({ type }).hears])) as {
  readonly [T in EventType]: readonly Audience[];
};

/** Whether a notice is of the kind that a decider may choose to get with the day's others in one card. */
export const isNewIdea = (event: Pick<IdeaEvent, 'type'>, as: Audience): boolean =>
  as === 'deciders' && meaningOf(event).bringsIdea === true;

const stopsOfAudience: { readonly [A in Audience]?: Stop } = {
  waitedFor: 'reminders',
  managers: 'reminders',
  followers: 'followed',
  needing: 'followed',
  sharing: 'followed',
};

/** The settings of which each stops this notice. None for news of one's own ideas and for what one is asked: those always come. */
export const stopsOf = (event: Pick<IdeaEvent, 'type'>, as: Audience): Stop[] =>
  [stopsOfAudience[as], meaningOf(event).stop].filter((stop) => stop !== undefined);

/** Which of an event's audiences have to be looked up. */
export const lookUpsOf = (event: IdeaEvent): LookedUp[] =>
  lookedUp.filter((audience) => meaningOf(event).hears.includes(audience));

/** Those whose own idea has become a part of this one hear what its submitters hear. */
export const audiencesOf = (event: Pick<IdeaEvent, 'type'>): readonly Audience[] => {
  const { hears, submittersOnly } = meaningOf(event);
  return hears.flatMap((audience) => (audience === 'submitter' && !submittersOnly ? [audience, 'joined'] : [audience]));
};

/** Everybody whom an event concerns, once each, never the one who did it. `found` are the looked-up ones of the idea as it now stands. */
export function recipientsOf(
  event: IdeaEvent,
  idea: Idea,
  found: Partial<Record<LookedUp, readonly PersonRef[]>>,
): { person: PersonRef; as: Audience }[] {
  const { tells } = meaningOf(event);
  const chosen = new Map<PersonRef, Audience>();
  for (const as of audiencesOf(event)) {
    for (const person of membersOf(as, event, idea, found)) {
      const isTold = person !== event.by && (tells?.({ person, as }, event, idea) ?? true);
      if (isTold && !chosen.has(person)) chosen.set(person, as);
    }
  }
  return [...chosen].map(([person, as]) => ({ person, as }));
}

function membersOf(
  audience: Audience,
  { data }: IdeaEvent,
  idea: Idea,
  found: Partial<Record<LookedUp, readonly PersonRef[]>>,
): readonly PersonRef[] {
  const one = (person: PersonRef | undefined) => (person ? [person] : []);
  switch (audience) {
    case 'submitter':
      return [idea.submitter, ...idea.coSubmitters];
    case 'driver':
    case 'doer':
    case 'owner':
      return one(idea[audience]?.person);
    // Whoever has said yes hears what came of it; until then they have no part in it.
    case 'successor':
      return one(successorOf(idea));
    case 'checkers':
      return checkersOf(idea);
    case 'consulted':
      return 'people' in data ? data.people : [];
    case 'leader':
      return one(idea.leader);
    // Whoever has paid for a test hears what came of it.
    case 'granter':
      return one(idea.money?.grantedBy);
    case 'funder':
      return 'funder' in data && data.funder ? (found.funder ?? []) : [];
    // Whatever the organisation says, nobody of an idea's that solves it alone.
    case 'partners':
      return idea.takingPart ? (found.partners ?? []) : [];
    case 'joined':
      return idea.joined ?? [];
    case 'commenter':
      return 'by' in data && data.by !== 'clock' ? one(data.by) : [];
    case 'added':
      return 'person' in data ? one(data.person) : [];
    case 'asker':
      return 'askers' in data ? (data.askers ?? []) : 'asker' in data ? one(data.asker) : [];
    default:
      return found[audience] ?? [];
  }
}
