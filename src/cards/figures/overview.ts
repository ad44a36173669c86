import type { FollowUp } from '../../app/figures/follow-up.js';
import type { Overview, OverviewTab } from '../../app/figures/overview.js';
import type { FigureOf, OpeningFigure } from '../../domain/figures/figures.js';
import type { GoalFigures } from '../../domain/figures/goals.js';
import type { WaitsAt } from '../../domain/figures/waits.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { hidesSome, periodText, valueText } from './figure-words.js';
import { followsUp, followUpButton } from './follow-up.js';

const plain = { inputs: 'none' } as const;
/** So many departments a page shows: all of them would be longer than anybody reads on a phone. */
const PLACES_A_PAGE = 5;
const GOALS_A_PAGE = 8;

/** What ideas come to, on one tab: five figures beside the year before, never beside another department's. */
export function overviewCard(context: CardContext, view: Overview & { page: number }): Drawn {
  const { t } = context;
  const { tab, department, figures = [], page } = view;
  const places = byName(context, view.places ?? []);
  const from = page * PLACES_A_PAGE;
  const shown = places.slice(from, from + PLACES_A_PAGE);
  const more = places.length > from + PLACES_A_PAGE || (view.goals?.length ?? 0) > (page + 1) * GOALS_A_PAGE;
  const heading = t(`figures.tab.${tab}`);
  const all = [...figures, ...shown.flatMap((one) => one.figures)];
  const card = context.draw('overview', {
    heading,
    place: department ? [{ text: placeName(context, { department: department.code }) }] : [],
    about: aboutTab(context, view),
    figures: rowsOf(context, view),
    charts: chartOf(context, view),
    places: shown.map((place) => ({
      ...nameOf(context, place.department?.code),
      facts: place.figures.map((one) => ({
        title: t(`figures.figure.${one.name}`),
        value: t('figures.beside', {
          value: valueText(context, one.as, one.current),
          before: valueText(context, one.as, one.before),
        }),
      })),
    })),
    notes: [
      ...(view.waits?.length === 0 ? [{ text: t('figures.waiting.none') }] : []),
      ...(hidesSome(all) ? [{ text: t('figures.few') }] : []),
    ],
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'overview', { tab, page: to }, plain)),
      ...otherPlaces(context, view),
    ]),
  });
  return { card, summary: heading };
}

/** A department's name, which opens its figures and the ideas behind each; small ones together are opened by nobody. */
function nameOf(context: CardContext, code: string | undefined) {
  if (code === undefined) return { opens: [], name: [{ text: context.t('figures.small') }] };
  const text = placeName(context, { department: code });
  const press = button(text, 'overview', { tab: 'everywhere', department: code, page: 0 }, plain);
  return { opens: [{ text, press }], name: [] };
}

