import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { adoption } from '../../use/in-use.js';
import { reason, spreading } from '../conditions.js';
import { notLed, type OfDepartment, statusIn } from './departments.js';

/** `obstacle`: what keeps it from that. */
interface NotTakenIn extends OfDepartment {
  obstacle?: string;
}

/** A department that has not answered says that it does not take the idea in: an old card does not undo what a colleague has answered. */
export const notNow = defineCommand('notNow')<NotTakenIn>({
  from: spreading,
  by: ['adopter'],
  words: reason,
  sameVersion: false,
  leadsTo: (context) => {
    const { department, obstacle } = context.data;
    if ((statusIn(context) ?? 'invited') !== 'invited') return refuse({ code: 'notNow' });
    return notLed(context) ?? happens(notTakenIn, stays(context), { department, ...(obstacle && { obstacle }) });
  },
});

export const notTakenIn = defineDecision('notNow')<NotTakenIn>({
  ofAdoption: true,
  changes: (idea, { data, words: { reason: why } }) =>
    adoption(idea, data.department, {
      status: 'notNow',
      ...(why && { reason: why }),
      ...(data.obstacle && { obstacle: data.obstacle }),
    }),
  hears: ['owner', 'leader'],
  gathers: true,
  wordsOf: 'record',
  inPost: true,
  chain: () => 'adopting',
});
