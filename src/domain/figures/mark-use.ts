import type { Idea } from '../idea/idea.js';
import { stages } from '../idea/stages.js';
import { addMonths, type Day, daysBetween } from '../time.js';
import { type FigureMark, type NamesPeople, NOW } from './mark.js';
import { MOST_MONTHS, monthOf, monthsFrom } from './months.js';
import { isStep, type WalkStep } from './walk.js';

/** What a step counts for where it happened, by whom. */
const markAt = ({ event, after }: WalkStep, nameOf: NamesPeople): Omit<FigureMark, 'measure'> => {
  const by = nameOf(event.by);
  return { of: String(event.seq), department: after.department, month: monthOf(event.day), ...(by && { by }) };
};

/** Tests that have begun, what has come into use, and what has ended after a test. What was entered as it was has come by no way of ours. */
export function wayMarks(steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] {
  return steps.flatMap((step): FigureMark[] => {
    const { before, event, after } = step;
    if (!before) return [];
    const at = markAt(step, nameOf);
    const marks: FigureMark[] = [];
    const comesTo = (stage: Idea['stage']) => after.stage === stage && before.stage !== stage;
    // Back from being taken in it is the same test.
    if (comesTo('piloting') && !stages[before.stage].tested) marks.push({ measure: 'tests', ...at });
    if (comesTo('inUse')) marks.push({ measure: 'cameIntoUse', ...at });
    if (comesTo('closed') && stages[before.stage].tested) {
      const isAgreed = event.type === 'stoppedAsAgreed';
      // Whoever closes after a test says what it taught, but where it belongs to another channel.
      const hasLesson = isAgreed || (event.type === 'closed' && !event.data.channel);
      if (isAgreed || event.type === 'closed')
        marks.push({ measure: 'endings', ...at, ...(hasLesson && { hit: true }) });
      if (isAgreed) marks.push({ measure: 'agreedEndings', ...at });
    }
    return marks;
  });
}

/** Departments that have come to use what another one made. */
export const adoptionMarks = (steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] =>
  steps.filter(isStep('adopted')).flatMap((step): FigureMark[] => {
    const { event, before } = step;
    const { department, status } = event.data;
    const had = before?.adoptions[department]?.status;
    if (status !== 'using' || had === 'using' || department === before?.department) return [];
    // Each department numbers its own events.
    return [{ measure: 'adoptions', ...markAt(step, nameOf), department, of: `${department}.${event.seq}` }];
  });

/** In use for so long, in months, before it says something that somebody still uses it. */
const LONG_IN_USE_MONTHS = 6;

/** What was said of what has been in use for half a year, and what nobody has said though it was asked. */
export function followUpMarks(steps: readonly WalkStep[], nameOf: NamesPeople): FigureMark[] {
  const marks: FigureMark[] = [];
  let asked: { mark: FigureMark } | undefined;
  let last: FigureMark | undefined;
  for (const step of steps) {
    const { event, before, after } = step;
    if (event.type === 'followUpAsked' && event.data.answerBy) {
      if (asked) marks.push(asked.mark);
      const { department, owner, leader } = after;
      const month = monthOf(event.data.answerBy);
      const silent = event.data.to?.includes('owner') ? owner?.person : leader;
      const by = silent && nameOf(silent);
      asked = {
        mark: { measure: 'silentFollowUps', of: String(event.seq), department, month, ...(by && { by }) },
      };
    }
    const use = event.type === 'followedUp' ? event.data.use : event.type === 'retired' ? 'notAnymore' : undefined;
    if (!use) continue;
    asked = undefined;
    const start = before?.adoptions[before.department]?.start;
    if (!start || addMonths(start, LONG_IN_USE_MONTHS) > event.day) continue;
    const mark: FigureMark = { measure: 'followUps', ...markAt(step, nameOf), ...(use === 'used' && { hit: true }) };
    if (last?.department === mark.department) marks.push(...earlierMark(last, mark));
    marks.push(mark);
    last = mark;
  }
  if (asked) marks.push(asked.mark);
  return marks;
}

/** What had been said before, where a period can have both; by how many months before. */
function earlierMark({ hit, month: then }: FigureMark, later: FigureMark): FigureMark[] {
  const months = monthsFrom(then, later.month);
  const { hit: _, ...mark } = later;
  return months < MOST_MONTHS
    ? [{ ...mark, measure: 'earlierFollowUps', part: String(months), ...(hit && { hit }) }]
    : [];
}

/** What was asked for, decided, granted and used of money for tests. What was taken back before anybody decided was not asked for. */
export function moneyMarks(steps: readonly WalkStep[], idea: Idea, nameOf: NamesPeople): FigureMark[] {
  const marks: FigureMark[] = [];
  let asked: { mark: FigureMark; day: Day } | undefined;
  for (const step of steps) {
    const { event } = step;
    const at = markAt(step, nameOf);
    if (event.type === 'takenBack') asked = undefined;
    if ((event.type === 'planApproved' || event.type === 'ownPlanSent') && event.data.funder && event.data.cost > 0) {
      asked = { mark: { measure: 'moneyAsked', ...at, sum: event.data.cost }, day: event.day };
    }
    if (event.type !== 'granted' && event.type !== 'moneyDeclined') continue;
    if (asked) marks.push(asked.mark, { measure: 'moneyDecided', ...at, days: daysBetween(asked.day, event.day) });
    if (event.type === 'granted' && event.data.amount > 0) {
      marks.push({ measure: 'moneyGranted', ...at, sum: event.data.amount });
    }
    asked = undefined;
  }
  if (asked) marks.push(asked.mark);
  const told = steps.filter(isStep('filled')).findLast(({ event }) => event.data.part === 'used');
  const used = Number(idea.answers.used ?? Number.NaN);
  if (told && used > 0) marks.push({ measure: 'moneyUsed', ...markAt(told, nameOf), sum: used });
  return marks;
}

/**
 * How an idea stands: in use, in how many departments, and for which goals. That it is used rests on whoever took it on, or entered
 * it as it was: they are few in any place, however many years are counted together.
 */
export function standingMarks(steps: readonly WalkStep[], idea: Idea, nameOf: NamesPeople): FigureMark[] {
  const { stage, department, adoptions, leader, goals = [] } = idea;
  const [first] = steps;
  const entered = first?.event.type === 'entered' ? first.event.by : undefined;
  const who = leader ?? entered;
  const by = who && nameOf(who);
  const using = Object.values(adoptions).filter(({ status }) => status === 'using').length;
  const state = stage === 'inUse' ? 'inUse' : stages[stage].tested ? 'tested' : stages[stage].open ? 'open' : undefined;
  return [
    ...(stage === 'inUse'
      ? [
          {
            measure: 'inUse',
            department,
            month: NOW,
            ...(using > 1 && { hit: true }),
            ...(by && { by }),
          } satisfies FigureMark,
        ]
      : []),
    ...goals.flatMap((goal): FigureMark[] =>
      state ? [{ measure: 'goals', part: `${goal}.${state}`, department, month: NOW }] : [],
    ),
  ];
}
