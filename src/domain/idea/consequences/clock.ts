import { refuse } from '../../result.js';
import { dayOf, daysBetween, hasCome } from '../../time.js';
import { mentions } from '../people/same-person.js';
import { laterTier } from '../policy.js';
import { askProgressOn, remindAgainOn, tellDelayOn, toldTier } from '../waiting/silence.js';
import { answerRole, type Consequences, forDeciders, happens, stays, within } from './consequence.js';

/** What time brings. Each refuses when it is not due, so that nobody is told twice or too early. */
export const clock: Consequences<
  | 'remind'
  | 'escalate'
  | 'moveOn'
  | 'identify'
  | 'remindAgain'
  | 'tellDelay'
  | 'askProgress'
  | 'lookHalfWay'
  | 'comeBack'
  | 'checkAdoption'
> = {
  remind: (occasion) => {
    const { idea, today } = occasion;
    if (!idea.waiting || !idea.answerBy || idea.answerBy >= today) return refuse({ code: 'notNow' });
    const to = { ...stays(occasion), answerBy: within(occasion, answerRole(idea.waiting)) };
    return happens('reminded', to, { passed: idea.answerBy });
  },
  escalate: (occasion) => {
    const { idea, data, today } = occasion;
    if (!idea.waiting || !idea.answerBy || idea.answerBy >= today) return refuse({ code: 'notNow' });
    const to = { ...stays(occasion), answerBy: within(occasion, answerRole(idea.waiting)) };
    return happens('escalated', to, { from: idea.tier, tier: data.tier });
  },
  // No new date is set: three have been broken, and the card says since when.
  remindAgain: (occasion) => {
    const { idea, data, today } = occasion;
    if (!hasCome(remindAgainOn(idea), today)) return refuse({ code: 'notNow' });
    return happens('remindedAgain', stays(occasion), { from: toldTier(idea), tier: data.tier });
  },
  tellDelay: (occasion) => {
    const { idea, today, setting } = occasion;
    const { waitingSince, silence } = idea;
    if (!hasCome(tellDelayOn(idea), today) || !waitingSince) return refuse({ code: 'notNow' });
    const days = daysBetween(dayOf(waitingSince, setting.timeZone), today);
    return happens('delayTold', stays(occasion), { days, reminders: silence?.reminders ?? (idea.escalated ? 2 : 1) });
  },
  askProgress: (occasion) => {
    const due = hasCome(askProgressOn(occasion.idea), occasion.today);
    return due ? happens('progressAsked', stays(occasion), {}) : refuse({ code: 'notNow' });
  },
  identify: (occasion) => {
    const { idea, data } = occasion;
    const { formerly, person, inRecord } = data;
    const isNews = inRecord === true && idea.formerly?.[formerly] !== person;
    if (formerly === person || !(isNews || mentions(idea, formerly))) return refuse({ code: 'notNow' });
    const { waiting, ...to } = stays(occasion);
    const theirs = waiting && 'person' in waiting && waiting.person === formerly;
    return happens(
      'identified',
      { ...to, ...(waiting && { waiting: theirs ? { ...waiting, person } : waiting }) },
      { formerly, person },
    );
  },
  moveOn: (occasion) => {
    const { idea, data } = occasion;
    const { waiting, money, adoptions } = idea;
    // Never back to those who came before.
    const tier = laterTier(idea.tier, data.tier ?? idea.tier);
    const before = waiting?.for === 'funder' ? money?.funder : undefined;
    const funds = before !== undefined && before !== 'outside' && data.funder !== before ? data.funder : undefined;
    const uninvited = (data.uninvited ?? []).filter((code) => adoptions[code]?.status === 'invited');
    if (tier === idea.tier && !funds && uninvited.length === 0) return refuse({ code: 'notNow' });
    const forOthers = waiting && (funds || (waiting.for === 'deciders' && tier !== idea.tier));
    const to = { ...stays(occasion), ...(forOthers && { answerBy: within(occasion, answerRole(waiting)) }) };
    const { many } = data;
    const more = { ...(funds && { funder: funds }), ...(many && { many }) };
    return happens('movedOn', to, { from: idea.tier, tier, uninvited, ...more });
  },
  lookHalfWay: (occasion) => {
    const due = hasCome(occasion.idea.test?.halfWay, occasion.today);
    return due ? happens('halfWay', stays(occasion), {}) : refuse({ code: 'notNow' });
  },
  comeBack: (occasion) => {
    const due = hasCome(occasion.idea.ending?.tryAgainOn, occasion.today);
    return due ? happens('cameBack', forDeciders(occasion, 'submitted'), occasion.data) : refuse({ code: 'notNow' });
  },
  checkAdoption: (occasion) => {
    const { department } = occasion.data;
    const due = hasCome(occasion.idea.adoptions[department]?.checkOn, occasion.today);
    return due ? happens('adoptionChecked', stays(occasion), { department }) : refuse({ code: 'notNow' });
  },
};
