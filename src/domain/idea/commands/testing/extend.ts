import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { agreedStop } from '../../deciding/agreed-stop.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineDecision } from '../../event.js';
import { forTest, happens } from '../../standing.js';
import { acceptedBy, reason } from '../conditions.js';
import { withTestUntil } from '../planning/test-days.js';
import { endRefused } from './test-end.js';

interface Extended {
  until: Day;
}

/** A test is made longer. */
export const extend = defineCommand('extend')<Extended>({
  from: ['piloting'],
  by: ['driver', 'decider'],
  words: reason,
  sameVersion: true,
  // While the result is decided on, its driver takes it back first. Where it was agreed when to stop, those who decide say yes to going on.
  when: (idea, roles) =>
    acceptedBy('driver')(idea, roles) &&
    (roles.has('decider') || (!isHandedIn(idea) && agreedStop(idea) === undefined)),
  leadsTo: (context) => {
    const { idea, data, today } = context;
    const { until } = data;
    const refused = endRefused(until, today, idea.test?.end);
    if (refused) return refuse(refused);
    return happens(extended, forTest(context, until), { until });
  },
});

export const extended = defineDecision('extended')<Extended>({
  changes: (idea, { day, data }) => withTestUntil(idea, data.until, day),
  hears: ['driver', 'leader', 'submitter', 'followers'],
  atOnce: ['driver'],
  wordsOf: 'record',
});
