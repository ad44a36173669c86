import type { Deps } from '../../app/deps.js';
import { askedBefore, toldBefore } from '../../app/search/met-before.js';
import { elsewhereAgain, type FromElsewhere, nearElsewhere } from '../../app/search/near-elsewhere.js';
import type { DayRow } from '../../cards/digest/day.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person } from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import type { Day } from '../../domain/time.js';
import type { DayCardRow } from '../day-plan.js';

/** So many of the ideas of which a card tells are compared. */
const MOST_NEAR = 2;

/**
 * One thing from elsewhere for whoever is told of such: what is like one of these ideas in another department. No card comes
 * because of it. A card that is drawn anew tells what it told. Two round trips.
 */
export async function fromElsewhere(
  app: Deps,
  person: Person,
  { near, today, card }: { near: readonly Idea[]; today: Day; card?: DayCardRow | undefined },
): Promise<FromElsewhere | undefined> {
  const before = card && told(card);
  if (before) return elsewhereAgain(app, before);
  if (near.length === 0 || card?.activity !== undefined) return undefined;
  const met = () => askedBefore(app, person.ref, today);
  return nearElsewhere(app, near, await toldBefore(app, person.ref, today), met);
}

/** The same for whoever waits for nothing: what is like an idea of which their card tells. One round trip more. */
export async function likeWhatIsTold(
  app: Deps,
  person: Person,
  { said, today, card }: { said: { rows: readonly DayRow[] }; today: Day; card?: DayCardRow | undefined },
): Promise<FromElsewhere | undefined> {
  const names = said.rows.flatMap((row) =>
    'name' in row && row.name?.record === 'idea' ? [wholeId(row.name.id)] : [],
  );
  const near = card?.activity === undefined ? await app.ideas.loadAll([...new Set(names)].slice(0, MOST_NEAR)) : [];
  return fromElsewhere(app, person, { near, today, card });
}

/** As a card's row keeps it. */
export const toldAs = ({ idea, near }: FromElsewhere): string => `${idea.id} ${near.id}`;

function told({ elsewhere = '' }: DayCardRow): Record<keyof FromElsewhere, string> | undefined {
  const [idea, near] = elsewhere.split(' ');
  return idea && near ? { idea, near } : undefined;
}
