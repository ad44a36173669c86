import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Idea } from '../../idea.js';
import { stageNames, stages } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { without } from '../changes.js';
import { type PersonTask, taskWaitedFor, withoutTheirQuestion, withoutThem } from './without-them.js';

const tasks = ['driver', 'doer', 'owner', 'successor'] as const;
type Task = (typeof tasks)[number];

const tasksOf = (idea: Idea, person: PersonRef): Task[] => tasks.filter((task) => idea[task]?.person === person);

/** Where work is going on, or something is used. */
const alive = stageNames.filter((stage) => stages[stage].open || stages[stage].spreads);

/**
 * Somebody does not work here any more, as a source says: what they were to do goes back to those who decide. The idea stays theirs, and
 * all that they said and decided. Refused where nothing was theirs to do.
 */
export const handBack = defineCommand('handBack')<{ person: PersonRef }>({
  from: alive,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { person } = data;
    const had = tasksOf(idea, person);
    const waitedAs = taskWaitedFor(idea, person);
    if (!waitedAs && had.length === 0) return refuse({ code: 'notNow' });
    if (!waitedAs) return happens(handedBack, stays(context), { person, had });
    return happens(handedBack, withoutThem(context, person, waitedAs), { person, had, waitedAs });
  },
});

/** `had`: what was theirs to do. `waitedAs`: the idea waited for them, as this. */
interface HandedBack {
  person: PersonRef;
  had: Task[];
  waitedAs?: PersonTask;
}

export const handedBack = defineEvent('handedBack')<HandedBack>({
  persons: { person: 'found' },
  changes: (idea, { to, data }) => {
    const { had, waitedAs } = data;
    return without(waitedAs ? withoutTheirQuestion(idea, to) : idea, ...had);
  },
  hears: ['driver', 'deciders'],
  atOnce: ['driver', 'deciders'],
  // A driver hears that nobody answers their question; those who decide, that somebody has to take over.
  tells: ({ as, person }, { data, to }) => {
    if (person === data.person) return false;
    const comesToThem = data.waitedAs !== undefined && to.waiting?.for === as;
    return comesToThem || (as === 'deciders' && data.had.length > 0);
  },
  wordsOf: 'record',
});
