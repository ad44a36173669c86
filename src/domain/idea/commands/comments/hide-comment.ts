import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Who } from '../../idea.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { type EarlierComment, withComment } from './earlier-comment.js';

/** Those who decide take a comment out of sight. */
export const hideComment = defineCommand('hideComment')<EarlierComment>({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { data, idea } = context;
    if (data.out) return refuse({ code: 'notNow' });
    const { comment, by } = data;
    const { report } = idea;
    return happens(commentHidden, stays(context), { comment, by, ...(report !== undefined && { report }) });
  },
});

/** `by`: who wrote it. `report`: the event that it answers, by which somebody had said something about the text. */
export const commentHidden = defineEvent('commentHidden')<{ comment: number; by: Who; report?: number }>({
  persons: { by: 'found' },
  changes: (idea, event) => withComment(idea, event, undefined),
  hears: ['commenter', 'reporters'],
  wordsOf: 'record',
  answersReport: true,
  takesAway: () => true,
  ofComment: ({ data }) => ({ seq: data.comment, since: { out: 'hidden' } }),
});
