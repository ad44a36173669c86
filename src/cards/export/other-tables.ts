import type { ExportedFigures } from '../../app/export/exported-figures.js';
import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ReportLine } from '../../domain/figures/report.js';
import type { ReportPeriod } from '../../domain/figures/report-periods.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { dayOf } from '../../domain/time.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { NO_YEAR } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { stageText as challengeStage, titleOf, whoseName } from '../challenge/challenge-words.js';
import { periodText, valueText } from '../figures/report.js';
import { lineOf, stageText as obstacleStage } from '../obstacle/obstacle-words.js';
import { shortPlaceName } from '../places.js';
import { stageText as activityStage, whatOf } from '../undertaking/undertaking-words.js';
import { dayCell, type TableOf, tableOf } from './table-of.js';

/** An indicator in a period: what it comes to, and what that means. */
export interface ExportedLine {
  place: string;
  period: ReportPeriod;
  line: ReportLine;
}

export const linesOf = (place: string, all: readonly ExportedFigures[]): ExportedLine[] =>
  all.flatMap(({ period, lines }) => lines.map((line) => ({ place, period, line })));

export function figureTable(context: CardContext): TableOf<ExportedLine> {
  const { t } = context;
  const counted = ({ current }: ReportLine) => ('cases' in current ? current : undefined);
  return tableOf<ExportedLine>(context, 'indicators', [
    { name: 'place', width: 28, cell: ({ place }) => place },
    { name: 'period', width: 22, cell: ({ period }) => periodText(context, period) },
    { name: 'indicator', width: 30, cell: ({ line }) => t(`figures.line.${line.name}`) },
    { name: 'hits', width: 10, kind: 'number', cell: ({ line }) => counted(line)?.hits },
    { name: 'cases', width: 10, kind: 'number', cell: ({ line }) => counted(line)?.cases },
    { name: 'told', width: 44, cell: ({ line }) => valueText(context, line.name, line.current) },
    {
      ...{ name: 'yearBefore', width: 44 },
      cell: ({ line }) => (line.before ? valueText(context, line.name, line.before) : undefined),
    },
    { name: 'means', width: 70, cell: ({ line }) => t(`figures.line.${line.name}.means`) },
  ]);
}

export function challengeTable(context: CardContext): TableOf<Challenge> {
  const words = ({ hidden }: Challenge, text: string | undefined) => (hidden ? undefined : text);
  return tableOf<Challenge>(context, 'challenges', [
    { name: 'id', width: 10, cell: ({ id }) => id },
    {
      ...{ name: 'title', width: 40 },
      cell: ({ words: { title = '' }, hidden }) => titleOf(context, { title, ...(hidden && { hidden }) }),
    },
    { name: 'problem', width: 60, cell: (one) => words(one, one.words.problem) },
    { name: 'department', width: 28, cell: (one) => whoseName(context, one) },
    { name: 'stage', width: 30, cell: (one) => challengeStage(context, one) },
    { name: 'openedOn', width: 12, kind: 'day', cell: ({ openedOn }) => dayCell(openedOn) },
    { name: 'answerBy', width: 12, kind: 'day', cell: ({ answerBy }) => ({ day: answerBy }) },
    { name: 'resultBy', width: 12, kind: 'day', cell: ({ resultBy }) => ({ day: resultBy }) },
    { name: 'amount', width: 12, kind: 'number', cell: ({ offers }) => offers.money },
    { name: 'result', width: 60, cell: (one) => words(one, one.words.result) },
  ]);
}

/** What departments have undertaken ("Aktiviteter"): one that is hidden without its words. */
export function activityTable(context: CardContext): TableOf<Undertaking> {
  const words = ({ hidden }: Undertaking, text: string | undefined) => (hidden ? undefined : text);
  return tableOf<Undertaking>(context, 'activities', [
    { name: 'id', width: 10, cell: ({ id }) => id },
    { name: 'activity', width: 60, cell: (one) => whatOf(context, one) },
    { name: 'taker', width: 28, cell: (one) => words(one, one.words.who) },
    { name: 'department', width: 28, cell: (one) => shortPlaceName(context, one) },
    { name: 'year', width: 8, kind: 'year', cell: ({ year }) => Number(year) },
    { name: 'stage', width: 30, cell: (one) => activityStage(context, one, NO_YEAR) },
    { name: 'doneBy', width: 12, kind: 'day', cell: ({ until }) => ({ day: until }) },
    { name: 'result', width: 60, cell: (one) => words(one, one.words.result) },
    { name: 'why', width: 60, cell: (one) => words(one, one.words.why) },
  ]);
}

export function obstacleTable(context: CardContext): TableOf<Obstacle> {
  const { t, timeZone } = context;
  return tableOf<Obstacle>(context, 'obstacles', [
    { name: 'id', width: 10, cell: ({ id }) => id },
    { name: 'line', width: 60, cell: (one) => lineOf(context, one) },
    { name: 'obstacleKind', width: 24, cell: ({ kind }) => t(`obstacle.kind.${kind}`) },
    { name: 'stage', width: 30, cell: (one) => obstacleStage(context, one) },
    { name: 'department', width: 28, cell: (one) => shortPlaceName(context, one) },
    { name: 'doneBy', width: 12, kind: 'day', cell: ({ until }) => dayCell(until) },
    { name: 'changedOn', width: 12, kind: 'day', cell: ({ changedAt }) => ({ day: dayOf(changedAt, timeZone) }) },
    { name: 'how', width: 60, cell: ({ hidden, words }) => (hidden ? undefined : words.how) },
  ]);
}
