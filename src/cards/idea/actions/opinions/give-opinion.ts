import { views } from '../../../../domain/idea/deciding/opinion.js';
import { capitalised } from '../../../../domain/language/tidy.js';
import { choiceField, wordField } from '../../../fields.js';
import { oneOf } from '../../../press-data.js';
import { action } from '../action.js';

export const giveOpinion = action('giveOpinion', {
  inputs: { view: oneOf(views) },
  data: ({ view }) => ({ ...(view && { view }) }),
  offers: {
    giveOpinion: {
      forward: true,
      asked: () => true,
      panel: {
        sends: 'button.giveOpinion.send',
        fields: ({ context: { t } }, kept) => [
          choiceField(
            {
              id: 'view',
              label: t('field.view'),
              choices: views.map((value) => ({ title: capitalised(t(`opinion.view.${value}`)), value })),
              value: kept.view,
              placeholder: t('field.choose'),
            },
            { open: true, missing: t('field.view.missing') },
          ),
          wordField(t, 'opinion', { value: kept.opinion, optional: true, lines: 'one' }),
        ],
      },
    },
  },
});
