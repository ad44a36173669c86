import type { Conversation } from '../../../src/app/idea/typed-answer';
import type { CardContext } from '../../../src/cards/card-context';
import { answerOffer } from '../../../src/cards/conversation/answer-offer';
import { withWaysOn } from '../../../src/cards/conversation/asked-again';
import { help } from '../../../src/cards/conversation/help';
import { quote } from '../../../src/cards/conversation/quote';
import { shortCard } from '../../../src/cards/conversation/short-card';
import { typedAgain } from '../../../src/cards/conversation/typed-again';
import { listChanged } from '../../../src/cards/idea/lists/list-changed';
import { pictureOffer } from '../../../src/cards/idea/lists/picture-offer';
import { ideaCard } from '../../../src/cards/idea-card';
import { note } from '../../../src/cards/note';
import { button } from '../../../src/cards/verbs';
import { createDoorFinder } from '../../../src/domain/organisation/doors';
import { anIdea } from '../../../testing/samples/idea/ideas';
import type { Content } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';

const withoutChannels = (context: CardContext): CardContext => ({
  ...context,
  settings: { ...context.settings, otherChannels: [], doorIn: createDoorFinder([]) },
});

type IdeaWording = Pick<Content, 'title' | 'problem'>;

const asked = ({ title, problem, question }: IdeaWording & Pick<Content, 'question'>): Conversation => ({
  idea: anIdea({ words: { title, problem }, question: { by: 'pLEADER', text: question, backTo: 'deciders' } }),
  about: 'question',
});
const commented = ({ title, problem, comment }: IdeaWording & Pick<Content, 'comment'>): Conversation => ({
  idea: anIdea({ id: 'Q4X7MK', words: { title, problem }, talk: { by: 'pLEADER', text: comment } }),
  about: 'comment',
});

const askedForMoney = ({ title, problem }: IdeaWording): Conversation => ({
  idea: anIdea({ id: 'Q4X7MK', words: { title, problem }, money: { asked: 50_000, funder: 'manager' } }),
  about: 'money',
});

/** What the bot says to what people write. */
export const talkCards = {
  help: {
    view: 'help',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(help, (context) => help(withoutChannels(context))),
  },
  quote: {
    view: 'quote',
    command: 'text',
    written: { sv: 'Personalen får vänta på bilar varje morgon.', en: 'Staff wait for cars every morning.' },
    samples: samplesOf(
      (context, { content }) => quote(context, { text: content.problem, department: 'VOO' }),
      (context) => quote(context, { text: '?' }),
    ),
  },
  'short-card': {
    view: 'shortCard',
    command: 'open',
    written: { sv: 'status K7M4QX', en: 'status K7M4QX' },
    samples: samplesOf(
      (context, { content: { title, problem }, names }) => {
        const reader = { ref: 'pLEADER', roles: new Set(['reader', 'decider'] as const) };
        return shortCard(context, ideaCard(context, { idea: anIdea({ words: { title, problem } }), reader, names }));
      },
      (context) => shortCard(context, note(context, { heading: '?', lines: ['?'] })),
    ),
  },
  'typed-again': {
    view: 'typedAgain',
    command: 'text',
    written: { sv: 'Ring 850709-9805 om bilen.', en: 'Call 850709-9805 about the car.' },
    samples: samplesOf(
      (context, { content }) =>
        typedAgain(context, { text: `${content.problem} 850709-9805`, fault: { code: 'personalNumber' } }),
      (context) => {
        const asked = typedAgain(context, { text: '8507099805', fault: { code: 'perhapsPersonalNumber' } });
        return withWaysOn(context, asked, { verbs: ['typed'] }, 'perhapsPersonalNumber', []);
      },
    ),
  },
  'picture-offer': {
    view: 'pictureOffer',
    command: 'mine',
    written: { sv: 'mina idéer', en: 'my ideas' },
    samples: samplesOf(
      (context, { content: { title, problem } }) => {
        const ideas = ['K7M4QX', 'K7M4Q0'].map((id) => anIdea({ id, words: { title, problem } }));
        return pictureOffer(context, { picture: 'picture', reader: 'pSUBMITTER', ideas });
      },
      (context) =>
        pictureOffer(context, {
          picture: 'picture',
          reader: 'pSUBMITTER',
          ideas: [anIdea({ words: { title: '?', problem: '?' } })],
        }),
    ),
  },
  'answer-offer': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Tre räcker till att börja med.', en: 'Three are enough to begin with.' },
    samples: samplesOf(
      (context, { content }) =>
        answerOffer(context, { reader: 'pSUBMITTER', text: content.answer, conversations: [asked(content)] }),
      (context) =>
        answerOffer(context, {
          reader: 'pSUBMITTER',
          text: '3',
          conversations: [asked({ title: '3', problem: '3', question: '?' })],
        }),
    ),
  },
  'answer-offer-comment': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Tre räcker till att börja med.', en: 'Three are enough to begin with.' },
    samples: samplesOf(
      (context, { content }) =>
        answerOffer(context, { reader: 'pSUBMITTER', text: content.answer, conversations: [commented(content)] }),
      (context) =>
        answerOffer(context, {
          reader: 'pSUBMITTER',
          text: '3',
          conversations: [commented({ title: '3', problem: '3', comment: '?' })],
        }),
    ),
  },
  'answer-offer-several': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Tre räcker till att börja med.', en: 'Three are enough to begin with.' },
    samples: samplesOf(
      (context, { content }) => {
        const other = { ...content, title: `2 ${content.title}` };
        return answerOffer(context, {
          reader: 'pSUBMITTER',
          text: content.answer,
          conversations: [asked(content), commented(other)],
        });
      },
      (context) =>
        answerOffer(context, {
          reader: 'pSUBMITTER',
          text: '3',
          conversations: [asked({ title: '3', problem: '3', question: '?' })],
        }),
    ),
  },
  'answer-offer-money': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Ja, kör på 30 000', en: 'ok go ahead with 30000' },
    samples: samplesOf(
      (context, { content }) =>
        answerOffer(context, {
          reader: 'pMANAGER',
          text: `${content.answer} 30 000`,
          conversations: [askedForMoney(content)],
        }),
      (context) =>
        answerOffer(context, {
          reader: 'pMANAGER',
          text: '1',
          conversations: [askedForMoney({ title: '3', problem: '3' })],
        }),
    ),
  },
  note: {
    view: 'note',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context, { content }) =>
        note(context, {
          heading: context.t('settings.saved'),
          lines: content.title.length > 40 ? [content.problem, content.done] : [context.t('settings.savedWhat')],
          buttons: [button(context.t('button.settings'), 'settings', {}, { inputs: 'none' })],
        }),
      (context) => note(context, { heading: context.t('settings.saved'), lines: [] }),
    ),
  },
  listChanged: {
    view: 'listChanged',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(listChanged, listChanged),
  },
} satisfies Record<string, CardRow>;
