import { action } from '../action.js';

export const stepOut = action('stepOut', { offers: { stepOut: { panel: {} } } });
