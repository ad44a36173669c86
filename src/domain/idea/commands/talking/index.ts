/** What people say about an idea. Only a question makes it wait for somebody else, and nobody has to wait for the answer. */
export { answer, answered } from './answer.js';
export { ask, asked } from './ask.js';
export { comment, commented } from './comment.js';
export { concern, concerned } from './concern.js';
export { progressReported, reportProgress } from './report-progress.js';
export { thank, thanked } from './thank.js';
