import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import type { Tier } from '../../idea.js';
import { forDeciders, happens } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';
import { startsAgain } from '../changes.js';
import { maybeReason } from '../conditions.js';

interface Reopened extends UntilBack {
  tier: Tier;
}

/** An idea that had ended begins anew. */
export const reopen = defineCommand('reopen')<Reopened>({
  from: ['closed', 'withdrawn'],
  by: ['submitter', 'decider'],
  words: maybeReason,
  sameVersion: true,
  // A decision is opened again by those who decide; a withdrawal by the one who withdrew.
  when: (idea, roles) =>
    idea.stage === 'withdrawn' ? roles.has('submitter') : roles.has('decider') && !idea.ending?.into,
  leadsTo: (context) => happens(reopened, forDeciders(onceBack(context, context.data), 'submitted'), context.data),
});

export const reopened = defineDecision('reopened')<Reopened>({
  changes: (idea, { day, data }) => {
    const { withheld: _, ...rest } = startsAgain(idea, data.tier);
    return { ...rest, ...pausedOn(day, data) };
  },
  hears: ['deciders', 'submitter', 'partners', 'followers'],
  atOnce: ['deciders'],
  wordsOf: 'record',
  news: 'reopened',
});
