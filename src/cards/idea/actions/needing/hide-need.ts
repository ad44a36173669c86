import { code } from '../../../press-data.js';
import { action } from '../action.js';

/** Stands beside the line that it takes away (need-lines.ts). */
export const hideNeed = action('hideNeed', {
  inputs: { needLine: code },
  asks: ({ needLine = '' }) => ({ needLine }),
  data: (_press, { needLine }) => needLine,
});
