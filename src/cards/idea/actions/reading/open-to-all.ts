import { action } from '../action.js';

export const openToAll = action('openToAll', { offers: { openToAll: {} } });
