import { refuse } from '../../../../domain/result.js';
import { emailField } from '../../../fields.js';
import { action } from '../action.js';
import { namedIn, naming, others, pickedField } from '../naming.js';

export const addCoSubmitter = action('addCoSubmitter', {
  inputs: naming,
  // Oneself is no colleague: whoever names nobody has to.
  asks: (press) => ({ colleague: namedIn(press) || undefined }),
  data: (_press, { colleague }) => (colleague ? { person: colleague } : refuse({ code: 'unknownColleague' })),
  offers: {
    addCoSubmitter: {
      panel: {
        opens: 'coSubmitter',
        texts: 'coSubmitter',
        fields: ({ context }, kept, { colleagues }) => [
          pickedField(context, 'field.colleague', others(colleagues), kept.person),
          emailField('personEmail', context.t('field.colleagueEmail'), kept.personEmail),
        ],
      },
    },
  },
});
