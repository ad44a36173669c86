import type { CardContext, Drawn } from '../../../src/cards/card-context';
import { caughtUp } from '../../../src/cards/digest/caught-up';
import { week, weekPart } from '../../../src/cards/digest/week';
import { ideaNews } from '../../../src/cards/idea/lists/idea-row';
import { myIdeas } from '../../../src/cards/idea/lists/my-ideas';
import type { Decision } from '../../../src/domain/idea/deciding/decisions';
import type { Idea } from '../../../src/domain/idea/idea';
import { quietWeek, readWeek, type WeekOfIdeas } from '../../../testing/samples/digest/weeks';
import { aTurn } from '../../../testing/samples/idea/turns';
import type { Content } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';
import { different } from './different';

const me = 'pLEADER';

const resting = ({ waiting: _w, waitingSince: _s, answerBy: _a, ...idea }: Idea): Idea => idea;

function fullWeek(context: CardContext, content: Content): WeekOfIdeas {
  const [first, second, third, closed, passed, late, funded, tested] = different(context, content, [
    ...[{ answerBy: '2026-11-24' }, {}, { unit: 'HTN', answerBy: '2026-12-03' }],
    { stage: 'closed', ending: { tried: content.tried, lesson: content.lesson } },
    { department: 'SBK' },
    { answerBy: '2026-11-17' },
    { stage: 'piloting', waiting: { for: 'driver', person: 'pDRIVER' }, answerBy: '2027-02-28' },
    {
      stage: 'piloting',
      test: { start: '2026-10-01', end: '2027-01-31' },
      answers: { sign: content.done },
    },
  ]);
  if (!first || !second || !third || !closed || !passed || !late || !funded || !tested)
    throw new Error('A week has eight ideas');
  const envelope = {
    seq: 2,
    at: '2026-11-18T08:00:00.000Z',
    day: '2026-11-18',
    by: me,
    to: { stage: 'closed' as const },
    words: {},
  };
  const closing: Decision = { ...envelope, type: 'closed', data: {} };
  const test = { start: '2026-12-01', end: '2027-02-28' };
  const granting: Decision = { ...envelope, type: 'granted', data: { amount: 50_000, asked: 80_000, test } };
  const passing: Decision = { ...envelope, type: 'passedOn', data: { from: 'VOO', department: 'SBK', tier: 'leader' } };
  return {
    ...myWeek,
    mine: [first],
    newIdeas: [first, second, third],
    decisions: [
      { idea: funded, event: granting },
      { idea: resting(closed), event: closing },
      { idea: passed, event: passing },
    ],
    late: [{ idea: late, role: 'leader', days: 4 }],
    testing: [tested],
    adopted: { fromOthers: 1, byOthers: 2, last: { department: 'SBK', from: 'VOO' } },
    money: { asked: 180_000, granted: 130_000, used: 42_000 },
    counts: [
      { stage: 'submitted', count: 6 },
      { stage: 'exploring', count: 3 },
      { stage: 'inUse', count: 12 },
      { stage: 'closed', count: 7 },
    ],
  };
}

const myWeek: WeekOfIdeas = { ...quietWeek, reader: me };

const weekFor = (context: CardContext, told: WeekOfIdeas, onDemand = false): Drawn =>
  week(context, { ...readWeek(told), posts: [{ role: 'manager', department: 'VOO', unit: 'HTS' }], onDemand });

/** Lists of ideas: one's own, those that wait for one, and the week. */
export const listCards = {
  'my-ideas': {
    view: 'myIdeas',
    command: 'mine',
    written: { sv: 'mina idéer', en: 'my ideas' },
    samples: samplesOf(
      (context, { content }) => {
        const [asked, waits, used] = different(context, content, [
          { waiting: { for: 'submitter', person: 'pSUBMITTER' }, answerBy: '2026-11-27' },
          {},
          { stage: 'inUse', ending: { done: content.done } },
        ]);
        const ideas = [asked, waits, used && resting(used)].filter((idea) => idea !== undefined);
        return myIdeas(context, { ideas, page: 0, more: content.title.length > 100 }, 'pSUBMITTER');
      },
      (context) => myIdeas(context, { ideas: [], page: 0, more: false }, 'pSUBMITTER'),
    ),
  },
  'caught-up': {
    view: 'caughtUp',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context, { content }) => {
        const ideas = different(context, content, [
          ...[{ answerBy: '2026-11-24' }, {}],
          {
            submitter: me,
            stage: 'exploring',
            driver: { person: 'pOTHER', accepted: true },
            waiting: { for: 'driver', person: 'pOTHER' },
          },
          { department: 'SBK' },
        ]);
        return caughtUp(context, {
          turn: aTurn({ ideas: ideas.slice(0, 2) }),
          news: ideas.slice(2).map((idea) => ideaNews(context, idea, me)),
          reader: me,
        });
      },
      (context) => caughtUp(context, { turn: aTurn(), news: [], reader: me }),
    ),
  },
  week: {
    view: 'week',
    command: 'week',
    written: { sv: 'veckan', en: 'week' },
    samples: samplesOf(
      (context, { content }) => weekFor(context, fullWeek(context, content)),
      (context) => weekFor(context, myWeek, true),
    ),
  },
  'week-part': {
    view: 'weekPart',
    command: 'week',
    written: { sv: 'veckan', en: 'week' },
    samples: samplesOf(
      (context, { content }) => {
        const newIdeas = different(
          context,
          content,
          Array.from({ length: 9 }, () => ({})),
        );
        const view = { ...readWeek({ ...myWeek, newIdeas }), posts: [], onDemand: true };
        return weekPart(context, view, { part: 'new', page: 0 });
      },
      (context) => weekFor(context, myWeek, true),
    ),
  },
} satisfies Record<string, CardRow>;
