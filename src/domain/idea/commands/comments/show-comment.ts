import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Who } from '../../idea.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import type { EarlierComment } from './earlier-comment.js';

/** Those who decide show a comment again that they had hidden. */
export const showComment = defineCommand('showComment')<EarlierComment>({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { comment, by, out } = context.data;
    return out === 'hidden' ? happens(commentShown, stays(context), { comment, by }) : refuse({ code: 'notNow' });
  },
});

/** `by`: who wrote it. */
export const commentShown = defineEvent('commentShown')<{ comment: number; by: Who }>({
  persons: { by: 'found' },
  hears: ['commenter'],
  wordsOf: 'record',
  ofComment: ({ data }) => ({ seq: data.comment, since: { out: undefined } }),
});
