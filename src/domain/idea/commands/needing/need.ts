import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { isOpenToEverybody } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';

/**
 * "Samma problem hos oss": somebody says once that they have the problem too, and may say how it is where they are. Of a
 * text that not everybody may read nobody says so.
 */
export const need = defineCommand('need')({
  from: [...open, 'inUse'],
  by: ['reader'],
  words: { need: 'optional' },
  sameVersion: false,
  when: (idea, roles) => !roles.has('submitter') && !roles.has('joined') && isOpenToEverybody(idea),
  refusedAs: (_, roles) => (roles.has('submitter') || roles.has('joined') ? { code: 'ownProblem' } : undefined),
  leadsTo: (context) => happens(needed, stays(context), {}),
});

/** `others`: how many more have said so in the stretch of time that is told of; `departments`: of those who are known, by code. */
export const needed = defineEvent('needed')<{ others?: number; departments?: string[] }>({
  reaction: 'need',
  hears: ['leader', 'deciders', 'driver', 'owner', 'submitter'],
  // Who decides hears of it as long as nobody has taken the idea on.
  tells: ({ as }, _, idea) => as !== 'deciders' || idea.leader === undefined,
  leavesRights: true,
  wordsOf: 'person',
  idle: true,
});
