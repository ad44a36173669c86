import type { IdeaEvent } from '../idea/events.js';
import type { Idea } from '../idea/idea.js';
import { roleWaitedFor } from '../idea/waiting/late.js';
import { dayOf } from '../time.js';
import { type FigureMark, type NamesPeople, NOW } from './mark.js';
import { decisionMarks, promiseMarks } from './mark-answers.js';
import { adoptionMarks, followUpMarks, moneyMarks, standingMarks, wayMarks } from './mark-use.js';
import { finishedTestMarks } from './marking/finished-tests.js';
import { monthOf } from './months.js';
import { isStep, type WalkStep, walked } from './walk.js';

/** By what marks are made: whoever they rest on by a name, and days as people have them. */
export interface MarkedBy {
  nameOf: NamesPeople;
  timeZone: string;
}

/**
 * All that an idea counts for: a pure function of it and its whole record, oldest first, so that the same record gives the
 * same marks whoever reads it and when. Words of events are not needed: what is counted of them stands in the idea.
 */
export function marksOf(idea: Idea, record: readonly IdeaEvent[], { nameOf, timeZone }: MarkedBy): FigureMark[] {
  const steps = walked(idea.id, record);
  return [
    ...ideaMarks(steps, nameOf),
    ...promiseMarks(steps, nameOf),
    ...decisionMarks(steps, nameOf),
    ...wayMarks(steps, nameOf),
    ...finishedTestMarks(steps, idea, nameOf),
    ...adoptionMarks(steps, nameOf),
    ...followUpMarks(steps, nameOf),
    ...moneyMarks(steps, idea, nameOf),
    ...standingMarks(steps, idea, nameOf),
    ...waitingMarks(idea, timeZone),
  ];
}

/** That it was sent in, where and from which unit. */
const ideaMarks = (steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] =>
  steps.filter(isStep('submitted')).map(({ event: { day, data } }): FigureMark => {
    const { department, unit, submitter } = data;
    const by = nameOf(submitter);
    return { measure: 'ideas', department, month: monthOf(day), ...(unit && { unit }), ...(by && { by }) };
  });

/** In which stage it waits for which role, and since which day: never for whom. What rests until a day waits for nobody. */
function waitingMarks(idea: Idea, timeZone: string): FigureMark[] {
  const { stage, department, waitingSince, restsUntil } = idea;
  const role = roleWaitedFor(idea);
  if (!role || !waitingSince || restsUntil) return [];
  const since = dayOf(waitingSince, timeZone);
  const waits = { measure: 'waiting', part: `${stage}.${role}`, department } as const;
  return [
    { ...waits, month: monthOf(since), days: Number(since.slice(8)) },
    { ...waits, month: NOW },
  ];
}
