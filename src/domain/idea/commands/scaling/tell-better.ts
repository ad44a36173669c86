import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { unasked } from '../../use/adoption.js';
import type { KeepsCore } from '../../use/core.js';
import { adoption } from '../../use/in-use.js';
import { usedOrTested } from '../conditions.js';
import { type OfDepartment, usingThere } from './departments.js';

interface BetterTold extends OfDepartment {
  keeps?: KeepsCore;
}

/** `same`: in the words that everybody has read before, so that nobody hears of them again. */
interface ToldAgain extends BetterTold {
  same?: true;
}

/** What has become better where a department uses the idea: asked after three months, and told at any time to all who use it. */
export const tellBetter = defineCommand('tellBetter')<BetterTold>({
  from: usedOrTested,
  by: ['adopter'],
  words: { better: 'required' },
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, words, data } = context;
    const { department, keeps } = data;
    const same = words.better === idea.adoptions[department]?.better && { same: true as const };
    return usingThere(context) ?? happens(betterTold, stays(context), { department, ...(keeps && { keeps }), ...same });
  },
});

export const betterTold = defineEvent('betterTold')<ToldAgain>({
  ofAdoption: true,
  changes: (idea, { day, data: { department, keeps }, words: { better } }) =>
    adoption(idea, department, {
      // Whoever tells before they are asked is asked all the same, once.
      ...unasked(idea.adoptions[department] ?? { status: 'using' }),
      ...(better && { better, betterOn: day }),
      ...(keeps && { keeps }),
    }),
  hears: ['owner', 'leader', 'submitter', 'users'],
  tells: (_, { data }) => !data.same,
  gathers: true,
  leavesRights: true,
  wordsOf: 'person',
});
