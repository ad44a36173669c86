import type { Deps } from '../../app/deps.js';
import type { ExportScope } from '../../app/export/export-scope.js';
import { exportedFigures } from '../../app/export/exported-figures.js';
import { exportedChallenges, exportedIdeas, exportedObstacles } from '../../app/export/exported-records.js';
import type { CardContext } from '../../cards/card-context.js';
import { eventTable, exportedReading, ideaTable } from '../../cards/export/idea-tables.js';
import { moneySteps, moneyTable } from '../../cards/export/money-table.js';
import { challengeTable, figureTable, linesOf, obstacleTable } from '../../cards/export/other-tables.js';
import type { ExportTable, TableWriter } from '../../cards/export/table.js';
import type { TableOf } from '../../cards/export/table-of.js';
import { placeName } from '../../cards/places.js';

/** How a file is filled: who reads the indicators, where that is somebody; what is told of how far it is; what breaks it off. */
interface Filling {
  reader?: { ref: string; leads: boolean } | undefined;
  /** So many ideas are written. Rejects to break it off. */
  written?: (ideas: number) => Promise<void>;
  stopping?: AbortSignal | undefined;
}

/**
 * Fills a file with all that the scope takes out, in the language of its context, and ends it. Each record is read once, and no
 * more than a page of them is held. Gives how many ideas stand in it.
 */
export async function fillTables(
  deps: Deps,
  context: CardContext,
  scope: ExportScope,
  create: (tables: readonly ExportTable[]) => TableWriter,
  { reader, written, stopping }: Filling = {},
): Promise<number> {
  const [ideas, events, money] = [ideaTable(context, scope.names), eventTable(context), moneyTable(context)];
  const [figures, challenges, obstacles] = [figureTable(context), challengeTable(context), obstacleTable(context)];
  const writer = create([ideas, events, money, figures, challenges, obstacles].map(({ table }) => table));
  const add = <T>({ table, cells }: TableOf<T>, one: T) => writer.row(table, cells(one));

  let count = 0;
  for await (const page of exportedIdeas(deps, scope, stopping)) {
    stopping?.throwIfAborted();
    for (const one of page) {
      const reading = exportedReading(context, one);
      add(ideas, reading);
      for (const event of one.events) add(events, { reading, event });
      for (const step of moneySteps(reading, one.events)) add(money, step);
      await writer.drained();
    }
    count += page.length;
    await written?.(count);
  }
  const place = scope.department
    ? placeName(context, { department: scope.department.code })
    : context.settings.municipality.name;
  for (const line of linesOf(place, await exportedFigures(deps, scope, reader))) add(figures, line);
  for await (const one of exportedChallenges(deps, scope)) add(challenges, one);
  for await (const one of exportedObstacles(deps, scope)) add(obstacles, one);
  await writer.drained();
  await writer.end();
  return count;
}
