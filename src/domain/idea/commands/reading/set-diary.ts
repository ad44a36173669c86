import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Under which number the idea's matter stands in the municipality's diary; written empty, it has none any more. */
export const setDiary = defineCommand('setDiary')({
  from: stageNames,
  by: ['decider', 'office', 'registrar'],
  words: { diary: 'optional' },
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, words } = context;
    if (!words.diary && idea.diary === undefined) return refuse({ code: 'wordsMissing', field: 'diary' });
    return happens(diarySet, stays(context), {});
  },
});

export const diarySet = defineEvent('diarySet')({
  changes: ({ diary: _, ...idea }, { words }) => ({ ...idea, ...(words.diary && { diary: words.diary }) }),
  hears: [],
  leavesRights: true,
  wordsOf: 'record',
  inPost: true,
});
