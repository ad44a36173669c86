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

/** What has become better where a department uses the idea: asked after three months, and told at any time to all who use it. */
export const tellBetter = defineCommand('tellBetter')<BetterTold>({
  from: usedOrTested,
  by: ['adopter'],
  words: { better: 'required' },
  sameVersion: false,
  leadsTo: (context) => {
    const { department, keeps } = context.data;
    return usingThere(context) ?? happens(betterTold, stays(context), { department, ...(keeps && { keeps }) });
  },
});

export const betterTold = defineEvent('betterTold')<BetterTold>({
  ofAdoption: true,
  changes: (idea, { day, data: { department, keeps }, words: { better } }) =>
    adoption(idea, department, {
      // Whoever tells before they are asked is asked all the same, once.
      ...unasked(idea.adoptions[department] ?? { status: 'using' }),
      ...(better && { better, betterOn: day }),
      ...(keeps && { keeps }),
    }),
  hears: ['owner', 'leader', 'submitter', 'users'],
  gathers: true,
  leavesRights: true,
  wordsOf: 'person',
});
