import { myTurn } from '../../app/idea/lists/my-turn.js';
import type { Drawn } from '../../cards/card-context.js';
import { caughtUp } from '../../cards/digest/caught-up.js';
import { myTurn as myTurnCard } from '../../cards/idea/lists/my-turn.js';
import { withStopLine } from '../../cards/stop-line.js';
import type { Person } from '../../domain/person/person.js';
import { readLabel } from '../../domain/record.js';
import type { DeliveryDeps } from '../deps.js';

type Parts = Pick<DeliveryDeps, 'app' | 'context'>;

/** The new ideas of a day in one card: all that waits for the reader now; or why nothing is said. */
export async function dailyCard({ app, context: contextFor }: Parts, person: Person): Promise<Drawn | string> {
  const turn = await myTurn(app, person, 'all', 0);
  if (turn.counts.all === 0) return 'nothing waits';
  const context = contextFor(person.language);
  return withStopLine(context, myTurnCard(context, turn, person.ref), 'notice.stop.daily');
}

/** What somebody missed, by the labels of its records, and what waits for them; or why nothing is said. */
export async function caughtUpCard(
  { app, context }: Parts,
  { records }: { records: string },
  person: Person,
): Promise<{ card: Drawn; asks: boolean } | string> {
  const ids = records.split(' ').flatMap((label) => readLabel(label)?.id ?? []);
  const [turn, news] = await Promise.all([myTurn(app, person, 'all', 0), app.ideas.loadAll(ids)]);
  if (turn.counts.all === 0 && news.length === 0) return 'nothing waits';
  return { card: caughtUp(context(person.language), { turn, news, reader: person.ref }), asks: turn.counts.all > 0 };
}
