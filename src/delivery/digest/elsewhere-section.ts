import type { Deps } from '../../app/deps.js';
import { elsewhereAgain, type FromElsewhere, nearElsewhere } from '../../app/search/near-elsewhere.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { addDays, type Day } from '../../domain/time.js';
import { cardsBetween, type DayCardRow, hasPost } from '../day-plan.js';

/** Nobody is told of the same thing from elsewhere twice in so many days. */
const TOLD_ONCE_DAYS = 90;

/**
 * One thing from elsewhere for whoever has a post and something that waits: what is like it in another department. No card comes
 * because of it. A card that is drawn anew tells what it told. Two round trips.
 */
export async function fromElsewhere(
  app: Deps,
  person: Person,
  { waiting, today, card }: { waiting: readonly Idea[]; today: Day; card?: DayCardRow | undefined },
): Promise<FromElsewhere | undefined> {
  const before = card && told(card);
  if (before) return elsewhereAgain(app, before);
  if (waiting.length === 0 || !hasPost({ app }, person) || card?.activity !== undefined) return undefined;
  const cards = await cardsBetween(app.deliveries.day, person.ref, addDays(today, -TOLD_ONCE_DAYS), today);
  return nearElsewhere(app, waiting, new Set(cards.flatMap((one) => told(one)?.idea ?? [])));
}

/** As a card's row keeps it. */
export const toldAs = ({ idea, near }: FromElsewhere): string => `${idea.id} ${near.id}`;

function told({ elsewhere = '' }: DayCardRow): Record<keyof FromElsewhere, string> | undefined {
  const [idea, near] = elsewhere.split(' ');
  return idea && near ? { idea, near } : undefined;
}
