import type { Decision } from '../../domain/idea/deciding/decisions.js';
import type { Idea } from '../../domain/idea/idea.js';
import { capitalised } from '../../domain/language/tidy.js';
import { eventValues } from '../idea/event-values.js';
import type { Reading } from '../idea/reading.js';
import { shortened } from '../shortened.js';

/** Longer reasons stand on the idea's own card. */
const LONGEST_REASON = 140;

/** What was decided, and why in a few words. */
export function decisionLine(reading: Reading, event: Decision): string {
  const { context, idea, isHidden } = reading;
  const decided = capitalised(context.t(`week.decision.${event.type}`, eventValues(reading, event)));
  const reason = isHidden ? undefined : reasonOf(idea, event);
  if (!reason) return decided;
  return context.t('week.because', { decision: decided, reason: shortened(reason, LONGEST_REASON) });
}

/** The log tells of events without their words: those that the idea itself keeps are told. */
function reasonOf({ ending = {}, adoptions }: Idea, event: Decision): string | undefined {
  switch (event.type) {
    case 'done':
    case 'usedHere':
    case 'spread':
      return ending.done;
    case 'closed':
    case 'stoppedAsAgreed':
    case 'retired':
      return ending.lesson ?? ending.reason;
    case 'merged':
      return ending.reason;
    case 'notNow':
    case 'stoppedUsing':
      return adoptions[event.data.department]?.reason;
    default:
      return undefined;
  }
}
