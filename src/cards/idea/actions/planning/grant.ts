import { line } from '../../../press-data.js';
import { action } from '../action.js';
import { grantedFields, grantedPress } from '../granting.js';
import { diaryField, reasonField } from '../panel-fields.js';

export const grant = action('grant', {
  inputs: { amount: line, grantHours: line },
  asks: () => ({ delegation: true as const }),
  data: (press, { idea, delegation }) => ({
    ...grantedPress(press, idea),
    ...(delegation && { delegation }),
  }),
  offers: {
    /** All of it; the number of the decision is asked for on the card itself (idea-card.ts). */
    grant: { forward: true },
    grantPart: {
      panel: {
        opens: 'grant',
        texts: ({ idea }) => (idea.money?.asked === 0 ? 'grantHours' : 'grant'),
        fields: (reading, kept) => [
          ...grantedFields(reading, kept, { required: true }),
          reasonField(reading, 'panel.grant.reason', kept),
          diaryField(reading, kept),
        ],
      },
    },
  },
});
