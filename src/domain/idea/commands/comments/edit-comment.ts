import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { type EarlierComment, notTheirs, withComment } from './earlier-comment.js';

/** Its writer says it in other words. */
export const editComment = defineCommand('editComment')<EarlierComment>({
  from: stageNames,
  by: ['reader'],
  words: { comment: 'required' },
  sameVersion: false,
  leadsTo: (context) => notTheirs(context) ?? happens(commentEdited, stays(context), { comment: context.data.comment }),
});

/** Of an earlier comment, by its event's number. */
export const commentEdited = defineEvent('commentEdited')<{ comment: number }>({
  changes: (idea, event) => withComment(idea, event, event.words.comment ?? ''),
  hears: [],
  wordsOf: 'person',
  readInRecord: true,
  takesAway: () => true,
  ofComment: ({ data, words }) => ({ seq: data.comment, since: { comment: words.comment ?? '' } }),
});
