import { action } from '../action.js';

export const takeBack = action('takeBack', { offers: { takeBack: {} } });
