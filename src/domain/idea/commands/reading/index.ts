/** What may be read by whom. Nothing of the idea's way changes by it. */
export { answerReport, reportAnswered } from './answer-report.js';
export { hidden, hide } from './hide.js';
export { openedToAll, openToAll } from './open-to-all.js';
export { hiddenRead, readHidden } from './read-hidden.js';
export { report, reported } from './report.js';
export { diarySet, setDiary } from './set-diary.js';
export { show, shown } from './show.js';
