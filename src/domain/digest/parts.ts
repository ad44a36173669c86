import type { Decision } from '../idea/deciding/decisions.js';
import type { DecidedInWeek, Digest } from './digest.js';

/**
 * A week's parts in the order in which a manager reads them: what waits for them, what is used now, money, what is late,
 * tests that have ended, what ended with a lesson, new ideas, what else was decided, and what is tested now.
 */
export const weekParts = [
  ...(['mine', 'inUse', 'money', 'late', 'tested', 'lessons', 'new', 'decided', 'testing'] as const),
] as const;
export type WeekPart = (typeof weekParts)[number];

/** Of some parts fewer are shown before they are opened: the week has one screen. */
export const shownOf: { readonly [P in WeekPart]?: number } = { lessons: 2, testing: 2 };

/** What a decision is about: what is used now, money, a test that has ended, what was learned, or something else. */
const aboutOf: { readonly [T in Decision['type']]: WeekPart | ((decided: DecidedInWeek) => WeekPart) } = {
  done: 'inUse',
  usedHere: 'inUse',
  spread: 'inUse',
  adopted: ({ event }) => (event.type === 'adopted' && event.data.status === 'using' ? 'inUse' : 'decided'),
  granted: 'money',
  moneyDeclined: 'money',
  planApproved: ({ event }) => (event.type === 'planApproved' && event.data.funder ? 'money' : 'decided'),
  ownPlanSent: ({ event }) => (event.type === 'ownPlanSent' && event.data.funder ? 'money' : 'decided'),
  scaled: 'tested',
  stoppedAsAgreed: ({ lesson }) => (lesson ? 'lessons' : 'tested'),
  closed: ({ tested, lesson }) => (lesson ? 'lessons' : tested ? 'tested' : 'decided'),
  retired: ({ lesson }) => (lesson ? 'lessons' : 'decided'),
  ...{
    explored: 'decided',
    doingAsked: 'decided',
    postponed: 'decided',
    planned: 'decided',
    sentBack: 'decided',
    extended: 'decided',
  },
  ...{ notNow: 'decided', stoppedUsing: 'decided', backToTest: 'decided' },
  ...{ passedOn: 'decided', merged: 'decided', reopened: 'decided' },
};

/** In which part a decision is told. */
export function partOf(decided: DecidedInWeek): WeekPart {
  const about = aboutOf[decided.event.type];
  return typeof about === 'function' ? about(decided) : about;
}

/** What a part tells of, by ids, in its order. */
export interface IdsOfPart {
  part: WeekPart;
  ids: readonly string[];
}

/** A digest's parts. Each idea is in one of them; a part that tells of nothing is left out. */
export function partsOf({ mine, decisions, late, tested, newIdeas, testing = [] }: Digest): IdsOfPart[] {
  const about = (part: WeekPart) => decisions.filter((it) => partOf(it) === part).map(({ id }) => id);
  const idsOf: Readonly<Record<WeekPart, readonly string[]>> = {
    mine,
    inUse: about('inUse'),
    money: about('money'),
    late: late.map(({ id }) => id),
    tested: [...about('tested'), ...tested],
    lessons: about('lessons'),
    new: newIdeas,
    decided: about('decided'),
    testing,
  };
  // What became of an idea says more than that it is new, and both more than that it is tested as before.
  const told = new Map<string, WeekPart>();
  for (const part of [...weekParts.filter((one) => one !== 'new' && one !== 'testing'), 'new', 'testing'] as const) {
    for (const id of idsOf[part]) if (!told.has(id)) told.set(id, part);
  }
  return weekParts.flatMap((part) => {
    const ids = [...new Set(idsOf[part])].filter((id) => told.get(id) === part);
    return ids.length > 0 ? [{ part, ids }] : [];
  });
}
