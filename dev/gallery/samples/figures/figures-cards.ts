import type { Overview } from '../../../../src/app/figures/overview';
import type { CardContext } from '../../../../src/cards/card-context';
import { exportForm } from '../../../../src/cards/export/export-form';
import { figureIdeas } from '../../../../src/cards/figures/figure-ideas';
import { followUpCard } from '../../../../src/cards/figures/follow-up';
import { noOverview, overviewCard } from '../../../../src/cards/figures/overview';
import { planCard } from '../../../../src/cards/figures/plan';
import { reportCard } from '../../../../src/cards/figures/report';
import {
  type FigureOf,
  type FigureTold,
  type OpeningFigure,
  openingFigureNames,
  openingFigures,
} from '../../../../src/domain/figures/figures';
import { periodsOn } from '../../../../src/domain/figures/months';
import { type ReportLine, reportLines } from '../../../../src/domain/figures/report';
import { obstacleLimits } from '../../../../src/domain/obstacle/words';
import { namer, naming, obstacleAfter, takes } from '../../../../testing/samples/obstacle/obstacle-story';
import { type CardRow, samplesOf } from '../../card-row';
import { different } from '../different';
import { undertakenIn } from '../undertaking/undertaking-cards';

const me = 'pLEADER';
const written = { sv: 'översikt', en: 'overview' };
const told = (cases: number, hits = 0): FigureTold => ({ few: false, cases, hits });
const few: FigureTold = { few: true };

/** The five figures, so many times as large as a small department's; `hidden`: of the year before the first is not shown. */
const five = (times: number, hidden = false): FigureOf<OpeningFigure>[] =>
  openingFigureNames.map((name, at) => ({
    ...{ name, as: openingFigures[name].as },
    current: told((at === 0 ? 7 : 9 - 2 * at) * times, 6 * times),
    before: hidden && at === 0 ? few : told((6 - at) * times, 4 * times),
  }));

const view = (context: CardContext, more: Partial<Overview>): Overview & { page: number } => ({
  ...{
    counting: 'v1-SAMPLE',
    departments: [],
    leads: new Set<string>(),
    tabs: ['mine', 'everywhere', 'waiting'],
    tab: 'mine',
    page: 0,
  },
  periods: periodsOn(context.today),
  ...more,
});

const own = ({ directory }: CardContext) => directory.departments[0];

const thisYear = { year: 2026, part: 'T2' } as const;
const allLines: ReportLine[] = reportLines.map((name): ReportLine => {
  if (name === 'timeToDecision') return { name, current: { few: false, days: 9, longest: 31 }, before: few };
  if (name === 'goalReached') {
    const results = { yes: 3, partly: 2, no: 2, unjudged: 1, noGoal: 4 };
    return { name, current: { few: false, results }, before: told(0) };
  }
  if (name === 'stillInUse') {
    return { name, current: { few: false, cases: 24, hits: 17, beside: { silent: 3 } }, before: told(18, 11) };
  }
  if (name === 'money') {
    const sums = { asked: 480_000, granted: 310_000, used: 275_000, share: 275 / 310 };
    return { name, current: { few: false, sums, days: 12 } };
  }
  return { name, current: told(name === 'ideasPerHundred' ? 420 : 24, 17), before: told(18, 11) };
});

/** Who is offered all that there is to follow up with. */
const everything = {
  leads: true,
  manages: true,
  office: true,
  registrar: true,
  readsFigures: true,
  others: [],
  whole: false,
  awards: true,
};

/** The overview on a tab. */
const overview = (more: (context: CardContext) => Partial<Overview>): CardRow => ({
  ...{ view: 'overviewCard', command: 'overview', written },
  samples: samplesOf(
    (context) => overviewCard(context, view(context, more(context))),
    (context) => overviewCard(context, view(context, { tab: 'waiting', waits: [] })),
  ),
});

const everyPlace = ({ directory }: CardContext) => [
  ...directory.departments.map((department, at) => ({ department, figures: five(at + 1, at === 1) })),
  { figures: five(1) },
];

