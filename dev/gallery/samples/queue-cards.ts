import type { MyTurn } from '../../../src/app/idea/lists/my-turn';
import { myTurn } from '../../../src/cards/idea/lists/my-turn';
import { piles } from '../../../src/cards/idea/lists/piles';
import { closing, several } from '../../../src/cards/idea/lists/several';
import type { Idea } from '../../../src/domain/idea/idea';
import { sixty } from '../../../testing/samples/idea/sixty';
import { aTurn, shownPile, somePiles, toChoose } from '../../../testing/samples/idea/turns';
import { people } from '../../../testing/samples/person/people';
import { bareContent } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';
import { different } from './different';

const me = 'pLEADER';

const waitsForMe: Partial<Idea>[] = [
  { answerBy: '2026-11-18' },
  { answerBy: '2026-11-24' },
  { answerBy: '2026-11-30', unit: 'HTN' },
  {
    stage: 'exploring',
    driver: { person: me, accepted: true },
    waiting: { for: 'driver', person: me },
    answerBy: '2026-12-12',
  },
];

const turnOf = (ideas: Idea[], changes: Partial<MyTurn> = {}): MyTurn =>
  aTurn({ ideas, names: people, counts: { all: 4, new: 3, asked: 1, late: 1 }, ...changes });
const nothingWaits = turnOf([], { counts: { all: 0, new: 0, asked: 0, late: 0 } });

const ofSixty = { counts: { all: 60, new: 51, asked: 6, late: 4 }, more: true };

const inQueue = { command: 'queue', written: { sv: 'min tur', en: 'my turn' } } as const;

const chosenAs = ({ id, decisionVersion }: Idea): string => `${id}.${decisionVersion}`;

