import { answerOffer } from '../../../src/cards/answer-offer';
import { help } from '../../../src/cards/help';
import type { Kit } from '../../../src/cards/kit';
import { note } from '../../../src/cards/note';
import { quote } from '../../../src/cards/quote';
import { button } from '../../../src/cards/verbs';
import { createDirectory } from '../../../src/domain/organisation';
import { bareContent } from '../../samples/content';
import { anIdea } from '../../samples/ideas';
import { type CardRow, samplesOf } from '../card-row';

const withoutChannels = (kit: Kit): Kit => ({
  ...kit,
  directory: createDirectory({ ...kit.directory.organisation, otherChannels: [] }),
});

/** What the bot says to what people write. */
export const talkCards = {
  help: {
    view: 'help',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(help, (kit) => help(withoutChannels(kit))),
  },
  quote: {
    view: 'quote',
    command: 'text',
    written: { sv: 'Personalen får vänta på bilar varje morgon.', en: 'Staff wait for cars every morning.' },
    samples: samplesOf(
      (kit, { content }) => quote(kit, content.problem),
      (kit) => quote(kit, '?'),
    ),
  },
  'answer-offer': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Tre räcker till att börja med.', en: 'Three are enough to begin with.' },
    samples: samplesOf(
      (kit, { content: { title, problem, question, answer } }) =>
        answerOffer(kit, {
          text: answer,
          ideas: [anIdea({ words: { title, problem }, question: { by: 'pLEADER', text: question } })],
        }),
      (kit) =>
        answerOffer(kit, {
          text: '3',
          ideas: [anIdea({ words: bareContent(kit.language), question: { by: 'pLEADER', text: '?' } })],
        }),
    ),
  },
  'answer-offer-several': {
    view: 'answerOffer',
    command: 'text',
    written: { sv: 'Tre räcker till att börja med.', en: 'Three are enough to begin with.' },
    samples: samplesOf(
      (kit, { content: { title, problem, question, answer } }) =>
        answerOffer(kit, {
          text: answer,
          ideas: [1, 2].map((turn) =>
            anIdea({
              turn,
              words: { title: `${turn} ${title}`, problem },
              question: { by: 'pLEADER', text: question },
            }),
          ),
        }),
      (kit) =>
        answerOffer(kit, {
          text: '3',
          ideas: [anIdea({ words: bareContent(kit.language), question: { by: 'pLEADER', text: '?' } })],
        }),
    ),
  },
  note: {
    view: 'note',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit, { content }) =>
        note(kit, {
          heading: kit.say('settings.saved'),
          lines: content.title.length > 40 ? [content.problem, content.done] : [kit.say('settings.savedWhat')],
          buttons: [button(kit.say('button.settings'), 'settings', {}, { inputs: 'none' })],
        }),
      (kit) => note(kit, { heading: kit.say('settings.saved'), lines: [] }),
    ),
  },
} satisfies Record<string, CardRow>;
