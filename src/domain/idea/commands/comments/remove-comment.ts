import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { type EarlierComment, notTheirs, withComment } from './earlier-comment.js';

/** Its writer takes it back. */
export const removeComment = defineCommand('removeComment')<EarlierComment>({
  from: stageNames,
  by: ['reader'],
  words: {},
  sameVersion: false,
  leadsTo: (context) =>
    notTheirs(context) ?? happens(commentRemoved, stays(context), { comment: context.data.comment }),
});

export const commentRemoved = defineEvent('commentRemoved')<{ comment: number }>({
  changes: (idea, event) => withComment(idea, event, undefined),
  hears: [],
  wordsOf: 'record',
  takesAway: () => true,
  ofComment: ({ data }) => ({ seq: data.comment, since: { out: 'removed' } }),
});
