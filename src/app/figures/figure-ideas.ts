import { type OpeningFigure, openingFigures } from '../../domain/figures/figures.js';
import { goalStates } from '../../domain/figures/goals.js';
import { NOW } from '../../domain/figures/mark.js';
import { EVERYWHERE } from '../../domain/figures/sums.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { AnswerRole, Stage } from '../../domain/idea/stages.js';
import type { Goal } from '../../domain/organisation/organisation.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Case } from '../../store/figures/figures.js';
import type { Deps } from '../deps.js';
import { type NoOverview, type OverviewTab, openOverview, overviewReader } from './overview.js';

/** What ideas are behind: a figure, a place where they wait, or a goal. */
export type Behind = { figure: OpeningFigure } | { stage: Stage; role: AnswerRole } | { goal: Goal };

export interface FigureIdeas {
  behind: Behind;
  /** On which tab the figure is seen. */
  tab: OverviewTab;
  department?: string | undefined;
  /** Each case; `hit`: whether it is a part of the share, where that is told. */
  ideas: { idea: Idea; hit?: boolean }[];
  page: number;
  more: boolean;
}

const PAGE = 10;
/** As many pages of it can be turned: whoever looks for one idea searches. */
const MOST_PAGES = 20;

/**
 * The ideas behind what somebody sees in the overview, a page from 0. Refused where they do not see the figure itself. As
 * they stand now: what has become of them since stands in their rows. Four round trips.
 */
export async function ideasBehind(
  deps: Deps,
  person: Person,
  { behind, department, page: asked }: { behind: Behind; department?: string | undefined; page: number },
): Promise<Result<FigureIdeas, NoOverview | { code: 'few' }>> {
  const page = Math.min(asked, MOST_PAGES - 1);
  const own = overviewReader(deps, person)?.departments.some(({ code }) => code === department) ?? false;
  const tab = tabOf(behind, own);
  const opened = await openOverview(deps, person, { tab, department });
  if (!opened.ok) return opened;
  const { counting, periods, figures = [], department: place } = opened.value;
  // Another tab is shown to whoever may not see this one, and another place than one that is told with others.
  if (opened.value.tab !== tab || (department !== undefined && place?.code !== department)) {
    return refuse({ code: 'notForYou' });
  }
  const seen = 'figure' in behind ? figures.find(({ name }) => name === behind.figure) : undefined;
  if (seen?.current.few) return refuse({ code: 'few' });
  const span =
    'figure' in behind
      ? { first: periods.current[0] ?? '', last: periods.current.at(-1) ?? '' }
      : { first: NOW, last: NOW };
  const names = namesOf(behind);
  const codes = place ? deps.directory().everyCode([place.code]) : [EVERYWHERE];
  const upTo = (page + 1) * PAGE + 1;
  const found = await Promise.all(
    codes.flatMap((code) =>
      names.map((name) => deps.figures.cases(counting, { name, department: code, ...span }, upTo)),
    ),
  );
  const cases = inOrder(found.flat());
  const shown = cases.slice(page * PAGE, (page + 1) * PAGE);
  const ideas = await deps.ideas.loadAll([...new Set(shown.map(({ id }) => id))]);
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  // Of others' departments it would say of each who decides there what is not shown of them alone.
  const told = own;
  return accept({
    ...{ behind, tab, department, page },
    ideas: shown.flatMap(({ id, hit }) => {
      const idea = byId.get(id);
      return idea ? [{ idea, ...(told && { hit }) }] : [];
    }),
    more: cases.length > (page + 1) * PAGE && page < MOST_PAGES - 1,
  });
}

/** On which tab it is seen. */
const tabOf = (behind: Behind, own: boolean): OverviewTab =>
  'goal' in behind ? 'goals' : 'stage' in behind ? 'waiting' : own ? 'mine' : 'everywhere';

/** By which names it is counted. */
const namesOf = (behind: Behind): string[] => {
  if ('goal' in behind) return goalStates.map((state) => `goals.${behind.goal.code}.${state}`);
  return ['stage' in behind ? `waiting.${behind.stage}.${behind.role}` : openingFigures[behind.figure].measure];
};

/** Cases of several lists as one, the newest month first. */
export const inOrder = (cases: readonly Case[]): Case[] =>
  cases.toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
