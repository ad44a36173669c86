import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { isOpenToEverybody } from '../../reading/visibility.js';
import { happens, stays } from '../../standing.js';
import { MOST_TAKING_PART, spokenFor } from '../../use/taking-part.js';
import { open } from '../conditions.js';
import type { OfDepartment } from '../scaling/departments.js';

/** "Ja, vi är med": a department wants to be part of solving the problem. */
export const takePart = defineCommand('takePart')<OfDepartment>({
  from: open,
  by: ['reader'],
  words: { contact: 'optional' },
  sameVersion: false,
  when: (idea, roles) => !roles.has('submitter') && !roles.has('joined') && isOpenToEverybody(idea),
  leadsTo: (context) => {
    const { data, idea, actor } = context;
    const { department } = data;
    if (!spokenFor(actor.posts ?? []).includes(department)) return refuse({ code: 'notYourDepartment' });
    if (department === idea.department) return refuse({ code: 'sameDepartment' });
    const taking = idea.takingPart ?? {};
    // A colleague has said so already: nobody is told twice.
    if (taking[department]) return refuse({ code: 'notNow' });
    if (Object.keys(taking).length >= MOST_TAKING_PART) return refuse({ code: 'enoughTakingPart' });
    return happens(tookPart, stays(context), { department });
  },
});

export const tookPart = defineEvent('tookPart')<OfDepartment>({
  changes: (idea, { day, by, data: { department }, words: { contact } }) => ({
    ...idea,
    takingPart: { ...idea.takingPart, [department]: { since: day, ...(contact && { contact }) } },
    tookPartBy: { ...idea.tookPartBy, [department]: by },
  }),
  // Its own leaders too: somebody else may have said so.
  hears: ['leader', 'deciders', 'driver', 'submitter', 'adopters'],
  leadersIn: ({ data }) => [data.department],
  tells: ({ as }, _, idea) => as !== 'deciders' || idea.leader === undefined,
  leavesRights: true,
  wordsOf: 'contact',
  inPost: true,
  idle: true,
});
