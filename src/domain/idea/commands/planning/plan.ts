import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { isReady } from '../../needs.js';
import { forDriver, happens } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { acceptedBy } from '../conditions.js';

/** What was explored is worth a test: it is planned. */
export const plan = defineCommand('plan')({
  from: ['exploring'],
  by: ['driver', 'decider'],
  words: {},
  sameVersion: true,
  when: (idea, roles) => acceptedBy('driver')(idea, roles) && isReady(idea),
  leadsTo: (context) => happens(planned, forDriver(context, 'planning'), {}),
});

export const planned = defineDecision('planned')({
  changes: withoutQuestion,
  hears: ['leader', 'driver', 'submitter', 'partners', 'followers'],
  atOnce: ['driver'],
  wordsOf: 'record',
});
