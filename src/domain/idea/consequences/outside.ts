import { accept, refuse } from '../../result.js';
import { dayOf, isDay } from '../../time.js';
import type { CommandData } from '../commands.js';
import { namesSomebody, type OutsideDecision, openOutside } from '../deciding/outside.js';
import type { Consequences, Occasion, Outcome } from './consequence.js';
import { ending } from './ending.js';
import { planning } from './planning.js';
import { scaling } from './scaling.js';
import { takingOn } from './taking-on.js';
import { testing } from './testing.js';

type Noting = Occasion<'noteDecision'>;

/** The same that each decision leads to when it is taken here. */
const leadsTo: { readonly [D in OutsideDecision]: (occasion: Noting, person: string) => Outcome } = {
  explore: (occasion, driver) => takingOn.explore({ ...occasion, data: { driver } }),
  nameDriver: (occasion, driver) => takingOn.nameDriver({ ...occasion, data: { driver } }),
  approvePlan: (occasion) => planning.approvePlan({ ...occasion, data: { funder: occasion.data.funder ?? 'office' } }),
  sendBack: (occasion) => planning.sendBack({ ...occasion, data: {} }),
  useHere: (occasion) => testing.useHere({ ...occasion, data: {} }),
  nameOwner: (occasion, owner) => scaling.nameOwner({ ...occasion, data: { owner } }),
  close: (occasion) => ending.close({ ...occasion, data: {} }),
  grant: (occasion) => planning.grant({ ...occasion, data: { amount: occasion.data.amount ?? Number.NaN } }),
  declineMoney: (occasion) => planning.declineMoney({ ...occasion, data: {} }),
};

const needsReason: ReadonlySet<OutsideDecision> = new Set(['sendBack', 'declineMoney']);

/** Notes what has been decided outside: the idea goes on as by that decision, and the record says where it was taken. */
export const outside: Consequences<'noteDecision'> = {
  noteDecision: (occasion) => {
    const { idea, data, words, today } = occasion;
    const { decision, on, person = '' }: CommandData['noteDecision'] = data;
    if (!openOutside(idea).includes(decision)) return refuse({ code: 'notNow' });
    if (!isDay(on) || on > today) return refuse({ code: 'dateAhead' });
    if (on < dayOf(idea.createdAt, occasion.setting.timeZone)) return refuse({ code: 'dateBefore' });
    if (needsReason.has(decision) && !words.reason) return refuse({ code: 'wordsMissing', field: 'reason' });
    if (namesSomebody(decision) && person === '') return refuse({ code: 'unknownColleague' });
    const happened = leadsTo[decision](occasion, person);
    if (!happened.ok) return happened;
    return accept({
      ...happened.value,
      data: { ...happened.value.data, outside: { on } },
      words,
    } as typeof happened.value);
  },
};
