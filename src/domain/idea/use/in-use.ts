import { addDays, addMonths, type Day, hasCome, laterOf } from '../../time.js';
import type { Ending, Idea, Standing } from '../idea.js';
import { type Stage, stages } from '../stages.js';
import type { Words } from '../words.js';
import { type Adoption, type AdoptionStatus, takesPart } from './adoption.js';
import type { Effect, Use } from './follow-up.js';

/** The idea with what a department does with it. */
export const adoption = (idea: Idea, department: string, next: Adoption): Idea => ({
  ...idea,
  adoptions: { ...idea.adoptions, [department]: next },
});

/** When an adopting department is asked whether it uses the idea; when it is asked how the idea went, first and then again. */
const CHECK_AFTER_MONTHS = 3;
const FOLLOW_UP_AFTER_MONTHS = 6;
const FOLLOW_UP_EVERY_MONTHS = 12;
/** When those who had the problem are asked whether it has got better: sooner they could not know. */
const ASK_IMPROVEMENT_AFTER_DAYS = 28;

/**
 * Whether what a department does with the idea still goes on at this stage, so that it is asked and answers how: where others
 * take the idea in, and of one that tests at the same time already while the idea itself is tested.
 */
export const goesOnAt = (stage: Stage, status: AdoptionStatus | undefined): boolean =>
  stages[stage].spreads || (stages[stage].tested && status === 'testing');

/** Whether the clock has something to say to a department that still does something with the idea: by the day that its adoption names. */
export function isAdoptionDue(
  { stage, adoptions }: Pick<Idea, 'stage' | 'adoptions'>,
  department: string,
  dayOf: (adoption: Adoption) => Day | undefined,
  today: Day,
): boolean {
  const there = adoptions[department];
  return there !== undefined && goesOnAt(stage, there.status) && hasCome(dayOf(there), today);
}

/** When a department that takes the idea in is asked whether it uses it: once, and never on the day that it says so. */
export function checkFor(before: Adoption | undefined, start: Day, today: Day): Day | undefined {
  const asked = before && takesPart(before.status) && !before.checkOn;
  return asked ? undefined : addMonths(start > today ? start : today, CHECK_AFTER_MONTHS);
}

/** The idea is used where it came from, and people are asked later how it went. Whoever has been asked whether it got better is not asked a second time. */
export function inUse(idea: Idea, { day, words }: { day: Day; words: Words }): Idea {
  const { done } = words;
  const { question: _, ...rest } = idea;
  const home = adoption(rest, idea.department, { status: 'using', start: day });
  return {
    ...home,
    followUpOn: addMonths(day, FOLLOW_UP_AFTER_MONTHS),
    followUpAsked: false,
    improvement: idea.improvement?.until ? idea.improvement : { askOn: addDays(day, ASK_IMPROVEMENT_AFTER_DAYS) },
    ...(done && { ending: { done } }),
  };
}

/** When it is asked next: half a year after it came into use and then each year, whether or not anybody answers; never where it came from once they have stopped. */
export const nextFollowUp = ({
  stage,
  followUpOn,
  followUpAsked,
  adoptions,
  department,
}: Pick<Idea, 'stage' | 'followUpOn' | 'followUpAsked' | 'adoptions' | 'department'>): Day | undefined => {
  if (stage !== 'inUse' || !followUpOn || adoptions[department]?.status === 'stopped') return undefined;
  return followUpAsked ? addMonths(followUpOn, FOLLOW_UP_EVERY_MONTHS) : followUpOn;
};

/** When those who have not answered are reminded, once. */
export const remindFollowUpOn = ({ stage, followUpBy }: Pick<Idea, 'stage' | 'followUpBy'>): Day | undefined =>
  stage === 'inUse' && followUpBy ? addDays(followUpBy, 1) : undefined;

/** The idea with its question out: asked anew with an answer date, or for the second and last time without. */
export function withFollowUpAsked(
  idea: Idea,
  { day, data }: { day: Day; data: { again?: true; answerBy?: Day } },
): Idea {
  const { followUpBy: _, ...rest } = idea;
  if (data.again) return rest;
  let asked = nextFollowUp({ ...idea, stage: 'inUse' }) ?? day;
  // After a long stop the years that have passed are not asked about one by one.
  while (addMonths(asked, FOLLOW_UP_EVERY_MONTHS) <= day) asked = addMonths(asked, FOLLOW_UP_EVERY_MONTHS);
  return { ...rest, followUpOn: asked, followUpAsked: true, ...(data.answerBy && { followUpBy: data.answerBy }) };
}

/** The idea with an answer. It is asked again on its day, but not within half a year of the answer. */
export function withFollowedUp(
  idea: Idea,
  { day, data }: { day: Day; data: { use?: Use; effects?: readonly Effect[] } },
): Idea {
  const { followUpBy: _, ...rest } = idea;
  const next = nextFollowUp(idea);
  const earliest = addMonths(day, FOLLOW_UP_AFTER_MONTHS);
  const { use, effects: had = [] } = data;
  return {
    ...rest,
    followUpAsked: false,
    ...(next && { followUpOn: laterOf(next, earliest) }),
    ...(use && { followedUp: { on: day, use, effects: had } }),
  };
}

/** Whether another department has it in its everyday work, or tries it. */
export const isUsedElsewhere = ({ department, adoptions }: Pick<Idea, 'department' | 'adoptions'>): boolean =>
  Object.entries(adoptions).some(([code, { status }]) => code !== department && takesPart(status));

/** From when to when it was used where it came from; undefined where it never was, or for no day. */
export function timeInUse({ department, adoptions }: Idea, today: Day): Ending['used'] {
  const { start: from, stop: until = today } = adoptions[department] ?? {};
  return from && from < until ? { from, until } : undefined;
}

/** The idea that is not used any more where it came from: ended with what was learned, or in use only where others have it. */
export function withRetired(
  idea: Idea,
  { day, data, words, to }: { day: Day; data: { effects: readonly Effect[] }; words: Words; to: Standing },
): Idea {
  const after = withFollowedUp(idea, { day, data: { use: 'notAnymore', effects: data.effects } });
  const home = adoption(after, idea.department, {
    ...{ stop: day, ...after.adoptions[idea.department] },
    status: 'stopped',
  });
  // What ends on the day that it was entered was used all the same: that is why it ends with a lesson.
  const used = timeInUse(idea, day) ?? { from: day, until: day };
  const { done } = idea.ending ?? {};
  const { went } = words;
  const ending = { ...(done && { done }), ...(went && { lesson: went }), used };
  return to.stage === 'closed' ? { ...home, ending } : home;
}
