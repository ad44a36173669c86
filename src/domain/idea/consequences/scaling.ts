import type { PersonRef } from '../../person/person.js';
import { refuse } from '../../result.js';
import { isDay, isNear } from '../../time.js';
import type { Actor } from '../decide.js';
import type { Idea, Waiting } from '../idea.js';
import { takesPart } from '../use/adoption.js';
import {
  type Consequences,
  ended,
  forDeciders,
  forTest,
  happens,
  type Occasion,
  stays,
  waitsFor,
  within,
} from './consequence.js';
import { endRefused } from './testing.js';

const owning = (person: PersonRef): Waiting => ({ for: 'owner', person });

/** The departments that are not asked yet and do not have the idea already. */
const notYetAsked = (departments: readonly string[], { department, adoptions }: Idea): string[] =>
  [...new Set(departments)].filter((code) => code !== department && !adoptions[code]);

/** A leader answers for the own department only. */
const leads = ({ leads: own }: Actor, department: string): boolean => own.includes(department);

/** From one place that has tested it to many that use it. */
export const scaling: Consequences<
  | 'scale'
  | 'nameOwner'
  | 'acceptOwning'
  | 'declineOwning'
  | 'invite'
  | 'adopt'
  | 'notNow'
  | 'stopUsing'
  | 'backToTest'
  | 'spread'
> = {
  scale: (occasion) => {
    const { idea, data } = occasion;
    const { owner } = data;
    const departments = notYetAsked(data.departments, idea);
    // After another test the same departments take it in: they are asked already.
    if (departments.length === 0 && Object.keys(idea.adoptions).length === 0) return refuse({ code: 'noDepartment' });
    return happens('scaled', waitsFor(occasion, 'scaling', owning(owner)), {
      owner,
      departments,
      answerBy: within(occasion, 'leader'),
    });
  },
  nameOwner: (occasion) => {
    const { idea, data } = occasion;
    const to = idea.stage === 'scaling' ? waitsFor(occasion, 'scaling', owning(data.owner)) : stays(occasion);
    return happens('ownerNamed', to, data);
  },
  acceptOwning: (occasion) => {
    const { idea } = occasion;
    const to =
      idea.stage === 'scaling' && idea.owner
        ? waitsFor(occasion, 'scaling', owning(idea.owner.person))
        : stays(occasion);
    return happens('owningAccepted', to, {});
  },
  declineOwning: (occasion) => {
    const to = occasion.idea.stage === 'scaling' ? forDeciders(occasion, 'scaling') : stays(occasion);
    return happens('owningDeclined', to, {});
  },
  invite: (occasion) => {
    const departments = notYetAsked(occasion.data.departments, occasion.idea);
    if (departments.length === 0) return refuse({ code: 'noDepartment' });
    return happens('invited', stays(occasion), { departments, answerBy: within(occasion, 'leader') });
  },
  adopt: (occasion) => {
    const { idea, actor, data, today } = occasion;
    if (!leads(actor, data.department)) return refuse({ code: 'notYourDepartment' });
    // A colleague has said the same already: nobody is told twice.
    if (idea.adoptions[data.department]?.status === data.status) return refuse({ code: 'notNow' });
    // It may have begun long ago.
    if (!isDay(data.start)) return refuse({ code: 'badDate', field: 'start' });
    if (!isNear(data.start, today)) return refuse({ code: 'dateFarOff', field: 'start' });
    return happens('adopted', stays(occasion), data);
  },
  // Who has taken it in stops; who has not answered says "not now": an old card does not undo what a colleague has answered.
  notNow: (occasion) => (isUnanswered(occasion) ? answered(occasion, 'notNow') : refuse({ code: 'notNow' })),
  stopUsing: (occasion) =>
    takesPart(statusIn(occasion)) ? answered(occasion, 'stoppedUsing') : refuse({ code: 'notNow' }),
  backToTest: (occasion) => {
    const { data, today } = occasion;
    const refused = endRefused(data.end, today);
    if (refused) return refuse(refused);
    return happens('backToTest', forTest(occasion, data.end), data);
  },
  spread: () => happens('spread', ended('inUse'), {}),
};

const statusIn = ({ idea, data }: Occasion<'notNow' | 'stopUsing'>) => idea.adoptions[data.department]?.status;
const isUnanswered = (occasion: Occasion<'notNow'>): boolean => (statusIn(occasion) ?? 'invited') === 'invited';

function answered(occasion: Occasion<'notNow' | 'stopUsing'>, type: 'notNow' | 'stoppedUsing') {
  const { department } = occasion.data;
  if (!leads(occasion.actor, department)) return refuse({ code: 'notYourDepartment' as const });
  return happens(type, stays(occasion), { department });
}
