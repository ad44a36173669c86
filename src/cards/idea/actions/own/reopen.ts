import { action } from '../action.js';
import { reasonField } from '../panel-fields.js';

export const reopen = action('reopen', {
  asks: () => ({ tier: 'asItIs' as const }),
  data: (_press, { tier }) => ({ tier }),
  offers: { reopen: { panel: { fields: (reading, kept) => [reasonField(reading, 'panel.reopen.reason', kept)] } } },
});
