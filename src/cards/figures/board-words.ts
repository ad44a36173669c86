import type { Department } from '../../domain/organisation/organisation.js';
import type { TextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';

/** What is said otherwise where a company writes to its board: it is no department, and speaks of itself as the company. */
const boardTexts: { readonly [K in TextKey]?: TextKey } = {
  'figures.line.fromOthers.means': 'figures.line.fromOthers.means.board',
  'figures.line.money.means': 'figures.line.money.means.board',
  'figures.line.spread.means': 'figures.line.spread.means.board',
  'figures.plan.first': 'figures.plan.first.board',
  'figures.plan.goalsWithout': 'figures.plan.goalsWithout.board',
  'figures.plan.moved': 'figures.plan.moved.board',
  'figures.plan.next': 'figures.plan.next.board',
  'figures.plan.obstacles': 'figures.plan.obstacles.board',
  'figures.report.first': 'figures.report.first.board',
  'figures.report.lessons': 'figures.report.lessons.board',
  'figures.report.opened': 'figures.report.opened.board',
  'figures.report.undertakings': 'figures.report.undertakings.board',
};

/** The same reader, in whose texts a department, a company or the whole municipality (undefined) speaks. */
export function speaksAs(context: CardContext, department: Department | undefined): CardContext {
  if (department?.kind !== 'company') return context;
  return { ...context, t: (key, values) => context.t(boardTexts[key] ?? key, values) };
}
