/** What submitters do with their idea. */
export { addPicture, pictureAdded } from './add-picture.js';
export { edit, edited } from './edit.js';
export { reopen, reopened } from './reopen.js';
export { submit, submitted } from './submit.js';
export { withdraw, withdrawn } from './withdraw.js';
export { withholdWords, wordsWithheld } from './withhold-words.js';
