import type { CapabilityResults } from '../../app/capability/results.js';
import type { Measured } from '../../domain/capability/measured.js';
import { LARGE_FROM } from '../../domain/capability/round.js';
import { meanOf, type ShownSums } from '../../domain/capability/shown.js';
import type { StatementSum } from '../../domain/capability/sums.js';
import { languages } from '../../domain/languages.js';
import { dimensions, type Statement } from '../../domain/survey/survey.js';
import { dayText } from '../../text/dates.js';
import { buttonRows, titleThatFits } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { shareText } from '../figures/figure-words.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { promisedPart, promisedRecords } from './promised.js';

const plain = { inputs: 'none' } as const;
/** So many other departments of one's own fit beside the ways back. */
const MOST_OTHERS = 2;

/** What those who work in a department, or in the whole, have said: by dimension, and beside each statement what is measured. */
export function capabilityResults(context: CardContext, view: CapabilityResults, told?: string): Drawn {
  const { t } = context;
  const { department, shown, promised } = view;
  const heading = t('capability.heading');
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const card = context.draw('capability-results', {
    ...{ heading, place, promised: promisedPart(context, 'capability.promised.now', promised) },
    about: aboutOf(context, view, place, told).map((text) => ({ text })),
    sections: shown ? sectionsOf(context, view, shown) : [],
    buttonRows: buttonRows(buttonsOf(context, view)),
  });
  return { card, summary: told ?? heading, ...showsRecords('quotes', promisedRecords(promised)) };
}

function aboutOf(context: CardContext, view: CapabilityResults, place: string, told: string | undefined): string[] {
  const { t, language, today } = context;
  const { round, shown, open, begins } = view;
  return [
    ...(told ? [told] : []),
    ...(open ? [t('capability.results.open', { date: dayText(open.until, language, today) })] : []),
    ...(round && shown ? [t('capability.results.about', { count: shown.answers, year: round.year })] : []),
    ...(round && !shown ? [t('capability.results.held', { place })] : []),
    ...(!round && !open && begins !== 'may' && begins !== 'noKey' ? [t('capability.none')] : []),
    ...(begins === 'may' ? [t('capability.begin.about', { large: LARGE_FROM })] : []),
    ...(begins === 'noKey' ? [t('capability.begin.noKey')] : []),
  ];
}

function buttonsOf(context: CardContext, view: CapabilityResults): Button[] {
  const { t, directory } = context;
  const { department, mayPromise, begins, others, whole, isOnly } = view;
  const where = department ? { department: department.code } : {};
  const promisesFor = department?.code ?? (isOnly ? directory.departments[0]?.code : undefined);
  return [
    ...(mayPromise && promisesFor
      ? [
          button(
            t('capability.promise.heading'),
            'promiseForm',
            { department: promisesFor },
            { ...plain, style: 'positive' },
          ),
        ]
      : []),
    ...(begins === 'may' ? [button(t('capability.begin'), 'beginSurvey', {}, { ...plain, style: 'positive' })] : []),
    ...(isOnly ? [] : others.slice(0, MOST_OTHERS)).map(({ code }) =>
      button(
        titleThatFits((name) => name, placeName(context, { department: code })),
        'capability',
        { department: code },
        plain,
      ),
    ),
    ...(whole ? [button(t('figures.tab.everywhere'), 'capability', {}, plain)] : []),
    button(t('button.back'), 'followUp', where, plain),
  ];
}

/** Each dimension with its statements, in the order of the dimensions. */
function sectionsOf(context: CardContext, view: CapabilityResults, shown: ShownSums) {
  const { t, settings, language } = context;
  return dimensions.flatMap((dimension) => {
    const statements = settings.survey.statements.filter((one) => one.dimension === dimension);
    const sums = statements.flatMap(({ id }) => shown.sums[id] ?? []);
    if (sums.length === 0) return [];
    const before = statements.flatMap(({ id }) => view.before?.shown.sums[id] ?? []);
    return [
      {
        heading: t(`capability.dimension.${dimension}`),
        felt: feltText(
          context,
          { sums, asked: shown.answers * sums.length },
          view.before && { year: view.before.year, sums: before },
        ),
        statements: statements.flatMap((statement) => {
          const sum = shown.sums[statement.id];
          if (!sum) return [];
          return [
            {
              text: statement.text[language],
              felt: feltOfOne(context, sum),
              measured: measuredLines(context, statement, view.measured.get(statement.id)),
            },
          ];
        }),
      },
    ];
  });
}

/** With one decimal, as the language writes it. */
const decimal = ({ language }: CardContext, value: number): string =>
  value.toLocaleString(languages[language].locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function feltText(
  context: CardContext,
  { sums, asked }: { sums: readonly StatementSum[]; asked: number },
  before: { year: string; sums: readonly StatementSum[] } | undefined,
): string {
  const { t } = context;
  const unknown = sums.reduce((all, one) => all + one.unknown, 0);
  const counts = { unknown, all: asked };
  const found = meanOf(sums);
  if (!found) return t('capability.felt.few', counts);
  const [mean, spread] = [decimal(context, found.mean), decimal(context, found.spread)];
  const earlier = before && meanOf(before.sums);
  return before && earlier
    ? t('capability.felt.before', {
        ...counts,
        mean,
        spread,
        year: before.year,
        before: decimal(context, earlier.mean),
      })
    : t('capability.felt', { ...counts, mean, spread });
}

function feltOfOne(context: CardContext, sum: StatementSum): string {
  const found = meanOf([sum]);
  if (!found) return context.t('capability.felt.one.few');
  return context.t('capability.felt.one', {
    mean: decimal(context, found.mean),
    spread: decimal(context, found.spread),
  });
}

/** What is measured of the same, where anything is. */
function measuredLines(context: CardContext, { id, beside }: Statement, measured: Measured | undefined) {
  const { t, language } = context;
  if (!beside || !measured) return [];
  // The bot counts ideas of this, and not departments.
  const what = id === 'share' ? t('capability.measured.share') : beside[language];
  return [{ text: t('capability.measured', { what: `${what}:`, value: measuredText(context, measured) }) }];
}

function measuredText(context: CardContext, measured: Measured): string {
  const { t } = context;
  if (measured.few) return t('capability.measured.few');
  if ('of' in measured) return shareText(context, { cases: measured.of, hits: measured.hits });
  if ('count' in measured) return t('figures.value.number', { count: measured.count });
  if ('days' in measured) return t('capability.measured.days', { days: measured.days });
  return decimal(context, measured.perHundred);
}
