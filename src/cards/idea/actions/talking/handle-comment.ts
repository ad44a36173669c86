import { eventNumber } from '../../../press-data.js';
import { action } from '../action.js';

/** What is done with one comment stands beside it (parts/comments.ts). */
const ofComment = {
  inputs: { said: eventNumber },
  asks: ({ said }: { said?: number | undefined }) => ({ comment: said ?? 0 }),
  data: <C>(_press: object, { comment }: { comment: C }) => comment,
};

export const editComment = action('editComment', { ...ofComment, again: 'said' });
export const removeComment = action('removeComment', ofComment);
export const hideComment = action('hideComment', ofComment);
export const showComment = action('showComment', ofComment);
