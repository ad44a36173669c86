import { offered } from '../action.js';

/** Its form is the one in which an idea is written (idea-form.ts). */
export const edit = offered('edit', { offers: { edit: {} } });
