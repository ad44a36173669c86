import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import type { CheckName } from '../../deciding/check-names.js';
import { checksFor, waitsForChecks } from '../../deciding/checks.js';
import { defineEvent } from '../../event.js';
import type { FunderTier, Idea } from '../../idea.js';
import { happens, stays } from '../../standing.js';
import { isForFunder, maybeReason } from '../conditions.js';

/** "Klart", or "Inte än" with what is missing: of all that waits for the one who answers. */
export const answerCheck = defineCommand('answerCheck')<{ inOrder: boolean }>({
  from: ['planning'],
  by: ['checker'],
  words: maybeReason,
  sameVersion: false,
  when: waitsForChecks,
  leadsTo: (context) => {
    const { idea, data, words, actor } = context;
    const own = checksFor(idea, actor.ref);
    const checks = [...own, ...(actor.roles.has('decider') ? checksFor(idea, undefined) : [])];
    if (checks.length === 0) return refuse({ code: 'notNow' });
    if (!data.inOrder && !words.reason) return refuse({ code: 'wordsMissing', field: 'reason' });
    const asked = isForFunder(idea) && idea.money ? { funder: idea.money.funder } : {};
    return happens(checkAnswered, stays(context), { checks, inOrder: data.inOrder, ...asked });
  },
});

/** `funder`: who decides on the money meanwhile, and has waited for it; absent before the plan is handed in. */
export const checkAnswered = defineEvent('checkAnswered')<{
  checks: CheckName[];
  inOrder: boolean;
  funder?: FunderTier;
}>({
  changes: (idea, { by, day, data, words }) => {
    const answer = { done: data.inOrder, on: day, ...(words.reason && { line: words.reason }) };
    const answered: Idea['checks'] = Object.fromEntries(
      data.checks.map((name) => [name, { ...(idea.checks?.[name]?.ofPlan && { ofPlan: true as const }), ...answer }]),
    );
    const theirs = by === 'clock' ? {} : Object.fromEntries(data.checks.map((name) => [name, by]));
    const checks = { ...idea.checks, ...answered };
    const { checksUntil, ...rest } = idea;
    const isOpen = Object.values(checks).some((one) => one?.done !== true);
    return {
      ...rest,
      checks,
      checkedBy: { ...idea.checkedBy, ...theirs },
      ...(isOpen && checksUntil !== undefined && { checksUntil }),
    };
  },
  hears: ['driver', 'funder', 'leader'],
  wordsOf: 'record',
});
