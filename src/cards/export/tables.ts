import { NO_YEAR } from '../../text/dates.js';
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
  challenges: challengeTable(undated(context)),
  obstacles: obstacleTable(undated(context)),
  activities: activityTable(context),
});

/** The same, in which every date has its year: a file is read in other years. */
const undated = (context: CardContext): CardContext => ({ ...context, today: NO_YEAR });
