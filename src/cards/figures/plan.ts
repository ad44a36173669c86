import type { Plan } from '../../app/figures/plan.js';
import type { GoalFigures } from '../../domain/figures/goals.js';
import { PLAN } from '../../domain/figures/report-periods.js';
import { newestEvent } from '../../domain/idea/events.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { listText } from '../../text/lists.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { lineOf, stageText } from '../obstacle/obstacle-words.js';
import { paragraphs } from '../paragraphs.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';
import { speaksAs } from './board-words.js';
import { undertakingLine } from './report.js';

const plain = { inputs: 'none' } as const;
/** So many of each are written out: a plan has room for what matters most. */
const MOST = { obstacles: 3, goals: 5, goalsWithout: 6, ideas: 3, undertakings: 3 } as const;

/** "Planering": plain lines to be copied into the form for next year's plan. */
export function planCard(context: CardContext, view: Plan): Drawn {
  const { t } = context;
  const heading = t('figures.plan.heading');
  const where = view.department ? { department: view.department.code } : {};
  const card = context.draw('note', {
    heading,
    lines: [{ text: t('figures.plan.about') }, ...planLinesOf(context, view).flatMap(paragraphs)],
    buttonRows: buttonRows([
      button(t('figures.report.file'), 'report', { period: PLAN, ...where, file: true }, plain),
      button(t('figures.report.heading'), 'report', where, plain),
      button(t('button.back'), 'followUp', where, plain),
    ]),
    links: [],
  });
  const { department, obstacles, waitingIdeas, moved, next } = view;
  const undertakings = department ? [moved, next].flatMap((some) => some.slice(0, MOST.undertakings)) : [];
  const quoted = [
    ...waitingIdeas.slice(0, MOST.ideas).map(newestEvent),
    ...obstacles
      .slice(0, MOST.obstacles)
      .map(({ obstacle: { id, seq } }) => ({ record: 'obstacle' as const, id, seq })),
    ...undertakings.map(({ id, seq }) => ({ record: 'undertaking' as const, id, seq })),
  ];
  return { card, summary: heading, ...showsRecords('quotes', quoted) };
}

/** The text itself, line by line, as it is copied and as it stands in a file. */
export function planLinesOf(reader: CardContext, view: Plan): string[] {
  const context = speaksAs(reader, view.department);
  const { t } = context;
  const { department, year } = view;
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const lines = [
    ...obstacleLines(context, view),
    ...goalLines(context, view),
    ...moneyLines(context, view),
    ...undertakenLines(context, view),
  ];
  return [t('figures.plan.first', { place, year }), ...(lines.length > 0 ? lines : [t('figures.plan.none')])];
}

/** Lines below a heading, none where there are none; `more`: that there are others. */
const below = (heading: string, lines: readonly string[], more?: string): string[] =>
  lines.length > 0 ? [heading, ...lines, ...(more ? [more] : [])] : [];

function obstacleLines(context: CardContext, { obstacles, department }: Plan): string[] {
  const { t } = context;
  const lines = obstacles.slice(0, MOST.obstacles).map(({ obstacle, stops: { ideas, departments } }) => {
    const stops = department
      ? t('figures.plan.stops', { count: ideas })
      : t('figures.plan.stops.departments', { count: ideas, departments });
    return [lineOf(context, obstacle), stops, stageText(context, obstacle)].join(' · ');
  });
  const more = obstacles.length - lines.length;
  return below(
    t('figures.plan.obstacles'),
    lines,
    more > 0 ? t('figures.plan.obstacles.more', { count: more }) : undefined,
  );
}

/** What serves each goal, and those that nothing serves: ideas for them are wanted. */
function goalLines(context: CardContext, { goals }: Plan): string[] {
  const { t, language } = context;
  const hasIdeas = ({ open, tested, inUse }: GoalFigures) => open + tested + inUse > 0;
  const served = goals.filter(hasIdeas);
  const lines = served
    .slice(0, MOST.goals)
    .map(({ goal, open, tested, inUse }) =>
      [nameIn(goal.name, language), t('figures.goal', { open, tested, inUse })].join(' · '),
    );
  const more = served.length - lines.length;
  const without = goals.filter((one) => !hasIdeas(one)).map(({ goal }) => nameIn(goal.name, language));
  const named = without.slice(0, MOST.goalsWithout);
  const rest = without.length - named.length;
  const wanted = [...named, ...(rest > 0 ? [t('figures.plan.goalsWithout.rest', { count: rest })] : [])];
  return [
    ...below(t('figures.plan.goals'), lines, more > 0 ? t('figures.plan.goals.more', { count: more }) : undefined),
    ...(wanted.length > 0 ? [t('figures.plan.goalsWithout', { goals: listText(wanted, language) })] : []),
  ];
}

function moneyLines(context: CardContext, { waiting, waitingIdeas }: Plan): string[] {
  const { t } = context;
  if (waiting === 0) return [];
  const lines = waitingIdeas.slice(0, MOST.ideas).map(({ words: { title }, money }) => {
    const asked = money && money.asked > 0 ? [amountText(context, money.asked)] : [];
    return [title, ...asked].join(' · ');
  });
  return lines.length > 0
    ? [t('figures.plan.money.named', { count: waiting }), ...lines]
    : [t('figures.plan.money', { count: waiting })];
}

/** Of a department each one, of all of them how many. */
function undertakenLines(context: CardContext, { department, moved, next, present, year }: Plan): string[] {
  const { t } = context;
  if (!department) {
    const counts = { moved: moved.length, next: next.length, before: present, year };
    return moved.length + next.length > 0 ? [t('figures.plan.undertakings', counts)] : [];
  }
  const lines = (all: Plan['next']) => all.slice(0, MOST.undertakings).map((one) => undertakingLine(context, one));
  return [
    ...below(t('figures.plan.moved', { year: present }), lines(moved)),
    ...below(t('figures.plan.next', { year }), lines(next)),
  ];
}
