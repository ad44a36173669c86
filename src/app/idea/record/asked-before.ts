import type { EventType, IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { departmentsOf } from '../../../domain/idea/policy.js';
import { codesAnswered } from '../../../domain/idea/use/own-codes.js';
import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';

/** So many decisions may have been made on the idea since the one that is looked for. */
const MOST_SINCE = 5;

const approvals: readonly EventType[] = ['planApproved', 'ownPlanSent'];
const invitations: readonly EventType[] = ['invited', 'scaled'];

/**
 * What a card says beside what it asks, however much has happened since: who approved the plan whose money is waited for,
 * who asks the reader's department to take the idea in, why somebody has reported its text. `shown`: the events that it has
 * anyway, the oldest first. Of most ideas none; a round trip's time where there are any.
 */
export async function askedBefore(
  deps: Deps,
  person: Person,
  idea: Idea,
  shown: readonly IdeaEvent[],
): Promise<IdeaEvent[]> {
  const { id, waiting, adoptions, report } = idea;
  const below = shown.find(({ adoption }) => adoption === undefined)?.seq;
  if (below === 1) return [];
  const codes = codesAnswered(idea, departmentsOf(person, deps.directory()), deps.directory());
  const isInvited = codes.some((code) => adoptions[code]?.status === 'invited');
  const sought = [...(waiting?.for === 'funder' ? [approvals] : []), ...(isInvited ? [invitations] : [])].filter(
    (types) => !shown.some(({ type }) => types.includes(type)),
  );
  const isBefore = report !== undefined && (below === undefined || report < below);
  const [decisions, reported] = await Promise.all([
    sought.length > 0 ? deps.ideas.ownDecisions(id, { below, limit: MOST_SINCE }) : [],
    isBefore ? deps.ideas.event(id, report) : undefined,
  ]);
  const found = sought.flatMap((types) => decisions.find(({ type }) => types.includes(type)) ?? []);
  return [...found, ...(reported ? [reported] : [])].sort((one, other) => one.seq - other.seq);
}
