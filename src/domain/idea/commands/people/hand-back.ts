import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import type { CheckName } from '../../deciding/check-names.js';
import { checksFor } from '../../deciding/checks.js';
import { defineEvent } from '../../event.js';
import type { Idea } from '../../idea.js';
import { withoutChecker } from '../../people/leaving.js';
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
    const checks = checksFor(idea, person);
    if (!waitedAs && had.length === 0 && checks.length === 0) return refuse({ code: 'notNow' });
    const all = { person, had, ...(checks.length > 0 && { checks }) };
    if (!waitedAs) return happens(handedBack, stays(context), all);
    return happens(handedBack, withoutThem(context, person, waitedAs), { ...all, waitedAs });
  },
});

/** `had`: what was theirs to do. `waitedAs`: the idea waited for them, as this. */
interface HandedBack {
  person: PersonRef;
  had: Task[];
  waitedAs?: PersonTask;
  /** What they were asked about before a test. */
  checks?: CheckName[];
}

export const handedBack = defineEvent('handedBack')<HandedBack>({
  persons: { person: 'found' },
  changes: (idea, { to, data }) => {
    const { had, waitedAs, person } = data;
    const left = without(waitedAs ? withoutTheirQuestion(idea, to) : idea, ...had);
    return left.checkedBy ? { ...left, checkedBy: withoutChecker(left.checkedBy, person) } : left;
  },
  hears: ['driver', 'deciders'],
  atOnce: ['driver', 'deciders'],
  // A driver hears that nobody answers their question; those who decide, that somebody has to take over.
  tells: ({ as, person }, { data, to }) => {
    if (person === data.person) return false;
    const comesToThem = data.waitedAs !== undefined && to.waiting?.for === as;
    return comesToThem || (as === 'deciders' && (data.had.length > 0 || data.checks !== undefined));
  },
  wordsOf: 'record',
});
