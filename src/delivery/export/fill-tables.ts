import type { Deps } from '../../app/deps.js';
import type { ExportScope } from '../../app/export/export-scope.js';
import { exportedFigures } from '../../app/export/exported-figures.js';
import { exportedIdeas } from '../../app/export/exported-records.js';
import { exportedChallenges, exportedObstacles, exportedUndertakings } from '../../app/export/neighbour-records.js';
import type { CardContext } from '../../cards/card-context.js';
import {
  activityEventRows,
  challengeEventRows,
  ideaEventRow,
  obstacleEventRows,
} from '../../cards/export/event-table.js';
import { exportedReading } from '../../cards/export/idea-tables.js';
import { moneySteps } from '../../cards/export/money-table.js';
import { linesOf } from '../../cards/export/other-tables.js';
import type { ExportTable, TableWriter } from '../../cards/export/table.js';
import type { TableOf } from '../../cards/export/table-of.js';
import { tablesOf } from '../../cards/export/tables.js';
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
  const { ideas, events, money, indicators, challenges, obstacles, activities } = tablesOf(context, scope.names);
  const all = [ideas, events, money, indicators, challenges, obstacles, activities];
  const writer = create(all.map(({ table }) => table));
  const add = <T>({ table, cells }: TableOf<T>, one: T) => writer.row(table, cells(one));

  let count = 0;
  for await (const page of exportedIdeas(deps, scope, stopping)) {
    stopping?.throwIfAborted();
    for (const one of page) {
      const reading = exportedReading(context, one);
      add(ideas, reading);
      for (const event of one.events) add(events, ideaEventRow(context, { reading, event }));
      for (const step of moneySteps(reading, one.events)) add(money, step);
      await writer.drained();
    }
    count += page.length;
    await written?.(count);
  }
  const place = scope.department
    ? placeName(context, { department: scope.department.code })
    : context.settings.municipality.name;
  for (const line of linesOf(place, await exportedFigures(deps, scope, reader))) add(indicators, line);
  for await (const one of exportedChallenges(deps, scope)) {
    add(challenges, one.record);
    for (const row of challengeEventRows(context, one)) add(events, row);
  }
  for await (const one of exportedObstacles(deps, scope)) {
    add(obstacles, one.record);
    for (const row of obstacleEventRows(context, one)) add(events, row);
  }
  for await (const one of exportedUndertakings(deps, scope)) {
    add(activities, one.record);
    for (const row of activityEventRows(context, one)) add(events, row);
  }
  await writer.drained();
  await writer.end();
  return count;
}
