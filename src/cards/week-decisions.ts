import type { Decision } from '../domain/decisions.js';
import type { Digest } from '../domain/digest.js';
import type { Idea } from '../domain/idea.js';
import type { PersonRef } from '../domain/person.js';
import { mayNotDecide } from '../domain/policy.js';
import { eventValues } from './event-values.js';
import type { Kit } from './kit.js';
import { capitalised, type Reading } from './reading.js';
import { shortened } from './shortened.js';
import { type Button, button } from './verbs.js';

/** Decisions after which somebody may want to thank: it came to something, or taught us something. */
const worthThanks: readonly Decision['type'][] = [
  'done',
  'granted',
  'usedHere',
  'scaled',
  'spread',
  'adopted',
  'retired',
  'closed',
];
/** The card has room for so many buttons beside its own two. */
const MOST_THANKS = 3;
/** Longer reasons stand on the idea's own card. */
const LONGEST_REASON = 140;

/** What was decided, and why in a few words. */
export function decisionLine(reading: Reading, event: Decision): string {
  const { kit, idea, isHidden } = reading;
  const decided = capitalised(kit.say(`week.decision.${event.type}`, eventValues(reading, event)));
  const reason = isHidden ? undefined : reasonOf(idea, event);
  if (!reason) return decided;
  return kit.say('week.because', { decision: decided, reason: shortened(reason, LONGEST_REASON) });
}

/** The log tells of events without their words: those that the idea itself keeps are told. */
function reasonOf({ ending = {}, adoptions }: Idea, event: Decision): string | undefined {
  switch (event.type) {
    case 'done':
    case 'usedHere':
    case 'spread':
      return ending.done;
    case 'closed':
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

/** "Tacka" under the first ideas that came to something, for somebody else's idea: also one that taught us something. */
export function thanks(kit: Kit, reader: PersonRef, decisions: Digest['decisions']) {
  const first = decisions
    .filter(({ idea, event }) => worthThanks.includes(event.type) && !mayNotDecide(reader, idea))
    .slice(0, MOST_THANKS);
  return (decision: Digest['decisions'][number], title: string): (Button & { tooltip: string })[] => {
    if (!first.includes(decision)) return [];
    const { id, turn } = decision.idea;
    const press = { idea: id, turn, op: kit.mintOp(), do: 'thank' } as const;
    const tooltip = kit.say('week.thankFor', { title });
    return [{ ...button(kit.say('week.thank'), 'act', press, { inputs: 'none' }), tooltip }];
  };
}
