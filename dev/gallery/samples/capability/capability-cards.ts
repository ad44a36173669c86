import type { CapabilityResults } from '../../../../src/app/capability/results';
import { capabilityResults } from '../../../../src/cards/capability/capability-results';
import { managerMirror } from '../../../../src/cards/capability/manager-mirror';
import { promiseForm } from '../../../../src/cards/capability/promise-form';
import { surveyAnswered, surveyScreen } from '../../../../src/cards/capability/survey-screen';
import type { CardContext } from '../../../../src/cards/card-context';
import { promiseNews, resultNews, surveyNews } from '../../../../src/cards/digest/capability-news';
import { dayCard } from '../../../../src/cards/digest/day';
import type { Measured } from '../../../../src/domain/capability/measured';
import type { CapabilitySums } from '../../../../src/domain/capability/sums';
import { noAnswers } from '../../../../src/domain/survey/survey-answers';
import { undertakingLimits } from '../../../../src/domain/undertaking/words';
import { aTurn } from '../../../../testing/samples/idea/turns';
import { bareContent } from '../../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../../card-row';
import { undertakenIn } from '../undertaking/undertaking-cards';

const written = { sv: 'översikt', en: 'overview' };
const ofDay = { view: 'dayCard', command: 'day', written: { sv: 'idag', en: 'today' } } as const;

const round = {
  ...{ year: '2026', from: '2026-10-05', until: '2026-10-26', salt: '', large: [] },
  closed: true,
} as const;
const own = ({ directory }: CardContext) => directory.departments[0];

/** As many have answered, of whom some do not know; of one statement too few do. */
const sums = ({ settings }: CardContext, mean: number): CapabilitySums =>
  Object.fromEntries(
    settings.survey.statements.map(({ id }, at) => {
      const step = mean + at / 10;
      const isFew = id === 'money';
      return [
        id,
        isFew
          ? { known: 0, sum: 0, squares: 0, unknown: 36 }
          : { known: 36, sum: 36 * step, squares: 36 * (step * step + 1.1), unknown: 4 + at },
      ];
    }),
  );

const measured: ReadonlyMap<string, Measured> = new Map<string, Measured>([
  ['learn', { few: false, hits: 3, of: 5 }],
  ['where', { few: false, perHundred: 4.2 }],
  ['told', { few: false, hits: 31, of: 38 }],
  ['try', { few: true }],
  ['time', { few: false, count: 6 }],
  ['money', { few: false, days: 12 }],
  ['share', { few: false, hits: 2, of: 9 }],
]);

const nothing = (context: CardContext): CapabilityResults => ({
  ...{ measured: new Map(), mayPromise: false, begins: 'notYours', others: [], whole: false, isOnly: false },
  department: own(context),
});
const results = (context: CardContext): CapabilityResults => ({
  ...{ ...nothing(context), round, measured, mayPromise: true, whole: true },
  ...{ others: context.directory.departments.slice(1, 2), shown: { answers: 42, sums: sums(context, 2.6) } },
  before: { year: '2025', shown: { answers: 39, sums: sums(context, 2.3) } },
});

const screen = (at: number): CardRow => ({
  ...{ view: 'surveyScreen', command: 'day', written: { sv: 'idag', en: 'today' } },
  samples: samplesOf(
    (context, { content }) =>
      surveyScreen(context, {
        ...{ round, screen: at, sealed: 'A'.repeat(55), promised: undertakenIn(content)[0] },
        answers: noAnswers.map((_, place) => (place % 3 === 0 ? place % 6 : undefined)),
      }),
    (context) => surveyScreen(context, { round, screen: at, sealed: 'A'.repeat(55), answers: noAnswers }),
  ),
});

/** What is asked once a year, and what comes of it. */
export const capabilityCards = {
  'survey-first': screen(0),
  'survey-last': screen(2),
  'survey-thanks': {
    ...{ view: 'surveyAnswered', command: 'day', written: { sv: 'idag', en: 'today' } },
    samples: samplesOf(
      (context) => surveyAnswered(context, 'thanks'),
      (context) => surveyAnswered(context, 'skipped'),
    ),
  },
  'capability-results': {
    ...{ view: 'capabilityResults', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        capabilityResults(context, { ...results(context), mayPromise: false, promised: undertakenIn(content)[0] }),
      (context) => capabilityResults(context, { ...nothing(context), round }),
    ),
  },
  'capability-mirror': {
    ...{ view: 'managerMirror', command: 'overview', written },
    samples: samplesOf(
      (context) =>
        managerMirror(context, {
          ...{ decided: 4, days: 9, carried: 2, lessons: { few: true } },
          tried: { few: false, cases: 11, hits: 6 },
        }),
      (context) => {
        const none = { few: false, cases: 0, hits: 0 } as const;
        return managerMirror(context, { decided: 0, carried: 0, tried: none, lessons: none });
      },
    ),
  },
  'capability-begin': {
    ...{ view: 'capabilityResults', command: 'overview', written },
    samples: samplesOf(
      (context) => capabilityResults(context, { ...nothing(context), department: undefined, begins: 'may' }),
      (context) => capabilityResults(context, { ...nothing(context), department: undefined, begins: 'noKey' }),
    ),
  },
  'capability-promise': {
    ...{ view: 'promiseForm', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        promiseForm(context, {
          department: own(context)?.code ?? '',
          draft: { what: (content.need || content.title).slice(0, undertakingLimits.what), until: '2026-12-10' },
        }),
      (context) => promiseForm(context, { department: own(context)?.code ?? '' }),
    ),
  },
  'day-capability': {
    ...ofDay,
    samples: samplesOf(
      (context, { content }) =>
        dayCard(context, {
          ...{ turn: aTurn(), reader: 'pREADER', came: 'toOther' },
          rows: [
            surveyNews(context, round, 0),
            resultNews(context, { department: own(context)?.code ?? '' }),
            ...undertakenIn(content)
              .slice(0, 1)
              .map((one) => promiseNews(context, one)),
          ],
        }),
      (context) =>
        dayCard(context, {
          ...{ turn: aTurn(), reader: 'pREADER', came: 'onDemand' },
          rows: undertakenIn(bareContent(context.language))
            .slice(0, 1)
            .map((one) => promiseNews(context, one)),
        }),
    ),
  },
} satisfies Record<string, CardRow>;
