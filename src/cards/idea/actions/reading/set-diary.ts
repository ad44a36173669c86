import { choiceField } from '../../../fields.js';
import { action } from '../action.js';
import { diaryField } from '../panel-fields.js';

/** "Hämta akten": all that happened, as a file; and the number under which the matter stands in the diary. */
export const setDiary = action('setDiary', {
  offers: {
    record: {
      panel: {
        sends: 'button.saveDiary',
        fields: (reading, kept) => [
          choiceField({
            id: 'format',
            label: reading.context.t('field.format'),
            placeholder: '',
            value: 'page',
            choices: (['page', 'data'] as const).map((value) => ({
              title: reading.context.t(`field.format.${value}`),
              value,
            })),
          }),
          diaryField(reading, { diary: kept.diary ?? reading.idea.diary }),
        ],
      },
    },
  },
});
