import type { Deps } from '../../app/deps.js';
import { decidersOf } from '../../app/idea/people/deciders.js';
import { fundersOf } from '../../app/idea/people/funders.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea, Waiting } from '../../domain/idea/idea.js';
import type { PersonRef } from '../../domain/person/person.js';

/**
 * For whom an idea waited before an event and may not wait now: those who decided on it or its money, there and then, or
 * the one person. Nobody where it waits as it did. What is asked beside the idea's own way has no part in it.
 */
export async function waitedBefore(app: Deps, idea: Idea, event: IdeaEvent): Promise<PersonRef[]> {
  if (event.adoption !== undefined || event.seq <= 1) return [];
  const { hears, leadersIn } = meaningOf(event);
  const [from] = (hears.includes('formerDeciders') && leadersIn?.(event)) || [];
  const [before] = await app.ideas.eventsBetween(idea.id, event.seq - 1, event.seq - 1);
  const waited = before?.to.waiting;
  if (!waited || (from === undefined && isSame(waited, event.to.waiting))) return [];
  if ('person' in waited) return [waited.person];
  if (waited.for === 'funder') return fundersOf(app, idea, idea.money?.funder);
  // Whom it had come to is not known any more: all whom it may have come to.
  return decidersOf(app, { ...idea, department: from ?? idea.department, tier: 'office' });
}

const isSame = (one: Waiting, other: Waiting | undefined): boolean =>
  other !== undefined &&
  one.for === other.for &&
  ('person' in one ? one.person : '') === ('person' in other ? other.person : '');
