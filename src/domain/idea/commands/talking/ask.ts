import { daysBetween } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Idea } from '../../idea.js';
import type { Role } from '../../policy.js';
import { happens, waitsFor } from '../../standing.js';

/** The one who drives can be asked about the money by whoever decides on it. */
const canAskDriver = ({ waiting, driver }: Idea, roles: ReadonlySet<Role>): boolean =>
  roles.has('funder') && waiting?.for === 'funder' && driver?.accepted === true && !roles.has('driver');

/** Who drives their own idea has nobody to ask, nor has anybody when those who had it are gone. */
const canAskSubmitter = ({ waiting, submittersLeft }: Idea, roles: ReadonlySet<Role>): boolean =>
  (roles.has('decider') || roles.has('driver')) &&
  !submittersLeft &&
  (waiting?.for === 'deciders' || waiting?.for === 'driver') &&
  !roles.has('submitter');

/** Asks those whose idea it is, or the driver about the money. Nobody has to wait for the answer. */
export const ask = defineCommand('ask')({
  from: ['submitted', 'exploring', 'planning'],
  by: ['decider', 'driver', 'funder'],
  words: { question: 'required' },
  sameVersion: true,
  when: (idea, roles) => !idea.question && (canAskDriver(idea, roles) || canAskSubmitter(idea, roles)),
  leadsTo: (context) => {
    const { idea, today } = context;
    const { driver, waiting, answerBy = today } = idea;
    // Whoever decides on the money asks the one who drives; the days that they had left are theirs again with the answer.
    if (waiting?.for === 'funder' && driver) {
      const to = waitsFor(context, idea.stage, { for: 'driver', person: driver.person });
      return happens(asked, to, { left: Math.max(0, daysBetween(today, answerBy)) });
    }
    return happens(asked, waitsFor(context, idea.stage, { for: 'submitter', person: idea.submitter }), {});
  },
});

/** `left`: asked of the driver, by whoever had so many days left to decide on the money. */
export const asked = defineEvent('asked')<{ left?: number }>({
  changes: (idea, { by, seq, data, words }, before) => ({
    ...idea,
    asked: true,
    question: {
      by,
      text: words.question ?? '',
      backTo: data.left !== undefined ? 'funder' : before.waiting?.for === 'driver' ? 'driver' : 'deciders',
      seq,
      ...(data.left !== undefined && { left: data.left }),
    },
  }),
  hears: ['submitter', 'driver'],
  atOnce: ['submitter', 'driver'],
  // A question of whoever decides on the money goes to the one who drives, all others to the submitter.
  tells: ({ as }, { data }) => (as === 'driver') === (data.left !== undefined),
  submittersOnly: true,
  wordsOf: 'record',
  said: true,
});
