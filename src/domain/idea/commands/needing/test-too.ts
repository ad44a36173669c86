import { refuse } from '../../../result.js';
import { type Day, isDay, isNear } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { happens, stays } from '../../standing.js';
import { spokenFor } from '../../use/taking-part.js';
import { adopted } from '../scaling/adopt.js';
import { notLed, type OfDepartment, statusIn } from '../scaling/departments.js';

/** "Ja, vi testar": a department that takes part tests at the same time as the one that has the idea. */
export const testToo = defineCommand('testToo')<OfDepartment & { start: Day }>({
  from: ['piloting'],
  by: ['adopter', 'partner'],
  words: { contact: 'optional' },
  sameVersion: false,
  leadsTo: (context) => {
    const { data, idea, actor, today } = context;
    const { department, start } = data;
    // Whoever may say that it takes part may say that it tests.
    const refused = spokenFor(actor.posts ?? []).includes(department) ? undefined : notLed(context);
    if (refused) return refused;
    if (!idea.takingPart?.[department] || statusIn(context) !== undefined) return refuse({ code: 'notNow' });
    if (!isDay(start)) return refuse({ code: 'badDate', field: 'start' });
    if (!isNear(start, today)) return refuse({ code: 'dateFarOff', field: 'start' });
    return happens(adopted, stays(context), { department, status: 'testing', start });
  },
});
