import type { HeldInObstacle } from '../../app/obstacle/people-in-obstacle.js';
import { timeText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { obstacleTold } from './obstacle-told.js';
import { lineOf, stageText } from './obstacle-words.js';

const parts = ['namer', 'owner'] as const;

/** What is stored of somebody about one obstacle, line by line: what they are to it, what they did and wrote. */
export function heldInObstacle(
  context: CardContext,
  person: { ref: string; name: string },
  { obstacle, roles, events }: HeldInObstacle,
): string[] {
  const { t, language, timeZone } = context;
  const names = new Map([[person.ref, person.name]]);
  const own = parts.filter((role) => roles.has(role)).map((role) => t(`obstacle.role.${role}`));
  return [
    '',
    `${t('obstacle.id', { id: obstacle.id })}: ${lineOf(context, roles.has('namer') ? { words: obstacle.words } : obstacle)}`,
    stageText(context, obstacle),
    ...(own.length > 0 ? [t('data.youAre', { parts: listText(own, language) })] : []),
    ...events.flatMap((event) => {
      const isOwn = event.by === person.ref;
      const as = isOwn ? 'actor' : 'keeper';
      // What others have written is not theirs.
      const said = !isOwn ? [] : Object.values(event.words).map((text) => `  ${text}`);
      const text = obstacleTold(context, { obstacle, names }, { event, as });
      return [`- ${timeText(event.at, timeZone)} ${text}`, ...said];
    }),
  ];
}
