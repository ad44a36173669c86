import { wordField } from '../../../fields.js';
import type { Reading } from '../../reading.js';
import { action } from '../action.js';

export const ask = action('ask', {
  offers: {
    ask: {
      title: (reading) => reading.context.t(isAboutMoney(reading) ? 'button.askFirst' : 'button.ask'),
      panel: {
        texts: (reading) => (isAboutMoney(reading) ? 'askFirst' : 'ask'),
        sends: 'button.sendQuestion',
        fields: ({ context: { t } }, kept) => [
          wordField(t, 'question', { value: kept.question, required: 'field.question.missing' }),
        ],
      },
    },
  },
});

/** Whoever decides on money asks before they do. */
const isAboutMoney = ({ idea }: Reading): boolean => idea.waiting?.for === 'funder';
