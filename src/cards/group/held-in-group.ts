import type { HeldInGroup } from '../../app/group/people-in-group.js';
import { timeText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { groupTold } from './group-words.js';

/** What is stored of somebody about one group, line by line: what they did and wrote, and what was asked of them. */
export function heldInGroup(
  context: CardContext,
  person: { ref: string },
  { group, isMember, events }: HeldInGroup,
): string[] {
  const { t, timeZone } = context;
  return [
    '',
    t('group.name', { id: group.id, idea: group.idea }),
    ...(isMember ? [t('group.youAreIn')] : []),
    ...events.flatMap((event) => {
      const isOwn = event.by === person.ref;
      // What others have written is not theirs.
      const said = isOwn ? Object.values(event.words).map((text) => `  ${text}`) : [];
      return [
        `- ${timeText(event.at, timeZone)} ${groupTold(context, { event, as: isOwn ? 'actor' : 'founder' })}`,
        ...said,
      ];
    }),
  ];
}