export const figuresCards = {
  'overview-mine': overview((context) => ({ department: own(context), figures: five(12) })),
  'overview-small': overview((context) => ({
    ...{ department: own(context), tabs: ['mine', 'everywhere'] },
    figures: five(1, true),
  })),
  'overview-everywhere': overview((context) => ({
    ...{ tab: 'everywhere', figures: five(140), places: everyPlace(context) },
  })),
  'overview-waiting': overview(() => ({
    tab: 'waiting',
    waits: [
      { stage: 'submitted', role: 'leader', ideas: 31, days: 6 },
      { stage: 'exploring', role: 'driver', ideas: 12, days: 0 },
      { stage: 'planning', role: 'funder', ideas: 4, days: 1 },
      { stage: 'scaling', role: 'owner', ideas: 2 },
    ],
  })),
  'overview-goals': overview(({ settings }) => ({
    ...{ tab: 'goals', tabs: ['everywhere', 'waiting', 'goals'] },
    goals: settings.goals.map((goal, at) => ({ goal, open: 3 * at, tested: at, inUse: 2 * at })),
  })),
  'overview-place': overview((context) => ({ tab: 'everywhere', department: own(context), figures: five(3) })),
  'overview-figure': {
    ...{ view: 'figureIdeas', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        figureIdeas(
          context,
          {
            ...{
              behind: { figure: 'answersInTime' },
              tab: 'mine',
              department: own(context)?.code,
              page: 0,
              more: true,
            },
            ideas: different(context, content, [{}, { unit: 'HTN' }]).map((idea, at) => ({ idea, hit: at === 0 })),
          },
          me,
        ),
      (context) =>
        figureIdeas(
          context,
          { behind: { stage: 'submitted', role: 'leader' }, tab: 'waiting', ideas: [], page: 0, more: false },
          me,
        ),
    ),
  },
  'overview-follow-up': {
    ...{ view: 'followUpCard', command: 'overview', written },
    samples: samplesOf(
      (context) =>
        followUpCard(context, {
          ...everything,
          department: own(context),
          others: context.directory.departments.slice(1, 2),
          whole: true,
        }),
      (context) => followUpCard(context, everything),
    ),
  },
  'overview-export': {
    ...{ view: 'exportForm', command: 'overview', written },
    samples: samplesOf(exportForm, exportForm),
  },
  'overview-report': {
    ...{ view: 'reportCard', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        reportCard(context, {
          ...{ period: thisYear, periods: [thisYear, { year: 2025, part: 'year' }], department: own(context) },
          lines: allLines,
          lessons: different(context, content, [{ stage: 'closed', ending: { lesson: content.lesson } }]),
          undertakings: undertakenIn(content),
        }),
      (context) =>
        reportCard(context, { period: thisYear, periods: [thisYear], lines: [], lessons: [], undertakings: [] }),
    ),
  },
  'overview-plan': {
    ...{ view: 'planCard', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        planCard(context, {
          ...{ present: '2026', year: '2027', department: own(context), waiting: 4 },
          obstacles: [takes(), undefined].map((then, at) => ({
            obstacle: obstacleAfter(
              [namer, naming(content.title.slice(0, obstacleLimits.line))],
              ...(then ? [[namer, then] as const] : []),
            ).obstacle,
            stops: { ideas: 3 - at, departments: 1 },
          })),
          goals: context.settings.goals.map((goal, at) => ({ goal, open: 3 * at, tested: at, inUse: 2 * at })),
          waitingIdeas: different(context, content, [
            { stage: 'planning', money: { asked: 80_000, funder: 'manager' } },
          ]),
          ...{ moved: undertakenIn(content).slice(0, 1), next: undertakenIn(content).slice(0, 1) },
        }),
      (context) =>
        planCard(context, {
          ...{ present: '2026', year: '2027', obstacles: [], goals: [], waiting: 0 },
          ...{ waitingIdeas: [], moved: [], next: [] },
        }),
    ),
  },
  'overview-none': {
    ...{ view: 'noOverview', command: 'overview', written },
    samples: samplesOf(
      (context) => noOverview(context, 'notMeasured'),
      (context) => noOverview(context, 'notForYou'),
    ),
  },
} satisfies Record<string, CardRow>;
