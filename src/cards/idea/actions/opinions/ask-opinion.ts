import { MOST_OPINIONS } from '../../../../domain/idea/deciding/opinions.js';
import { lineField, peopleField } from '../../../fields.js';
import { code, line } from '../../../press-data.js';
import { action } from '../action.js';
import { others } from '../naming.js';

/** As long as five addresses. */
const LONGEST_ADDRESSES = 5 * 255;

export const askOpinion = action('askOpinion', {
  inputs: { people: code, peopleEmails: line },
  asks: ({ people = '', peopleEmails = '' }) => ({ colleagues: `${people},${peopleEmails}` }),
  data: (_press, { colleagues }) => ({ people: colleagues }),
  offers: {
    askOpinion: {
      panel: {
        sends: 'button.askOpinion.send',
        fields: ({ context: { t }, idea }, kept, { colleagues }) => [
          peopleField(
            {
              id: 'people',
              label: t('field.people', { most: MOST_OPINIONS - (idea.opinions ?? []).length }),
              choices: [...others(colleagues)],
              value: kept.people,
              placeholder: t('field.colleague.hint'),
            },
            { several: true },
          ),
          lineField({
            id: 'peopleEmails',
            label: t('field.peopleEmails'),
            value: kept.peopleEmails ?? '',
            placeholder: '',
            limit: LONGEST_ADDRESSES,
          }),
        ],
      },
    },
  },
});
