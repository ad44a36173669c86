import { FEWEST_FOR_PER_CENT, type FigureOf, type FigureTold } from '../../domain/figures/figures.js';
import type { Month, Periods } from '../../domain/figures/months.js';
import { monthText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';

/** What a figure says of one period: "3 av 7", "86 %", "12", or that it is not shown. */
export function valueText({ t }: Pick<CardContext, 't'>, as: FigureOf['as'], told: FigureTold): string {
  if (told.few) return t('figures.value.few');
  return as === 'number' ? t('figures.value.number', { count: told.cases }) : shareText({ t }, told);
}

/** "3 av 7" of few cases, else "86 %". */
export function shareText({ t }: Pick<CardContext, 't'>, { cases, hits }: { cases: number; hits: number }): string {
  if (cases === 0) return t('figures.value.none');
  if (cases < FEWEST_FOR_PER_CENT) return t('figures.value.of', { count: hits, all: cases });
  return t('figures.value.perCent', { share: Math.round((100 * hits) / cases) });
}

const monthIn = ({ language }: Pick<CardContext, 'language'>, month: Month): string =>
  // A year is always said: both periods have the same months.
  monthText(`${month}-01`, language, '');

/** "november 2025–oktober 2026 och året innan". */
export const periodText = (context: CardContext, { current }: Periods): string =>
  context.t('figures.period', {
    from: monthIn(context, current[0] ?? ''),
    to: monthIn(context, current.at(-1) ?? ''),
  });

/** Whether any of it is not shown, for too few people are behind it. */
export const hidesSome = (figures: readonly FigureOf[]): boolean =>
  figures.some(({ current, before }) => current.few || before.few);
