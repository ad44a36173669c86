import type { HeldInChallenge } from '../../app/challenge/people-in-challenge.js';
import type { ChallengeEventType } from '../../domain/challenge/events.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import { timeText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { toldText } from './challenge-told.js';
import { stageText, titleOf } from './challenge-words.js';

/** In the words of an organisation. */
const ofOutside: ReadonlySet<string> = new Set(['outsideAnswered', 'outsideCorrected'] satisfies ChallengeEventType[]);

const parts = ['publisher', 'asked', 'owner'] as const;

/** What is stored of somebody about one challenge, line by line: what they are to it, what they did and wrote. */
export function heldInChallenge(
  context: CardContext,
  person: { ref: string; name: string },
  held: HeldInChallenge,
): string[] {
  const { t, language, timeZone } = context;
  const { challenge, roles, events, same } = held;
  const names = new Map([[person.ref, person.name]]);
  const reads = mayReadChallenge(challenge, roles);
  const own = parts.filter((role) => roles.has(role)).map((role) => t(`challenge.role.${role}`));
  return [
    '',
    `${t('challenge.id', { id: challenge.id })}: ${titleOf(context, { title: challenge.words.title ?? '', ...(!reads && { hidden: true as const }) })}`,
    stageText(context, challenge),
    ...(same ? [t('challenge.button.same')] : []),
    ...(own.length > 0 ? [t('data.youAre', { parts: listText(own, language) })] : []),
    ...events.flatMap((event) => {
      const isOwn = event.by === person.ref;
      const as = isOwn ? 'actor' : 'publisher';
      // What others have written is not theirs, nor what an organisation has, which they took down.
      const said = !isOwn || ofOutside.has(event.type) ? [] : Object.values(event.words).map((text) => `  ${text}`);
      return [`- ${timeText(event.at, timeZone)} ${toldText(context, { challenge, names }, { event, as })}`, ...said];
    }),
  ];
}
