import { action } from '../action.js';

export const plan = action('plan', { offers: { plan: { forward: true } } });
