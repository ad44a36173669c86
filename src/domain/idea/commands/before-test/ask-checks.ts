import type { PersonRef } from '../../../person/person.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { type CheckName, checkNames } from '../../deciding/check-names.js';
import { saysBuying } from '../../deciding/checks.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineEvent } from '../../event.js';
import type { Idea, Tier } from '../../idea.js';
import { needsOf } from '../../needs.js';
import { laterTier } from '../../policy.js';
import { happens, stays, within } from '../../standing.js';
import { acceptedBy } from '../conditions.js';

/**
 * `checks`: what the test touches. `asked`: those of them for which the organisation names somebody. `checkers`: who that is, each
 * beside its own. `tier`: who decides on the idea from now on, where the rest would be for nobody but whoever leads the work.
 */
interface Checks {
  checks: CheckName[];
  asked: CheckName[];
  checkers: PersonRef[];
  tier?: Tier;
}

/** Whoever leads the work says what the test touches, and those whose matter it is are asked: the test begins with their yes. */
export const askChecks = defineCommand('askChecks')<Checks>({
  from: ['planning'],
  by: ['driver', 'decider'],
  words: {},
  sameVersion: false,
  when: (idea, roles) => acceptedBy('driver')(idea, roles) && !isHandedIn(idea),
  leadsTo: (context) => {
    const { checks, asked, checkers, tier } = context.data;
    const { idea, actor } = context;
    // What somebody has said “Inte än” to is taken away by those who decide alone, and not by whoever leads the work, though they decide here.
    const takesAway = actor.roles.has('decider') && !actor.roles.has('driver');
    const stands = (name: CheckName) => idea.checks?.[name]?.done === false && !takesAway;
    const known = checkNames.filter((name) => checks.includes(name) || stands(name));
    const who = { checks: known, asked, checkers, ...(tier && { tier }) };
    return happens(checksAsked, stays(context), { ...who, until: within(context, 'leader') });
  },
});

export const checksAsked = defineEvent('checksAsked')<Checks & { until: Day }>({
  persons: { checkers: 'traced' },
  changes: (idea, event) => withChecks(withBuying(idea, event.data.checks), event),
  hears: ['checkers', 'deciders'],
  atOnce: ['checkers', 'deciders'],
  asksBeside: ['checkers', 'deciders'],
  // Those who decide answer for what is nobody's.
  tells: ({ as }, { data }) => as !== 'deciders' || data.checks.length > data.asked.length,
  wordsOf: 'record',
});

/** What the test buys is asked once: here, or in a plan that has to say it. What is said here is an answer there. */
function withBuying(idea: Idea, checks: readonly CheckName[]): Idea {
  const { procurement } = idea.answers;
  const buys = checks.includes('buying');
  // What the plan has said itself stands as long as it was not asked here.
  const isAsked =
    procurement === undefined ? needsOf(idea).some(({ part }) => part === 'procurement') : !saysBuying(idea);
  return buys || isAsked ? { ...idea, answers: { ...idea.answers, procurement: buys ? 'yes' : 'no' } } : idea;
}

/** A check that was asked for before, of the same person or of nobody by name, keeps what was answered, and who is asked where that is not said anew. */
function withChecks(idea: Idea, { data }: { data: Checks & { until: Day } }): Idea {
  const { checks: before = {}, checkedBy: by = {}, checksUntil: _, ...rest } = idea;
  const { checks, asked, checkers, until, tier } = data;
  if (checks.length === 0) return rest;
  const named = Object.fromEntries(asked.flatMap((name, at) => (checkers[at] ? [[name, checkers[at]]] : [])));
  const answered = Object.fromEntries(
    checks.flatMap((name) => (before[name]?.on && by[name] ? [[name, by[name]]] : [])),
  );
  const checkedBy = { ...answered, ...named };
  const kept = (name: CheckName) => (by[name] === checkedBy[name] ? before[name] : undefined) ?? {};
  return {
    ...rest,
    checks: Object.fromEntries(checks.map((name) => [name, kept(name)])),
    checkedBy,
    checksUntil: until,
    ...(tier && { tier: laterTier(idea.tier, tier) }),
  };
}
