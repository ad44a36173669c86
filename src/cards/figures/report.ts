import type { Report } from '../../app/figures/report.js';
import { type TestResult, testResults } from '../../domain/figures/marking/finished-tests.js';
import { besideNames, type ReportLine } from '../../domain/figures/report.js';
import { periodName, type ReportPeriod } from '../../domain/figures/report-periods.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { paragraphs } from '../paragraphs.js';
import { placeName } from '../places.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';
import { shareText } from './figure-words.js';

const plain = { inputs: 'none' } as const;
/** So many other periods can be chosen: the card has buttons beside them. */
const MOST_PERIODS = 3;
/** So much of a lesson goes into a report. */
const LONGEST_LESSON = 300;

/** "Text till uppföljningen": plain lines to be copied into whatever the municipality reports in. */
export function reportCard(context: CardContext, view: Report): Drawn {
  const { t } = context;
  const { period, periods, department, lines, lessons } = view;
  const heading = t('figures.report.heading');
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const text = [
    t('figures.report.first', { place, period: periodText(context, period) }),
    ...lines.map((line) => lineText(context, line)),
    ...(lessons.length > 0 ? [t('figures.report.lessons')] : []),
    ...lessons.map(({ words, ending }) => `${words.title}: ${shortened(ending?.lesson ?? '', LONGEST_LESSON)}`),
  ];
  const where = department ? { department: department.code } : {};
  const others = periods.filter((one) => one !== period).slice(0, MOST_PERIODS);
  const card = context.draw('note', {
    heading,
    lines: [{ text: t('figures.report.about') }, ...text.flatMap(paragraphs)],
    buttonRows: buttonRows([
      ...others.map((one) => button(periodText(context, one), 'report', { period: periodName(one), ...where }, plain)),
      button(t('button.back'), 'followUp', where, plain),
    ]),
    links: [],
  });
  return { card, summary: heading };
}

export const periodText = ({ t }: CardContext, { year, part }: ReportPeriod): string =>
  t(`figures.period.${part}`, { year: String(year) });

/** A figure with that of the year before, and what it means. */
function lineText(context: CardContext, { name, current, before }: ReportLine): string {
  const { t } = context;
  const value = valueText(context, name, current);
  const both = before ? t('figures.beside', { value, before: valueText(context, name, before) }) : value;
  return `${t('figures.report.line', { figure: t(`figures.line.${name}`), value: both })} ${t(`figures.line.${name}.means`)}`;
}

export function valueText(context: CardContext, name: ReportLine['name'], value: ReportLine['current']): string {
  const { t } = context;
  if (value.few) return t('figures.report.few');
  if ('longest' in value) return t('figures.report.days', { days: value.days, longest: value.longest });
  if ('sums' in value) {
    const { asked, granted, used } = value.sums;
    const sums = {
      ...{ asked: amountText(context, asked), granted: amountText(context, granted), used: amountText(context, used) },
    };
    const money = t('figures.report.money', sums);
    return value.days === undefined
      ? money
      : `${money}, ${t('figures.report.money.days', { count: Math.round(value.days) })}`;
  }
  if ('results' in value) return resultsText(context, value.results);
  const { cases, hits, beside = {} } = value;
  const more = besideNames.flatMap((one) => (beside[one] ? [t(`figures.report.${one}`, { count: beside[one] })] : []));
  if (more.length > 0) return [shareText(context, value), ...more].join(', ');
  if (counted.has(name)) return t('figures.value.number', { count: cases });
  if (name === 'ideasPerHundred')
    return t('figures.report.rate', { count: hits, rate: Math.round((1000 * hits) / cases) / 10 });
  if (name === 'breadth' && cases > 0) return t('figures.value.of', { count: hits, all: cases });
  return shareText(context, value);
}

/** "3 av 7, 2 delvis, 2 inte, 4 utan mått": of those that were judged, and what else there is. */
function resultsText({ t, ...context }: CardContext, results: Readonly<Record<TestResult, number>>): string {
  const { yes, partly, no } = results;
  const judged = yes + partly + no;
  const others = testResults.flatMap((one) =>
    one === 'yes' || results[one] === 0 ? [] : [t(`figures.report.result.${one}`, { count: results[one] })],
  );
  return [...(judged > 0 ? [shareText({ ...context, t }, { cases: judged, hits: yes })] : []), ...others].join(', ');
}

/** What is a number and no part of anything. */
const counted: ReadonlySet<ReportLine['name']> = new Set(['fromOthers']);
