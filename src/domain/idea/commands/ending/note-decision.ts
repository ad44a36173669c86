import type { PersonRef } from '../../../person/person.js';
import { accept, refuse } from '../../../result.js';
import { type Day, dayOf, isDay } from '../../../time.js';
import { type CommandContext, defineCommand, type Outcome } from '../../command.js';
import { namesSomebody, type OutsideDecision, openOutside } from '../../deciding/outside.js';
import type { FunderTier } from '../../idea.js';
import { open } from '../conditions.js';
import { approvePlan } from '../planning/approve-plan.js';
import { declineMoney } from '../planning/decline-money.js';
import { grant } from '../planning/grant.js';
import { sendBack } from '../planning/send-back.js';
import { nameOwner } from '../scaling/name-owner.js';
import { explore } from '../taking-on/explore.js';
import { nameDriver } from '../taking-on/name-driver.js';
import { useHere } from '../testing/use-here.js';
import { close } from './close.js';

/** What was decided outside, on a day; `person` for those decisions that name one. */
interface NotedDecision {
  decision: OutsideDecision;
  on: Day;
  person?: PersonRef;
  amount?: number;
  hours?: number;
  funder?: FunderTier;
}

type Noting = CommandContext<NotedDecision>;

/** The same that each decision leads to when it is taken here. */
const decidedHere: { readonly [D in OutsideDecision]: (context: Noting, person: PersonRef) => Outcome } = {
  explore: (context, driver) => explore.leadsTo({ ...context, data: { driver } }),
  nameDriver: (context, driver) => nameDriver.leadsTo({ ...context, data: { driver } }),
  approvePlan: (context) => approvePlan.leadsTo({ ...context, data: { funder: context.data.funder ?? 'office' } }),
  sendBack: (context) => sendBack.leadsTo({ ...context, data: {} }),
  useHere: (context) => useHere.leadsTo({ ...context, data: {} }),
  nameOwner: (context, owner) => nameOwner.leadsTo({ ...context, data: { owner } }),
  close: (context) => close.leadsTo({ ...context, data: {} }),
  grant: (context) =>
    grant.leadsTo({ ...context, data: { ...context.data, amount: context.data.amount ?? Number.NaN } }),
  declineMoney: (context) => declineMoney.leadsTo({ ...context, data: {} }),
};

const needsReason: ReadonlySet<OutsideDecision> = new Set(['sendBack', 'declineMoney']);

/**
 * Where nobody here may decide, it is decided outside, and whoever is of the chain writes that in: the idea goes on as by
 * that decision, and the record says where it was taken.
 */
export const noteDecision = defineCommand('noteDecision')<NotedDecision>({
  from: open,
  by: ['noter'],
  words: { taker: 'required', reason: 'optional', tried: 'optional', lesson: 'optional', diary: 'optional' },
  sameVersion: true,
  when: (idea) => openOutside(idea).length > 0,
  leadsTo: (context) => {
    const { idea, data, words, today, setting } = context;
    const { decision, on, person } = data;
    if (!openOutside(idea).includes(decision)) return refuse({ code: 'notNow' });
    if (!isDay(on) || on > today) return refuse({ code: 'dateAhead' });
    if (on < dayOf(idea.createdAt, setting.timeZone)) return refuse({ code: 'dateBefore' });
    if (needsReason.has(decision) && !words.reason) return refuse({ code: 'wordsMissing', field: 'reason' });
    if (namesSomebody(decision) && !person) return refuse({ code: 'unknownColleague' });
    const happened = decidedHere[decision](context, person ?? '');
    if (!happened.ok) return happened;
    return accept({ ...happened.value, data: { ...happened.value.data, outside: { on } }, words });
  },
});
