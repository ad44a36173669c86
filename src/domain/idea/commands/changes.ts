import type { Assigned, Idea, Tier, Who } from '../idea.js';

/** What several events make of an idea. */

/** The idea without what it may hold. */
export function without<
  K extends
    | 'question'
    | 'doer'
    | 'driver'
    | 'owner'
    | 'successor'
    | 'checks'
    | 'checkedBy'
    | 'opinions'
    | 'leader'
    | 'money'
    | 'test'
    | 'ending'
    | 'earlierNo'
    | 'goals'
    | 'obstacle',
>(idea: Idea, ...keys: K[]): Idea {
  const rest = { ...idea };
  for (const key of keys) delete rest[key];
  return rest;
}

export const withoutQuestion = (idea: Idea): Idea => without(idea, 'question');

/** Somebody asked to do something; who names themself has said yes by it, and who has said yes is not asked again. */
export const assigned = (person: string, by: Who, before?: Assigned): Assigned => ({
  person,
  accepted: person === by || (person === before?.person && before.accepted),
});

/** The idea with a task that whoever has it has said yes to. */
export const accepted =
  (task: 'driver' | 'doer' | 'owner') =>
  (idea: Idea): Idea => {
    const who = idea[task];
    return who ? { ...idea, [task]: { ...who, accepted: true } } : idea;
  };

/** Back where ideas are new: what was learned and answered stays, those who had tasks have none. */
export const startsAgain = (idea: Idea, tier: Tier): Idea => ({
  ...without(
    idea,
    'ending',
    'driver',
    'doer',
    'owner',
    'successor',
    'checks',
    'checkedBy',
    'leader',
    'money',
    'test',
    'earlierNo',
    'obstacle',
  ),
  tier,
});

/** A decision that is late comes to others too; while somebody else is late they are only told. */
export const comesTo = (idea: Idea, tier: Tier): Idea => (idea.waiting?.for === 'deciders' ? { ...idea, tier } : idea);
