import type { CardContext } from '../card-context.js';
import { eventTable } from './event-table.js';
import { ideaTable } from './idea-tables.js';
import { moneyTable } from './money-table.js';
import { activityTable, challengeTable, figureTable, obstacleTable } from './other-tables.js';

/** All that is taken out of Idélotsen, a table for each. `names`: with who has which part in the ideas. */
export const tablesOf = (context: CardContext, names: boolean) => ({
  ideas: ideaTable(context, names),
  events: eventTable(context),
  money: moneyTable(context),
  indicators: figureTable(context),
  challenges: challengeTable(context),
  obstacles: obstacleTable(context),
  activities: activityTable(context),
});
