import { action } from '../action.js';

export const hide = action('hide', { offers: { hide: { panel: {} } } });

export const show = action('show', { offers: { show: {} } });
