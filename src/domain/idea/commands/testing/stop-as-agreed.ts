import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { agreedStop, isTimeToStop } from '../../deciding/agreed-stop.js';
import { isHandedIn } from '../../deciding/decided-on.js';
import { defineDecision } from '../../event.js';
import { ended, happens } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { acceptedBy } from '../conditions.js';

/** A test ends as those who approved its plan had agreed with whoever drives it: a good end, which needs no other yes. */
export const stopAsAgreed = defineCommand('stopAsAgreed')({
  from: ['piloting'],
  by: ['driver', 'decider'],
  words: { tried: 'required', lesson: 'required', tryAgain: 'optional' },
  sameVersion: true,
  // While the result is decided on, its driver takes it back first.
  when: (idea, roles) =>
    agreedStop(idea) !== undefined && acceptedBy('driver')(idea, roles) && (roles.has('decider') || !isHandedIn(idea)),
  leadsTo: ({ idea, today }) =>
    isTimeToStop(idea, today) ? happens(stoppedAsAgreed, ended('closed'), {}) : refuse({ code: 'notNow' }),
});

export const stoppedAsAgreed = defineDecision('stoppedAsAgreed')({
  changes: (idea, { words: { tried, lesson, tryAgain } }) => ({
    ...withoutQuestion(idea),
    ending: {
      asAgreed: true,
      ...(tried && { tried }),
      ...(lesson && { lesson }),
      ...(tryAgain && { tryAgain }),
    },
  }),
  hears: ['submitter', 'driver', 'leader', 'successor', 'granter', 'partners', 'followers'],
  wordsOf: 'record',
});
