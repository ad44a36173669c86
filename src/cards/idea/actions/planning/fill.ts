import { asksForTheSame, declinedOf } from '../../../../domain/idea/deciding/earlier-no.js';
import { type FieldName, fields } from '../../../../domain/idea/fields.js';
import { refuse } from '../../../../domain/result.js';
import { day, oneOf, partName, words } from '../../../press-data.js';
import { nextToFill } from '../../filling.js';
import { partInWords } from '../../parts/answers.js';
import { action } from '../action.js';

/** An answer for each field of what is needed: the domain reads it. */
const answers = Object.fromEntries(
  Object.entries(fields).map(([field, { kind }]) => [field, kind === 'day' ? day : words]),
) as { [F in FieldName]: typeof words };

/** What a saved part can lead to: the form of the next one, or what all of them are for. */
const onwards = ['next', 'plan', 'submitPlan', 'submitResult'] as const;
export type Onward = (typeof onwards)[number];

export const fill = action('fill', {
  inputs: {
    ...answers,
    part: partName,
    onward: oneOf(onwards),
    /** What is asked about in it has been confirmed. */
    confirmed: oneOf(['true']),
  },
  again: 'part',
  data: ({ part, confirmed }) =>
    part ? { part, ...(confirmed === 'true' && { sure: true as const }) } : refuse({ code: 'notNow' }),
  offers: {
    fillNext: {
      when: (reading) => (reading.theirTurn || reading.reader.roles.has('driver')) && nextToFill(reading) !== undefined,
      forward: true,
      part: nextToFill,
      title: (reading) => {
        const { t } = reading.context;
        if (asksForTheSame(reading.idea))
          return t(declinedOf(reading.idea)?.amount === 0 ? 'button.changeCost.hours' : 'button.changeCost');
        const part = nextToFill(reading);
        return t('button.fillNext', { part: part ? partInWords(reading, part) : '' });
      },
    },
  },
});
