import type { Report } from '../../app/figures/report.js';
import { type TestResult, testResults } from '../../domain/figures/marking/finished-tests.js';
import type { MoneySums } from '../../domain/figures/marking/money-sums.js';
import { besideNames, type ReportLine, type ReportLineName } from '../../domain/figures/report.js';
import { PLAN, periodName, type ReportPeriod } from '../../domain/figures/report-periods.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Undertaking, UndertakingStage } from '../../domain/undertaking/undertaking.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { paragraphs } from '../paragraphs.js';
import { placeName } from '../places.js';
import { shortened } from '../shortened.js';
import { stageText } from '../undertaking/undertaking-words.js';
import { button } from '../verbs.js';
import { speaksAs } from './board-words.js';
import { shareText } from './figure-words.js';

const plain = { inputs: 'none' } as const;
/** So many other periods can be chosen: the card has buttons beside them. */
const MOST_PERIODS = 3;
/** So many of what a department has undertaken: three, and some that it has dropped. */
const MOST_UNDERTAKINGS = 6;
/** So much of a lesson goes into a report. */
const LONGEST_LESSON = 300;

/** "Text till uppföljningen": plain lines to be copied into whatever the municipality reports in. */
export function reportCard(context: CardContext, view: Report): Drawn {
  const { t } = context;
  const { period, periods, department, lessons, undertakings } = view;
  const heading = t('figures.report.heading');
  const where = department ? { department: department.code } : {};
  const others = periods.filter((one) => one !== period).slice(0, MOST_PERIODS);
  const card = context.draw('note', {
    heading,
    lines: [{ text: t('figures.report.about') }, ...reportLinesOf(context, view).flatMap(paragraphs)],
    buttonRows: buttonRows([
      button(t('figures.report.file'), 'report', { period: periodName(period), ...where, file: true }, plain),
      ...others.map((one) => button(periodText(context, one), 'report', { period: periodName(one), ...where }, plain)),
      button(t('figures.plan.heading'), 'report', { period: PLAN, ...where }, plain),
      button(t('button.back'), 'followUp', where, plain),
    ]),
    links: [],
  });
  const said = [
    ...lessons.map(newestEvent),
    ...undertakings.map(({ id, seq }) => ({ record: 'undertaking' as const, id, seq })),
  ];
  return { card, summary: heading, ...showsRecords('quotes', said) };
}

/** The text itself, line by line, as it is copied and as it stands in a file. */
export function reportLinesOf(reader: CardContext, view: Report): string[] {
  const context = speaksAs(reader, view.department);
  const { t } = context;
  const { period, department, lines, lessons, undertakings } = view;
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const first = { place, period: periodText(context, period) };
  return [
    t('figures.report.first', first),
    ...figureLines(context, lines),
    ...undertakenLines(context, undertakings, department !== undefined),
    ...(lessons.length > 0 ? [t('figures.report.lessons')] : []),
    ...lessons.map(({ words, ending }) => `${words.title}: ${shortened(ending?.lesson ?? '', LONGEST_LESSON)}`),
  ];
}

/** What a department has undertaken and how that stands; of all departments how many of each. */
function undertakenLines(context: CardContext, all: Report['undertakings'], isOne: boolean): string[] {
  const { t } = context;
  if (all.length === 0) return [];
  if (!isOne) {
    const count = (stage: UndertakingStage) => all.filter((one) => one.stage === stage).length;
    const [planned, done] = [count('planned'), count('done')];
    return [t('figures.report.undertaken', { planned, done, dropped: count('dropped'), lapsed: count('lapsed') })];
  }
  return [
    t('figures.report.undertakings'),
    ...all.slice(0, MOST_UNDERTAKINGS).map((one) => undertakingLine(context, one)),
  ];
}

/** What is to be done, by whom, how it stands, and what was said of that last. */
export function undertakingLine(context: CardContext, one: Undertaking): string {
  const { what = '', who = '', why, result } = one.words;
  const said = result ?? why;
  const state = [what, who, stageText(context, one)].filter(Boolean).join(' · ');
  return said ? `${state}. ${said}` : `${state}.`;
}

export const periodText = ({ t }: CardContext, { year, part }: ReportPeriod): string =>
  t(`figures.period.${part}`, { year: String(year) });

/** What is told on another figure's line: both say how ideas go from one department to others. */
const onLineOf: { readonly [N in ReportLineName]?: ReportLineName } = { fromOthers: 'spread' };

/** The ten indicators, a line each. */
function figureLines(context: CardContext, lines: readonly ReportLine[]): string[] {
  const texts = new Map<ReportLineName, string[]>();
  for (const line of lines) {
    const name = onLineOf[line.name] ?? line.name;
    texts.set(name, [...(texts.get(name) ?? []), lineText(context, line)]);
  }
  return [...texts.values()].map((parts) => parts.join(' '));
}

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
    const money = moneyText(context, value.sums);
    return value.days === undefined
      ? money
      : `${money}, ${t('figures.report.money.days', { count: Math.round(value.days) })}`;
  }
  if ('results' in value) return resultsText(context, value.results);
  const { cases, hits, beside = {} } = value;
  const more = besideNames.flatMap((one) => (beside[one] ? [t(`figures.report.${one}`, { count: beside[one] })] : []));
  if (more.length > 0) return [shareText(context, value), ...more].join(', ');
  if (counted.has(name)) return t('figures.value.number', { count: cases });
  if (name === 'ideasPerHundred' && cases > 0)
    return t('figures.report.rate', { count: hits, rate: Math.round((1000 * hits) / cases) / 10 });
  if (name === 'breadth' && cases > 0) return t('figures.value.of', { count: hits, all: cases });
  return shareText(context, value);
}

/** What was asked for, granted and used; and of what was granted, how much of it is used. */
function moneyText(context: CardContext, { asked, granted, used, share }: MoneySums): string {
  const { t } = context;
  const sums = {
    ...{ asked: amountText(context, asked), granted: amountText(context, granted), used: amountText(context, used) },
  };
  if (share !== undefined) return t('figures.report.money.share', { ...sums, share: Math.round(100 * share) });
  return t(used > 0 && used <= granted ? 'figures.report.money.of' : 'figures.report.money', sums);
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
