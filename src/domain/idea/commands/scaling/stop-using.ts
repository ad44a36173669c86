import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { type Adoption, takesPart, unasked } from '../../use/adoption.js';
import { adoption, goesOnAt } from '../../use/in-use.js';
import { maybeReason, usedOrTested } from '../conditions.js';
import { notLed, type OfDepartment, statusIn } from './departments.js';

/** A department that has taken the idea in does not use it any more. */
export const stopUsing = defineCommand('stopUsing')<OfDepartment>({
  from: usedOrTested,
  by: ['adopter'],
  words: maybeReason,
  sameVersion: false,
  leadsTo: (context) => {
    const { department } = context.data;
    const status = statusIn(context);
    if (!takesPart(status) || !goesOnAt(context.idea.stage, status)) return refuse({ code: 'notNow' });
    return notLed(context) ?? happens(stoppedUsing, stays(context), { department });
  },
});

export const stoppedUsing = defineDecision('stoppedUsing')<OfDepartment>({
  ofAdoption: true,
  changes: (idea, { day, data, words: { reason: why } }) => {
    const before: Adoption = idea.adoptions[data.department] ?? { status: 'stopped' };
    const { checkOn: _, ...earlier } = unasked(before);
    return adoption(idea, data.department, {
      ...{ ...earlier, status: 'stopped' },
      // Where it came from, the time of its use is told.
      ...(data.department === idea.department && { stop: day }),
      ...(why && { reason: why }),
    });
  },
  hears: ['owner', 'leader'],
  gathers: true,
  wordsOf: 'record',
  inPost: true,
  chain: () => 'adopting',
});