/** What waits for somebody, and several of it at once. */
export const queueCards = {
  'my-turn': {
    view: 'myTurn',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) => myTurn(context, turnOf(different(context, content, waitsForMe)), me),
      (context) => myTurn(context, nothingWaits, me),
    ),
  },
  'my-turn-sixty': {
    view: 'myTurn',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) => {
        const { ideas, names } = sixty(context.language);
        // Other samples differ in their words only.
        const everyday = content.title === ideas.at(-1)?.words.title;
        const shown = ideas.map((idea) =>
          everyday ? idea : { ...idea, words: { title: content.title, problem: content.problem } },
        );
        return myTurn(context, aTurn({ ideas: shown, names, ...ofSixty }), me);
      },
      (context) => myTurn(context, aTurn({ filter: 'asked', ...ofSixty, more: false }), me),
    ),
  },
  'my-turn-outcome': {
    view: 'myTurn',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) =>
        myTurn(context, turnOf(different(context, content, waitsForMe), { filter: 'new', page: 1, more: true }), me, {
          ...{ do: 'close', done: 3, refused: 1 },
        }),
      (context) => myTurn(context, turnOf([], { filter: 'late' }), me),
    ),
  },
  piles: {
    view: 'piles',
    ...inQueue,
    samples: samplesOf(
      (context) =>
        piles(context, somePiles({ others: 2, tests: { running: 9, overLastYear: 4 } }), {
          do: 'close',
          done: 6,
          refused: 0,
        }),
      (context) => {
        const { pages } = somePiles();
        return piles(context, somePiles({ pages: { ...pages, alike: [], direct: [] } }));
      },
    ),
  },
  'several-pile-alike': {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) =>
        several(
          context,
          toChoose({
            ideas: different(context, content, waitsForMe.slice(0, 3)),
            names: people,
            pile: shownPile('alike', { shared: content.title.split(' ').slice(0, 3) }),
            more: true,
          }),
        ),
      (context) => several(context, toChoose({ pile: shownPile('alike', { pages: 1 }) })),
    ),
  },
  'several-pile-direct': {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content, names }) => {
        const ideas = different(context, content, [{ unit: 'HTN' }, { unit: 'HTS' }]).map((idea, at) => ({
          ...idea,
          words: { ...idea.words, problem: `${at + 1} ${content.problem}` },
        }));
        const outcome = { do: 'doNow', done: 8, refused: 1 } as const;
        return several(context, toChoose({ ideas, names, pile: shownPile('direct', { pages: 1 }) }), {}, { outcome });
      },
      (context) => several(context, toChoose({ pile: shownPile('direct', { pages: 1 }) })),
    ),
  },
  'several-pile-elsewhere': {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) => {
        const ideas = different(context, content, waitsForMe.slice(0, 3));
        const leanings = new Map(ideas.map(({ id }) => [id, { way: 'department', code: 'MIL' } as const]));
        return several(context, toChoose({ ideas, names: people, pile: shownPile('elsewhere', { leanings }) }));
      },
      (context) => several(context, toChoose({ pile: shownPile('elsewhere', { pages: 1 }) })),
    ),
  },
  'several-pile-think': {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) => {
        const ideas = different(context, content, waitsForMe.slice(0, 3));
        const unlike = new Set(ideas.slice(1, 2).map(({ id }) => id));
        return several(
          context,
          toChoose({ ideas, names: people, page: 1, pile: shownPile('think', { unlike }), more: true }),
        );
      },
      (context) => several(context, toChoose({ pile: shownPile('think', { pages: 1 }) })),
    ),
  },
  several: {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) => {
        const { ideas, names } = sixty(context.language);
        const everyday = content.title === ideas.at(-1)?.words.title;
        const shown = everyday ? ideas : different(context, content, waitsForMe.slice(0, 3));
        const chosen = ['K7M4S0.1', 'K7M4S1.1', ...shown.slice(0, 2).map(chosenAs)].join(',');
        return several(context, toChoose({ ideas: shown, names: everyday ? names : people, page: 1, more: true }), {
          chosen,
        });
      },
      (context) => several(context, toChoose()),
    ),
  },
  'several-refused': {
    view: 'several',
    ...inQueue,
    samples: samplesOf(
      (context, { content }) =>
        several(context, toChoose({ ideas: different(context, content, waitsForMe.slice(0, 3)) }), {
          ...{ chosen: 'K7M4Q0.1,K7M4Q1.1', reason: content.reason },
          refusal: context.t('refusal.unknownDepartment'),
        }),
      (context) => several(context, toChoose({ page: 1 }), { chosen: 'K7M4Q0.1' }),
    ),
  },
  'several-closing-pile': {
    view: 'closing',
    ...inQueue,
    samples: samplesOf(
      (context, { content, names }) => {
        const { ideas: many, names: known } = sixty(context.language);
        const everyday = content.title === many.at(-1)?.words.title;
        const ideas = everyday
          ? many.slice(0, 3)
          : different(context, content, waitsForMe.slice(0, 3)).map((idea, at) => ({
              ...idea,
              words: { ...idea.words, problem: `${at + 1} ${content.problem}` },
            }));
        return closing(context, {
          ...{
            ideas,
            names: everyday ? known : names,
            moved: 0,
            who: names.get(me) ?? '',
            filter: 'all',
            page: 0,
            pile: 'alike',
          },
          ...{ idempotencyKey: context.mintIdempotencyKey(), chosen: ideas.map(chosenAs).join(',') },
          ...{ reason: content.reason, lined: ideas[1]?.id ?? '', line1: content.progress },
        });
      },
      (context) =>
        closing(context, {
          ideas: different(context, bareContent(context.language), [{}]),
          ...{ names: new Map(), moved: 1, who: 'A', filter: 'all', page: 0, pile: 'think' },
          ...{ idempotencyKey: context.mintIdempotencyKey(), chosen: 'K7M4Q0.1' },
          ...{ reason: '', refusal: context.t('queue.closing.tooLong', { line: 300, most: 2000 }) },
        }),
    ),
  },
  'several-closing': {
    view: 'closing',
    ...inQueue,
    samples: samplesOf(
      (context, { content, names }) =>
        closing(context, {
          ideas: different(context, content, [{}, {}, {}, {}]),
          ...{
            names,
            moved: 1,
            who: names.get(me) ?? '',
            idempotencyKey: context.mintIdempotencyKey(),
            filter: 'all',
            page: 0,
          },
          ...{ chosen: 'K7M4Q0.1,K7M4Q1.1,K7M4Q2.1,K7M4Q3.1,K7M4Q4.1', reason: content.reason },
        }),
      (context) =>
        closing(context, {
          ideas: different(context, bareContent(context.language), [{}, {}]),
          ...{
            names: new Map(),
            moved: 0,
            who: 'A',
            idempotencyKey: context.mintIdempotencyKey(),
            filter: 'all',
            page: 0,
          },
          ...{ chosen: 'K7M4Q0.1,K7M4Q1.1', reason: bareContent(context.language).reason },
        }),
    ),
  },
} satisfies Record<string, CardRow>;
