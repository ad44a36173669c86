import { caughtUp } from '../../../src/cards/digest/caught-up';
import { week, weekPart } from '../../../src/cards/digest/week';
import { myIdeas } from '../../../src/cards/idea/lists/my-ideas';
import type { Drawn, Kit } from '../../../src/cards/kit';
import type { Digest } from '../../../src/domain/digest/digest';
import type { Decision } from '../../../src/domain/idea/deciding/decisions';
import type { Idea } from '../../../src/domain/idea/idea';
import { aTurn } from '../../../testing/samples/idea/turns';
import type { Content } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';
import { different } from './different';

const me = 'pLEADER';

const resting = ({ waiting: _w, waitingSince: _s, answerBy: _a, ...idea }: Idea): Idea => idea;

function digestOf(kit: Kit, content: Content): Digest {
  const [first, second, third, closed, passed, late, funded] = different(kit, content, [
    ...[{ answerBy: '2026-11-24' }, {}, { unit: 'HTN', answerBy: '2026-12-03' }],
    { stage: 'closed', ending: { tried: content.tried, lesson: content.lesson } },
    { department: 'SBK' },
    { answerBy: '2026-11-17' },
    { stage: 'piloting', waiting: { for: 'driver', person: 'pDRIVER' }, answerBy: '2027-02-28' },
  ]);
  if (!first || !second || !third || !closed || !passed || !late || !funded) throw new Error('A week has seven ideas');
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
    ...quietWeek,
    mine: [first],
    newIdeas: [first, second, third],
    decisions: [
      { idea: funded, event: granting },
      { idea: resting(closed), event: closing },
      { idea: passed, event: passing },
    ],
    late: [{ idea: late, role: 'leader', days: 4 }],
    counts: [
      { stage: 'submitted', count: 6 },
      { stage: 'exploring', count: 3 },
      { stage: 'inUse', count: 12 },
      { stage: 'closed', count: 7 },
    ],
  };
}

const quietWeek: Digest = {
  ...{ reader: me, week: '2026-W47', scopes: [{ department: 'VOO', unit: 'HTS' }] },
  ...{ mine: [], newIdeas: [], decisions: [], tested: [], late: [], counts: [] },
};

const weekFor = (kit: Kit, digest: Digest, onDemand = false): Drawn =>
  week(kit, { digest, posts: [{ role: 'manager', department: 'VOO', unit: 'HTS' }], onDemand });

/** Lists of ideas: one's own, those that wait for one, and the week. */
export const listCards = {
  'my-ideas': {
    view: 'myIdeas',
    command: 'mine',
    written: { sv: 'mina idéer', en: 'my ideas' },
    samples: samplesOf(
      (kit, { content }) => {
        const [asked, waits, used] = different(kit, content, [
          { waiting: { for: 'submitter', person: 'pSUBMITTER' }, answerBy: '2026-11-27' },
          {},
          { stage: 'inUse', ending: { done: content.done } },
        ]);
        const ideas = [asked, waits, used && resting(used)].filter((idea) => idea !== undefined);
        return myIdeas(kit, { ideas, page: 0, more: content.title.length > 100 }, 'pSUBMITTER');
      },
      (kit) => myIdeas(kit, { ideas: [], page: 0, more: false }, 'pSUBMITTER'),
    ),
  },
  'caught-up': {
    view: 'caughtUp',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (kit, { content }) => {
        const ideas = different(kit, content, [
          ...[{ answerBy: '2026-11-24' }, {}],
          {
            submitter: me,
            stage: 'exploring',
            driver: { person: 'pOTHER', accepted: true },
            waiting: { for: 'driver', person: 'pOTHER' },
          },
          { department: 'SBK' },
        ]);
        return caughtUp(kit, {
          turn: aTurn({ ideas: ideas.slice(0, 2) }),
          news: ideas.slice(2),
          reader: me,
        });
      },
      (kit) => caughtUp(kit, { turn: aTurn(), news: [], reader: me }),
    ),
  },
  week: {
    view: 'week',
    command: 'week',
    written: { sv: 'veckan', en: 'week' },
    samples: samplesOf(
      (kit, { content }) => weekFor(kit, digestOf(kit, content)),
      (kit) => weekFor(kit, quietWeek, true),
    ),
  },
  'week-part': {
    view: 'weekPart',
    command: 'week',
    written: { sv: 'veckan', en: 'week' },
    samples: samplesOf(
      (kit, { content }) => {
        const newIdeas = different(
          kit,
          content,
          Array.from({ length: 9 }, () => ({})),
        );
        const view = { digest: { ...quietWeek, newIdeas }, posts: [], onDemand: true };
        return weekPart(kit, view, { part: 'new', page: 0 });
      },
      (kit) => weekFor(kit, quietWeek, true),
    ),
  },
} satisfies Record<string, CardRow>;
