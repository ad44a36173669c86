import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { happens, stays } from '../../standing.js';
import { remindAgainOn, toldTier } from '../../waiting/silence.js';
import { comesTo } from '../changes.js';
import { open } from '../conditions.js';
import { type FromTier, oneMoreReminded } from './told.js';

/**
 * To the next in the chain, once a fortnight, for as long as nobody answers. No new date is set: three have been broken, and
 * the card says since when.
 */
export const remindAgain = defineCommand('remindAgain')<{ tier: Tier }>({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: true,
  when: (idea) => remindAgainOn(idea) !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!hasCome(remindAgainOn(idea), today)) return refuse({ code: 'notNow' });
    return happens(remindedAgain, stays(context), { from: toldTier(idea), tier: data.tier });
  },
});

export const remindedAgain = defineEvent('remindedAgain')<FromTier>({
  changes: (idea, { data }) => comesTo(idea, data.tier),
  hears: ['deciders', 'managers'],
  // How long it has waited is no news of what has been answered meanwhile.
  overtaken: (idea) => !idea.silence,
  asksBeside: ['managers'],
  wordsOf: 'record',
  silence: oneMoreReminded,
});
