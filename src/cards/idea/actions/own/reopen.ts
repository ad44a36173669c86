import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const reopen = action('reopen', {
  asks: () => ({ anew: true as const }),
  data: (_press, { anew }) => anew,
  offers: { reopen: { panel: { fields: (reading, kept) => [reasonField(reading, 'panel.reopen.reason', kept)] } } },
});
