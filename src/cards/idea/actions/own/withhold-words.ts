import { action } from '../action.js';

export const withholdWords = action('withholdWords', { offers: { withholdWords: {} } });
