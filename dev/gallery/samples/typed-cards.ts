import type { CardContext } from '../../../src/cards/card-context';
import { doorCard } from '../../../src/cards/conversation/door';
import { type Asker, questionAnswer } from '../../../src/cards/conversation/question-answer';
import { quote } from '../../../src/cards/conversation/quote';
import { severalIdeas } from '../../../src/cards/conversation/several-ideas';
import { unanswered } from '../../../src/cards/conversation/unanswered';
import type { Matter } from '../../../src/domain/language/matters';
import { createDoorFinder, type Door } from '../../../src/domain/organisation/doors';
import { anIdea } from '../../../testing/samples/idea/ideas';
import type { Content } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';

/** Somebody in home care who has sent two ideas, and waits for no answer. */
const asking = ({ title, problem }: Pick<Content, 'title' | 'problem'>, text: string): Asker => ({
  ref: 'pSUBMITTER',
  place: { department: 'VOO', unit: 'HTS' },
  ideas: ['K7M4QX', 'K7M4Q0'].map((id) => anIdea({ id, words: { title, problem } })),
  text,
  awaited: false,
});
const newcomer: Asker = { ref: 'pSUBMITTER', ideas: [], text: '?', awaited: false };

const withoutChannels = (context: CardContext): CardContext => ({
  ...context,
  settings: { ...context.settings, otherChannels: [], doorIn: createDoorFinder([]) },
});

const doorTo = (context: CardContext, matter: Matter, text: string): Door =>
  context.settings.doorIn(text) ?? { matter, grave: true, proposed: false };

/** What is answered to what people ask, and to what is no idea. */
export const typedCards = {
  'question-progress': {
    view: 'questionAnswer',
    command: 'text',
    written: { sv: 'Hur går det med min idé?', en: 'How is my idea doing?' },
    samples: samplesOf(
      (context, { content }) => questionAnswer(context, 'progress', asking(content, content.title)),
      (context) => questionAnswer(context, 'progress', newcomer),
    ),
  },
  'question-leader': {
    view: 'questionAnswer',
    command: 'text',
    written: { sv: 'Vem är min innovationsledare?', en: 'Who is my innovation leader?' },
    samples: samplesOf(
      (context, { content }) => questionAnswer(context, 'leader', { ...asking(content, content.title), awaited: true }),
      (context) => questionAnswer(context, 'leader', newcomer),
    ),
  },
  'question-pay': {
    view: 'questionAnswer',
    command: 'text',
    written: { sv: 'Får jag betalt?', en: 'Do I get paid?' },
    samples: samplesOf(
      (context, { content }) => questionAnswer(context, 'pay', asking(content, 'Får jag betalt?')),
      (context) => questionAnswer(context, 'law', newcomer),
    ),
  },
  'question-unanswered': {
    view: 'unanswered',
    command: 'text',
    written: { sv: 'Varför har vi inga elcyklar?', en: 'Why do we have no electric bikes?' },
    samples: samplesOf(
      (context, { content }) => unanswered(context, { text: content.problem, awaited: false }),
      (context) => unanswered(context, { text: '?', awaited: false }),
    ),
  },
  door: {
    view: 'doorCard',
    command: 'text',
    written: { sv: 'En brukare ramlade i morse.', en: 'A resident fell this morning.' },
    samples: samplesOf(
      (context, { content }) => {
        const text = 'Jag vill skriva en avvikelse';
        return doorCard(context, doorTo(context, 'incident', text), { text: content.problem, awaited: false });
      },
      (context) => doorCard(withoutChannels(context), { matter: 'wrongdoing', grave: true, proposed: false }, newcomer),
    ),
  },
  'door-distress': {
    view: 'doorCard',
    command: 'text',
    written: { sv: 'Jag orkar inte mer.', en: 'I cannot take it anymore.' },
    samples: samplesOf(
      (context, { content }) => {
        const text = 'Jag orkar inte mer';
        return doorCard(context, doorTo(context, 'distress', text), { text: content.problem, awaited: true });
      },
      (context) => doorCard(withoutChannels(context), { matter: 'distress', grave: true, proposed: false }, newcomer),
    ),
  },
  'quote-beside-door': {
    view: 'quote',
    command: 'text',
    written: { sv: 'Vi borde rapportera avvikelser enklare.', en: 'We should report incidents more easily.' },
    samples: samplesOf(
      (context, { content }) =>
        quote(context, {
          text: content.problem,
          department: 'VOO',
          door: doorTo(context, 'incident', 'Jag vill skriva en avvikelse'),
        }),
      (context) => quote(context, { text: '?', door: { matter: 'incident', grave: false, proposed: true } }),
    ),
  },
  'several-ideas': {
    view: 'severalIdeas',
    command: 'text',
    written: { sv: '1) Cykelställ vid skolan 2) Fler bänkar', en: '1) Bike racks at school 2) More benches' },
    samples: samplesOf(
      (context, { content: { title, problem } }) =>
        severalIdeas(context, [title, problem], `1) ${title} 2) ${problem}`),
      (context) => severalIdeas(context, ['?', '?'], '?'),
    ),
  },
} satisfies Record<string, CardRow>;
