import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { answering } from './replied.js';

/** So many who have commented are known to answer by typing: more than talk about one idea at a time. */
const MOST_TALKERS = 5;

/** Says something about an idea. */
export const comment = defineCommand('comment')({
  from: stageNames,
  by: ['reader'],
  words: { comment: 'required' },
  sameVersion: false,
  leadsTo: (context) => happens(commented, stays(context), {}),
});

export const commented = defineEvent('commented')({
  changes: (idea, { by, words, seq }) => {
    const { talk } = idea;
    const others = [...new Set([...(talk?.with ?? []), ...(talk ? [talk.by] : [])])].filter((one) => one !== by);
    const rest = { ...(others.length > 0 && { with: others.slice(-MOST_TALKERS) }) };
    const next = { ...idea, talk: { by, text: words.comment ?? '', seq, ...rest } };
    return answering(next, seq, 'comment', talk?.by === by ? undefined : talk);
  },
  // Nobody has to have taken the idea on: then it is for those who may.
  hears: ['submitter', 'leader', 'driver', 'owner', 'deciders', 'followers'],
  gathers: true,
  talk: true,
  only: 'comment',
  tells: ({ as }, _, { leader }) => as !== 'deciders' || leader === undefined,
  stop: 'comments',
  leavesRights: true,
  wordsOf: 'person',
});
