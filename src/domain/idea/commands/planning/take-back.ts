import { defineCommand } from '../../command.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineEvent } from '../../event.js';
import type { FunderTier } from '../../idea.js';
import { forDriver, happens } from '../../standing.js';
import { without, withoutQuestion } from '../changes.js';
import { isForFunder } from '../conditions.js';

/** The driver takes back what was handed in: whoever decides is told, and decides on what it has become when it is sent in again. */
export const takeBack = defineCommand('takeBack')({
  from: ['planning', 'piloting'],
  by: ['driver'],
  words: {},
  sameVersion: true,
  when: (idea) => isHandedIn(idea) && idea.driver?.accepted === true,
  leadsTo: (context) => {
    const { idea } = context;
    const asked = isForFunder(idea) && idea.money ? { funder: idea.money.funder } : {};
    return happens(takenBack, forDriver(context, idea.stage), asked);
  },
});

/** `funder`: who was deciding on its money; absent where the deciders had it. */
export const takenBack = defineEvent('takenBack')<{ funder?: FunderTier }>({
  changes: (idea, { data }) => (data.funder ? without(idea, 'money', 'question') : withoutQuestion(idea)),
  // Whoever was deciding, and the leader who had approved a plan whose money was being decided on.
  hears: ['funder', 'deciders', 'leader'],
  tells: ({ as }, { data }) => as !== 'deciders' || !data.funder,
  wordsOf: 'record',
});
