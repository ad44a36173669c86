import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision, defineEvent } from '../../event.js';
import { ended, happens, stays } from '../../standing.js';
import { type Effect, effects, MOST_EFFECTS, type Use } from '../../use/follow-up.js';
import { isUsedElsewhere, withFollowedUp, withRetired } from '../../use/in-use.js';
import { monthsInUse } from './months-in-use.js';

interface FollowUpAnswer {
  use?: Use;
  effects?: readonly Effect[];
}

/** Says how an idea in use goes. "Inte längre" ends it, with what was learned. */
export const followUp = defineCommand('followUp')<FollowUpAnswer>({
  from: ['inUse'],
  by: ['owner', 'decider'],
  words: { went: 'optional' },
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data, words } = context;
    const { use } = data;
    const had: Effect[] = effects.filter((one) => data.effects?.includes(one));
    if (had.length > MOST_EFFECTS) return refuse({ code: 'tooManyEffects' });
    // A card of an earlier version asks for words only; and whoever ends an idea says why.
    if (!use && !words.went) return refuse({ code: 'badChoice', field: 'use' });
    if (use === 'notAnymore' && !words.went) return refuse({ code: 'wordsMissing', field: 'went' });
    if (use !== 'notAnymore') return happens(followedUp, stays(context), { ...(use && { use }), effects: had });
    const elsewhere = isUsedElsewhere(idea);
    const to = elsewhere ? stays(context) : ended('closed');
    return happens(retired, to, { effects: had, months: monthsInUse(context), elsewhere });
  },
});

export const followedUp = defineEvent('followedUp')<FollowUpAnswer>({
  changes: withFollowedUp,
  hears: ['leader', 'submitter'],
  wordsOf: 'record',
});

/** Not used any more where it came from; `elsewhere`: in other departments it is. */
export const retired = defineDecision('retired')<{ effects: readonly Effect[]; months: number; elsewhere: boolean }>({
  changes: withRetired,
  hears: ['submitter', 'leader', 'owner', 'driver', 'partners', 'followers'],
  wordsOf: 'record',
});
