import { refuse } from '../../result.js';
import { dayOf, hasCome, monthsBetween } from '../../time.js';
import { type Effect, effects, MOST_EFFECTS } from '../use/follow-up.js';
import { isUsedElsewhere, nextFollowUp, remindFollowUpOn, timeInUse } from '../use/in-use.js';
import { type Consequences, ended, happens, type Occasion, stays, within } from './consequence.js';

/** How an idea in use goes: asked at half a year and then each year, and told at any time. */
export const following: Consequences<'askFollowUp' | 'remindFollowUp' | 'followUp'> = {
  askFollowUp: (occasion) => {
    const { idea, data, today } = occasion;
    if (!hasCome(nextFollowUp(idea), today)) return refuse({ code: 'notNow' });
    return happens('followUpAsked', stays(occasion), {
      ...data,
      answerBy: within(occasion, 'owner'),
      months: monthsInUse(occasion),
    });
  },
  remindFollowUp: (occasion) => {
    const { idea, data, today } = occasion;
    if (!hasCome(remindFollowUpOn(idea), today)) return refuse({ code: 'notNow' });
    return happens('followUpAsked', stays(occasion), { ...data, again: true, months: monthsInUse(occasion) });
  },
  followUp: (occasion) => {
    const { idea, data, words } = occasion;
    const { use } = data;
    const had: Effect[] = effects.filter((one) => data.effects?.includes(one));
    if (had.length > MOST_EFFECTS) return refuse({ code: 'tooManyEffects' });
    // A card of an earlier version asks for words only; and whoever ends an idea says why.
    if (!use && !words.went) return refuse({ code: 'badChoice', field: 'use' });
    if (use === 'notAnymore' && !words.went) return refuse({ code: 'wordsMissing', field: 'went' });
    if (use !== 'notAnymore') return happens('followedUp', stays(occasion), { ...(use && { use }), effects: had });
    const elsewhere = isUsedElsewhere(idea);
    const to = elsewhere ? stays(occasion) : ended('closed');
    return happens('retired', to, { effects: had, months: monthsInUse(occasion), elsewhere });
  },
};

/** Whole months since it came into use where it came from. */
function monthsInUse({ idea, today, setting }: Pick<Occasion<'followUp'>, 'idea' | 'today' | 'setting'>): number {
  const from = idea.adoptions[idea.department]?.start ?? dayOf(idea.createdAt, setting.timeZone);
  const { until = today } = timeInUse(idea, today) ?? {};
  return monthsBetween(from, until);
}
