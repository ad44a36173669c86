import { myTurn } from '../../app/idea/lists/my-turn.js';
import type { Drawn } from '../../cards/card-context.js';
import { caughtUp } from '../../cards/digest/caught-up.js';
import type { Person } from '../../domain/person/person.js';
import { labelOf, type RecordName, readLabel } from '../../domain/record.js';
import type { DeliveryDeps } from '../deps.js';
import { subjectOf } from '../subjects.js';

type Parts = Pick<DeliveryDeps, 'app' | 'context'>;

/** What somebody missed, by the labels of its records, and what waits for them; or why nothing is said. */
export async function caughtUpCard(
  parts: Parts,
  { records }: { records: string },
  person: Person,
): Promise<{ card: Drawn; asks: boolean } | string> {
  const names = records.split(' ').flatMap((label) => readLabel(label) ?? []);
  const [turn, news] = await Promise.all([myTurn(parts.app, person, 'all', 0), newsOf(parts, person, names)]);
  if (turn.counts.all === 0 && news.length === 0) return 'nothing waits';
  const context = parts.context(person.language);
  return { card: caughtUp(context, { turn, news, reader: person.ref }), asks: turn.counts.all > 0 };
}

/** The rows of these records in their order, whatever their kinds: each kind draws its own, all at the same time. */
async function newsOf({ app, context }: Parts, person: Person, names: readonly RecordName[]) {
  const kinds = [...new Set(names.map(({ record }) => record))];
  const drawn = await Promise.all(
    kinds.map((kind) => {
      const ids = names.filter(({ record }) => record === kind).map(({ id }) => id);
      return subjectOf(kind).newsRows(app, context(person.language), person, ids);
    }),
  );
  const rows = new Map(drawn.flat().map((row) => [labelOf(row.name), row]));
  return names.flatMap((name) => rows.get(labelOf(name)) ?? []);
}
