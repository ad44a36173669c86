import type { DelegatedDecisions, ToldDecision } from '../../../../src/app/archive/registry';
import { delegatedCard } from '../../../../src/cards/archive/delegated';
import { toRegisterCard } from '../../../../src/cards/archive/to-register';
import type { CardContext } from '../../../../src/cards/card-context';
import { dayCard } from '../../../../src/cards/digest/day';
import { toRegisterNews } from '../../../../src/cards/digest/to-register-news';
import { boardsOf } from '../../../../src/domain/archive/board';
import { decisionPeriods } from '../../../../src/domain/archive/decision-periods';
import { openDay } from '../../../../src/domain/organisation/calendar/calendar';
import { addDays } from '../../../../src/domain/time';
import { funder } from '../../../../testing/samples/idea/actors';
import {
  close,
  declineMoney,
  given,
  grant,
  leader,
  type Step,
  standings,
} from '../../../../testing/samples/idea/story';
import { aTurn } from '../../../../testing/samples/idea/turns';
import type { Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { submitted as submittedAs } from '../scene';

const { askedForMoney } = standings;
/** The same story, begun with what people wrote. */
const asked = (content: Content): Step[] => [submittedAs(content), ...askedForMoney.slice(1)];

/** What the last step of a story has decided. */
function decided(part: ToldDecision['part'], ...steps: readonly Step[]): ToldDecision {
  const { idea, events } = given(...steps);
  const event = events.at(-1);
  if (!event) throw new Error('A story begins with a step');
  const { seq, day, type } = event;
  const granted = event.type === 'granted' ? { amount: event.data.amount } : {};
  return { ...{ id: idea.id, seq, part, day, type, department: idea.department, idea, event }, ...granted };
}

const onMoney = ({ content }: Pick<Filling, 'content'>): ToldDecision[] => [
  decided('money', ...asked(content), [
    funder,
    grant(40_000, { diary: content.diary.slice(0, 60), reason: content.reason }),
  ]),
  decided('money', ...asked(content), [funder, declineMoney(content.reason)]),
];

const view = (context: CardContext, more: Partial<DelegatedDecisions> = {}): DelegatedDecisions => {
  const periods = decisionPeriods('2026-11-16');
  const [period = { name: '2026-11', from: '2026-11-01', to: '2026-11-31' }] = periods;
  const boards = boardsOf(context.directory).slice(0, 3);
  return {
    ...{ period, periods, decisions: [], names: new Map(), page: 0, more: false, isCut: false },
    boards: boards.map((board, at) => ({ board, count: at + 1, amount: 40_000 * at, hours: 20 * at })),
    ...more,
  };
};

const counts = { money: 2, begun: 1, inUse: 0, ended: 4 };
/** Three ideas. */
const ids = ['K7M4Q0', 'K7M4Q1', 'K7M4Q2'];
const written = { sv: 'översikt', en: 'overview' };

/** What the registrars read: decisions on money by board, and what is to be registered. */
export const registryCards = {
  'registry-boards': {
    ...{ view: 'delegatedCard', command: 'overview', written },
    samples: samplesOf(
      (context) => delegatedCard(context, view(context)),
      (context) => delegatedCard(context, view(context, { boards: [] })),
    ),
  },
  'registry-decisions': {
    ...{ view: 'delegatedCard', command: 'overview', written },
    samples: samplesOf(
      (context, { content, names }) =>
        delegatedCard(
          context,
          view(context, { board: boardsOf(context.directory)[0], decisions: onMoney({ content }), names, more: true }),
        ),
      (context) => delegatedCard(context, view(context, { board: boardsOf(context.directory)[0] })),
    ),
  },
  'registry-day': {
    ...{ view: 'toRegisterCard', command: 'day', written: { sv: 'idag', en: 'today' } },
    samples: samplesOf(
      (context, { content, names }) =>
        toRegisterCard(context, {
          ...{ day: '2026-11-16', names, page: 0, more: true },
          decisions: [...onMoney({ content }), decided('ended', submittedAs(content), [leader, close()])].map(
            (one, at) => ({ ...one, idea: { ...one.idea, id: ids[at] ?? one.id } }),
          ),
        }),
      (context) =>
        toRegisterCard(context, { day: '2026-11-16', decisions: [], names: new Map(), page: 0, more: false }),
    ),
  },
  'day-registrar': {
    ...{ view: 'dayCard', command: 'day', written: { sv: 'idag', en: 'today' } },
    samples: samplesOf(
      (context) => {
        const today = openDay(context.today, context.settings.calendar);
        const onDay = { ...context, today };
        const rows = [toRegisterNews(onDay, addDays(today, -1), counts)];
        return dayCard(onDay, { turn: aTurn(), rows, reader: 'pREGISTRAR', came: 'toPost' });
      },
      (context) => dayCard(context, { turn: aTurn(), rows: [], reader: 'pREGISTRAR', came: 'onDemand' }),
    ),
  },
} satisfies Record<string, CardRow>;
