import type { CardContext, Drawn } from '../../../../src/cards/card-context';
import { challengeCard } from '../../../../src/cards/challenge/challenge-card';
import { toldText } from '../../../../src/cards/challenge/challenge-told';
import { correctionForm } from '../../../../src/cards/challenge/outside/correction-form';
import { outsideList } from '../../../../src/cards/challenge/outside/outside-list';
import { textToPublish } from '../../../../src/cards/challenge/outside/text-to-publish';
import { textToSend } from '../../../../src/cards/challenge/outside/text-to-send';
import type { Challenge } from '../../../../src/domain/challenge/challenge';
import type { OutsideAnswer } from '../../../../src/domain/challenge/outside';
import type { ChallengeRole } from '../../../../src/domain/challenge/policy';
import {
  accepts,
  asked,
  type ChallengeStep,
  challengeAfter,
  clock,
  on,
  owner,
  passes,
  propose,
  publisher,
  takesDown,
} from '../../../../testing/samples/challenge/challenge-story';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../../card-row';

const written = { sv: 'utmaningar', en: 'challenges' };
const id = 'K7M4QX';

const owns = new Set(['owner'] as const);

const steps = ({ title, problem, tried, evidence }: Content): readonly ChallengeStep[] => [
  [
    publisher,
    propose(
      { offers: { time: true, place: true, person: true, money: 50_000 } },
      { title, problem, ...((tried || evidence) && { tried: tried || evidence }) },
    ),
  ],
  [asked, accepts],
];
const open = (content: Content) => challengeAfter(...steps(content)).challenge;

/** Two organisations have answered it, and of one something may be bought. */
const answered = (content: Content) =>
  challengeAfter(...steps(content), [owner, takesDown()], [owner, takesDown({}, { buys: true })]);

const came = (seq: number, organisation: string, proposal: string, buys = false): OutsideAnswer => ({
  ...{ seq, day: '2026-12-03', buys },
  words: { organisation, proposal },
});

const viewOf = (challenge: Challenge, roles: readonly ChallengeRole[]) => ({
  ...{ challenge: { ...challenge, id }, roles: new Set(roles), names: new Map(), answers: 0 },
  same: { people: 0, departments: 0, mine: false },
});

const drawn = (view: string, draw: (context: CardContext, content: Content) => Drawn): CardRow => ({
  ...{ view, command: 'challenges', written },
  samples: samplesOf(
    (context, { content }) => draw(context, content),
    (context) => draw(context, bareContent(context.language)),
  ),
});

const bare = (context: CardContext) => {
  const { title, problem } = bareContent(context.language);
  const { department: _, ...challenge } = challengeAfter(
    [publisher, propose({ offers: { time: true } }, { title, problem })],
    [asked, accepts],
  ).challenge;
  return { ...challenge, id };
};

/** What a challenge says to organisations outside, and what they answer. */
export const outsideCards = {
  'challenge-text': {
    view: 'textToPublish',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content }) => textToPublish(context, { challenge: { ...open(content), id } }),
      (context) => textToPublish(context, { challenge: bare(context) }),
    ),
  },
  'challenge-outside-form': drawn('challengeCard', (context, content) => {
    const { challenge } = answered(content);
    const kept = { organisation: content.title, proposal: content.solution, buys: true };
    return challengeCard(context, { ...viewOf(challenge, ['owner']), panel: 'outside', kept });
  }),
  'challenge-outside-told': drawn('challengeCard', (context, content) => {
    const { challenge, events } = answered(content);
    const view = { ...viewOf(challenge, []), outside: { answers: 2, buys: true } };
    const event = events.at(-1);
    return challengeCard(context, { ...view, told: event && toldText(context, view, { event, as: 'procurement' }) });
  }),
  'challenge-outside': {
    view: 'outsideList',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content }) => {
        const { challenge } = answered(content);
        const { title, problem, solution, evidence, done } = content;
        const corrected = { corrected: { seq: 5, day: '2026-12-04' } };
        const answers = [
          { ...came(4, done || title, solution || problem, true), ...corrected },
          came(3, evidence || title, problem),
        ];
        return outsideList(context, { challenge: { ...challenge, id }, roles: owns, answers, page: 0, more: true });
      },
      (context) => outsideList(context, { challenge: bare(context), roles: owns, answers: [], page: 0, more: false }),
    ),
  },
  'challenge-outside-correction': drawn('correctionForm', (context, content) => {
    const { challenge } = answered(content);
    const answer = came(3, content.title, content.solution || content.problem);
    return correctionForm(context, { challenge: { ...challenge, id }, answer });
  }),
  'challenge-outside-reply': drawn('textToSend', (context, content) => {
    const result: ChallengeStep = [
      owner,
      { type: 'tellResult', data: {}, words: { result: content.lesson || content.problem } },
    ];
    const { challenge } = challengeAfter(...steps(content), [clock, passes, on('2026-12-15')], result);
    return textToSend(context, { challenge: { ...challenge, id } });
  }),
} satisfies Record<string, CardRow>;
