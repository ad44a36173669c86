import type { Deps } from '../../app/deps.js';
import { askedBefore, toldIn } from '../../app/search/met-before.js';
import { elsewhereAgain, type FromElsewhere, nearElsewhere, readPairs } from '../../app/search/near-elsewhere.js';
import type { DayRow } from '../../cards/digest/day.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import type { Day } from '../../domain/time.js';
import type { DayCardRow } from '../day-plan.js';

/** So many of the ideas of which a card tells are compared. */
const MOST_NEAR = 2;

/** `card`: the one that is drawn, which stands perhaps; `cards`: those of the last 90 days, read where they matter. */
interface LookElsewhere {
  today: Day;
  card?: DayCardRow | undefined;
  cards: () => Promise<readonly DayCardRow[]>;
}

/**
 * One thing from elsewhere for whoever is told of such: what is like one of these ideas in another department. No card comes
 * because of it. A card that is drawn anew tells what it told. Two round trips.
 */
export async function fromElsewhere(
  app: Deps,
  person: Person,
  { near, today, card, cards }: LookElsewhere & { near: readonly Idea[] },
): Promise<FromElsewhere | undefined> {
  const [before] = readPairs(card?.elsewhere);
  if (before) return elsewhereAgain(app, before);
  if (near.length === 0 || card?.activity !== undefined) return undefined;
  const met = () => askedBefore(app, person.ref, today);
  return nearElsewhere(app, near, new Set((await cards()).flatMap(toldIn)), met);
}

/** The same for whoever waits for nothing: what is like an idea of which their card tells. One round trip more. */
export async function likeWhatIsTold(
  app: Deps,
  person: Person,
  { said, ...look }: LookElsewhere & { said: { rows: readonly DayRow[] } },
): Promise<FromElsewhere | undefined> {
  const names = said.rows.flatMap((row) =>
    'name' in row && row.name?.record === 'idea' ? [wholeId(row.name.id)] : [],
  );
  const near =
    look.card?.activity === undefined ? await app.ideas.loadAll([...new Set(names)].slice(0, MOST_NEAR)) : [];
  return fromElsewhere(app, person, { near, ...look });
}
