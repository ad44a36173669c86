import type { EventType } from '../idea/events.js';
import { type Day, daysBetween } from '../time.js';
import type { FigureMark, NamesPeople } from './mark.js';
import { monthOf } from './months.js';
import { isStep, type WalkStep } from './walk.js';

/** What a leader can do with an idea first, each an answer: INDICATORS 1. A question counts once; to put it off is none. */
const answers: ReadonlySet<EventType> = new Set([
  ...(['explored', 'doingAsked', 'asked', 'passedOn', 'closed'] as const),
]);

interface Promised {
  department: string;
  day: Day;
  seq: number;
}

/**
 * Each first promise of an answer, in the month of its day: of the department that got the idea, and once more of each that
 * it was passed on to. What is taken back before that day, or becomes a part of another idea, asks nobody for an answer any more.
 */
export function promiseMarks(steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] {
  const marks: FigureMark[] = [];
  let open: Promised | undefined;
  const end = (promised: Promised, answered?: WalkStep) => {
    const { event } = answered ?? {};
    const by = event && nameOf(event.by);
    marks.push({
      ...{ measure: 'promises', of: String(promised.seq), department: promised.department },
      month: monthOf(promised.day),
      ...(event && event.day <= promised.day && { hit: true }),
      ...(by && { by }),
    });
    open = undefined;
  };
  for (const step of steps) {
    const { event, after } = step;
    const { seq, to } = event;
    if (open && answers.has(event.type)) end(open, step);
    const isOver = event.type === 'withdrawn' || event.type === 'merged';
    if (open && isOver && event.day <= open.day) open = undefined;
    const isPromise = event.type === 'submitted' || event.type === 'passedOn';
    if (isPromise && to.answerBy) open = { department: after.department, day: to.answerBy, seq };
  }
  if (open) end(open);
  return marks;
}

const isDecided = isStep('explored', 'doingAsked', 'closed');

/** The first decision on an idea that was sent in, with the days that it took; those on which the submitter was asked do not count. */
export function decisionMarks(steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] {
  const sent = steps.find(isStep('submitted'));
  const decided = steps.find(isDecided);
  if (!sent || !decided) return [];
  const { event } = decided;
  const by = nameOf(event.by);
  const isTried = steps.some(
    ({ event: { type }, after: { stage } }) => ['doing', 'piloting'].includes(stage) || type === 'done',
  );
  const days = daysBetween(sent.event.day, event.day) - daysAsked(steps.slice(0, steps.indexOf(decided) + 1));
  return [
    {
      ...{ measure: 'decisions', department: decided.after.department, month: monthOf(event.day) },
      days: Math.max(0, days),
      ...(isTried && { hit: true }),
      ...(by && { by }),
    },
  ];
}

/** On how many days the submitter was waited for. */
const daysAsked = (steps: readonly WalkStep[]): number =>
  steps.reduce((sum, { event, before }, at) => {
    const since = steps[at - 1]?.event.day;
    return before?.waiting?.for === 'submitter' && since ? sum + daysBetween(since, event.day) : sum;
  }, 0);
