import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Idea, Tier } from '../../idea.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';
import { startsAgain } from '../changes.js';

/** Whoever had it is asked whether they send it to a challenge. */
const isAskedOf = ({ woken }: Idea): boolean => woken !== undefined && !woken.answered;

const answered = (idea: Idea): Idea => (idea.woken ? { ...idea, woken: { ...idea.woken, answered: true } } : idea);

interface Sent extends UntilBack {
  tier: Tier;
}

/** An idea that had ended begins anew, as an answer to the challenge that it may fit. */
export const sendToChallenge = defineCommand('sendToChallenge')<Sent>({
  from: ['closed'],
  by: ['submitter'],
  words: {},
  sameVersion: true,
  when: isAskedOf,
  leadsTo: (context) => {
    const { woken } = context.idea;
    if (!woken || woken.until < context.today) return refuse({ code: 'notNow' });
    const { data } = context;
    const to = forDeciders(onceBack(context, data), 'submitted');
    return happens(sentToChallenge, to, { ...data, challenge: woken.challenge });
  },
});

export const sentToChallenge = defineEvent('sentToChallenge')<Sent & { challenge: string }>({
  changes: (idea, { day, data }) => ({
    ...startsAgain(answered(idea), data.tier),
    ...pausedOn(day, data),
    challenge: data.challenge,
  }),
  hears: ['deciders', 'submitter', 'partners', 'followers'],
  atOnce: ['deciders'],
  wordsOf: 'record',
  news: 'reopened',
});

/** It stays as it ended, and nobody asks again about this challenge. */
export const leaveAsleep = defineCommand('leaveAsleep')({
  from: ['closed'],
  by: ['submitter'],
  words: {},
  sameVersion: false,
  when: isAskedOf,
  leadsTo: (context) => happens(leftAsleep, stays(context), {}),
});

export const leftAsleep = defineEvent('leftAsleep')({
  changes: answered,
  hears: [],
  wordsOf: 'record',
  leavesRights: true,
});

/** The last day for answers to the challenge is over, and whoever had it has said nothing. */
export const endWaking = defineCommand('endWaking')({
  from: ['closed'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: isAskedOf,
  leadsTo: (context) =>
    context.idea.woken && context.idea.woken.until < context.today
      ? happens(wakingEnded, stays(context), {})
      : refuse({ code: 'notNow' }),
});

export const wakingEnded = defineEvent('wakingEnded')({
  changes: answered,
  hears: [],
  wordsOf: 'record',
  leavesRights: true,
  idle: true,
});
