import type { CardContext } from '../../../../src/cards/card-context';
import { textToPublish } from '../../../../src/cards/challenge/outside/text-to-publish';
import {
  accepts,
  asked,
  challengeAfter,
  propose,
  publisher,
} from '../../../../testing/samples/challenge/challenge-story';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../../card-row';

const written = { sv: 'utmaningar', en: 'challenges' };
const id = 'K7M4QX';

const open = ({ title, problem, tried, evidence }: Content) =>
  challengeAfter(
    [
      publisher,
      propose(
        { offers: { time: true, place: true, person: true, money: 50_000 } },
        { title, problem, ...((tried || evidence) && { tried: tried || evidence }) },
      ),
    ],
    [asked, accepts],
  ).challenge;

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
} satisfies Record<string, CardRow>;