/** Departments by their names in the reader's language; small ones, which are one, last. */
function byName(context: CardContext, places: NonNullable<Overview['places']>) {
  const nameIn = ({ department }: (typeof places)[number]) =>
    department ? placeName(context, { department: department.code }) : undefined;
  return places.toSorted((one, other) => {
    const [first, second] = [nameIn(one), nameIn(other)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return first.localeCompare(second, context.language);
  });
}

function aboutTab(context: CardContext, { tab, periods }: Overview): string {
  if (tab === 'waiting' || tab === 'goals') return context.t('figures.now');
  return periodText(context, periods);
}

const rowsOf = (
  context: CardContext,
  { waits, goals, figures = [], department, page }: Overview & { page: number },
) => [
  ...(waits ?? []).map((one) => waitRow(context, one)),
  ...(goals ?? []).slice(page * GOALS_A_PAGE, (page + 1) * GOALS_A_PAGE).map((one) => goalRow(context, one)),
  ...(page > 0 ? [] : figures).map((one) => figureRow(context, one, department?.code)),
];

/** Fewer than so many in all are told better by their numbers alone. */
const CHART_FROM = 8;

/**
 * The tab's numbers as bars, where there are several and enough: one or none. All of them stand in words as well, and a client
 * that draws no charts shows nothing in its place.
 */
function chartOf(
  context: CardContext,
  { tab, waits = [], goals = [], figures = [], page }: Overview & { page: number },
) {
  const { t, language } = context;
  const numbers = figures.flatMap(({ name, as, current }) =>
    as === 'share' || current.few ? [] : [{ x: t(`figures.figure.${name}`), count: current.cases }],
  );
  const bars = [
    ...numbers,
    ...waits.map(({ stage, role, ideas }) => ({
      x: t('figures.waits.at', { stage: t(`stage.${stage}`), role: t(`figures.role.${role}`) }),
      count: ideas,
    })),
    ...goals
      .slice(0, GOALS_A_PAGE)
      .map(({ goal, open, tested, inUse }) => ({ x: nameIn(goal.name, language), count: open + tested + inUse })),
  ].filter(({ count }) => count > 0);
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  if (page > 0 || bars.length < 2 || total < CHART_FROM) return [];
  return [{ title: t(`figures.chart.${tab}`), bars: bars.map(({ x, count }) => ({ x, count: String(count) })) }];
}

/** A figure as a row, which opens the ideas behind it. */
function figureRow(context: CardContext, figure: FigureOf<OpeningFigure>, department: string | undefined) {
  const { t } = context;
  const label = t(`figures.figure.${figure.name}`);
  const value = valueText(context, figure.as, figure.current);
  const before = t('figures.before', { value: valueText(context, figure.as, figure.before) });
  return {
    ...{ label, value, before },
    press: button(
      [label, before, value].join(', '),
      'figureIdeas',
      { figure: figure.name, ...(department !== undefined && { department }), page: 0 },
      plain,
    ),
  };
}

/** Where ideas wait, as a row: in which stage and for which role, never for whom. */
function waitRow(context: CardContext, { stage, role, ideas, days }: WaitsAt) {
  const { t } = context;
  const label = t('figures.waits.at', { stage: t(`stage.${stage}`), role: t(`figures.role.${role}`) });
  const value = t('figures.value.number', { count: ideas });
  const before = days === undefined ? t('figures.waits.long') : t('figures.waits.days', { count: Math.round(days) });
  return {
    ...{ label, value, before },
    press: button([label, before, value].join(', '), 'figureIdeas', { place: `${stage}.${role}`, page: 0 }, plain),
  };
}

/** What serves a goal; the row opens those ideas, or where there are none the form of a challenge for them. */
function goalRow(context: CardContext, { goal, open, tested, inUse }: GoalFigures) {
  const { t, language } = context;
  const label = nameIn(goal.name, language);
  const ideas = open + tested + inUse;
  const value = t('figures.value.number', { count: ideas });
  const before = ideas > 0 ? t('figures.goal', { open, tested, inUse }) : t('figures.goal.none');
  const row = [label, before, value].join(', ');
  return {
    ...{ label, value, before },
    press:
      ideas > 0
        ? button(row, 'figureIdeas', { place: goal.code, page: 0 }, plain)
        : button(row, 'challengeForm', {}, plain),
  };
}

/** The other tabs, the reader's other departments, and what stops ideas. */
function otherPlaces({ t, ...context }: CardContext, { tab, tabs, departments, department }: Overview): Button[] {
  const others: OverviewTab[] = tabs.filter((one) => one !== tab);
  // In a ring, so that each can be reached.
  const at = department ? departments.indexOf(department) : -1;
  const own = tab === 'mine' ? [...departments.slice(at + 1), ...departments.slice(0, at)].slice(0, 2) : [];
  return [
    ...own.map(({ code }) =>
      button(
        placeName({ t, ...context }, { department: code }),
        'overview',
        { tab: 'mine', department: code, page: 0 },
        plain,
      ),
    ),
    ...(tab === 'everywhere' && department
      ? [button(t('button.back'), 'overview', { tab: 'everywhere', page: 0 }, plain)]
      : []),
    ...others.map((one) => button(t(`figures.tab.${one}`), 'overview', { tab: one, page: 0 }, plain)),
    ...(tab === 'mine' || tab === 'everywhere'
      ? [followUpButton({ t }, tab === 'mine' ? department?.code : undefined)]
      : []),
    ...(tab === 'waiting' ? [button(t('obstacle.button.list'), 'obstacles', {}, plain)] : []),
  ];
}

/** Why there is no overview for somebody, and what they can do; `followUp`: the page that they have all the same. */
export const noOverview = (
  context: CardContext,
  code: 'notMeasured' | 'notCounted' | 'notForYou',
  followUp?: FollowUp,
): Drawn =>
  note(context, {
    heading: context.t('figures.heading'),
    lines: [context.t(`figures.refusal.${code}`)],
    buttons: followUp && followsUp(followUp) ? [followUpButton(context, followUp.department?.code)] : [],
  });
