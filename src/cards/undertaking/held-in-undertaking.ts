import type { HeldInUndertaking } from '../../app/undertaking/people-in-undertaking.js';
import { timeText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { undertakingTold } from './undertaking-told.js';
import { stageText, whatOf } from './undertaking-words.js';

/** What is stored of somebody about one undertaking, line by line: what they did and wrote. */
export function heldInUndertaking(
  context: CardContext,
  person: { ref: string },
  { undertaking, roles, events }: HeldInUndertaking,
): string[] {
  const { t, timeZone } = context;
  const own = roles.has('adder') ? { words: undertaking.words } : undertaking;
  return [
    '',
    `${t('undertaking.id', { id: undertaking.id })}: ${whatOf(context, own)}`,
    stageText(context, undertaking),
    ...events.flatMap((event) => {
      const isOwn = event.by === person.ref;
      // What others have written is not theirs.
      const said = isOwn ? Object.values(event.words).map((text) => `  ${text}`) : [];
      const text = undertakingTold(context, { event, as: isOwn ? 'actor' : 'adder' });
      return [`- ${timeText(event.at, timeZone)} ${text}`, ...said];
    }),
  ];
}
