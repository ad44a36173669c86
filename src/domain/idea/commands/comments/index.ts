/** What becomes of a comment after it was written. */
export { commentEdited, editComment } from './edit-comment.js';
export { commentHidden, hideComment } from './hide-comment.js';
export { commentRemoved, removeComment } from './remove-comment.js';
export { commentShown, showComment } from './show-comment.js';
