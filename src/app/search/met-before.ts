import { MET_ONCE_DAYS, stillMet } from '../../domain/person/met-before.js';
import type { PersonRef } from '../../domain/person/person.js';
import { addDays, type Day } from '../../domain/time.js';
import type { Deps } from '../deps.js';
import { readPairs } from './near-elsewhere.js';

/** What a day card has told from other departments, as its row keeps it (`writePairs`). */
interface TellsFromOthers {
  elsewhere?: string;
  fits?: string;
}

/** The ideas of other departments of which a day card has told. */
export const toldIn = ({ elsewhere, fits }: TellsFromOthers): string[] =>
  [elsewhere, fits].flatMap((pairs) => readPairs(pairs).map(({ idea }) => idea));

/**
 * What somebody has met from other departments in the last 90 days, in their day card or because they asked for it: they meet none
 * of it again. Two requests, one round trip's time.
 */
export async function metBefore(
  { met, deliveries }: Pick<Deps, 'met' | 'deliveries'>,
  person: PersonRef,
  today: Day,
): Promise<Set<string>> {
  const [seen, told] = await Promise.all([met.of(person), toldBefore({ deliveries }, person, today)]);
  return new Set([...stillMet(seen, today), ...told]);
}

/** Those of which their day cards have told. One round trip. */
async function toldBefore(
  { deliveries }: Pick<Deps, 'deliveries'>,
  person: PersonRef,
  today: Day,
): Promise<Set<string>> {
  const cards = await deliveries.day.cards(person, addDays(today, -MET_ONCE_DAYS), today);
  return new Set(cards.flatMap((card) => (card.kind === 'daily' ? toldIn(card) : [])));
}

/** Those that they have been shown because they asked. One round trip. */
export const askedBefore = async ({ met }: Pick<Deps, 'met'>, person: PersonRef, today: Day): Promise<Set<string>> =>
  new Set(stillMet(await met.of(person), today));
