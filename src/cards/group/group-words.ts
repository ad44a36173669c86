import type { GroupAct } from '../../app/group/act-on-group.js';
import type { GroupEvent } from '../../domain/group/events.js';
import { groupLimits } from '../../domain/group/group.js';
import type { GroupAudience } from '../../domain/group/notices.js';
import type { GroupRefusal } from '../../domain/group/refusal.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isTakenAway } from '../../domain/idea/reading/visibility.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';

/** What the idea is called, as everybody may read it. */
export const titleOfIdea = ({ t }: CardContext, idea: Idea): string =>
  isTakenAway(idea) ? t('group.hiddenIdea') : idea.words.title;

/** An event, and as what somebody hears of it; `actor`: they have done it themselves. */
export interface GroupTold {
  event: GroupEvent;
  as: GroupAudience | 'actor';
}

/** What has happened, in one line. Who it was stands on the card: a day card names nobody who is not there. */
export function groupTold({ t, language, today }: CardContext, { event, as }: GroupTold): string {
  const { type, data } = event;
  const date = 'on' in data ? dayText(data.on, language, today) : '';
  if (type === 'memberRemoved' && data.asked && as !== 'actor') return t('group.told.askTakenBack');
  return as === 'actor' ? t(`group.did.${type}`, { date }) : t(`group.told.${type}`, { date });
}

/** Whether the group is over, or is not the reader's any more: a row leads to the idea then. */
const isPast = ({ event: { type }, as }: GroupTold): boolean => type === 'groupEnded' || as === 'removed';

/** What happened to a group, as rows of its reader's day card. */
export const groupDayRows = (
  context: CardContext,
  { idea, id, seq }: { idea: Idea; id: string; seq: number },
  told: readonly GroupTold[],
) =>
  told.map((one) => {
    const title = titleOfIdea(context, idea);
    const text = groupTold(context, one);
    const opens = context.t('group.open', { row: `${title}, ${text}` });
    return {
      part: one.as === 'asked' || one.as === 'takers' ? ('asked' as const) : ('news' as const),
      name: { record: 'group' as const, id, seq },
      row: {
        ...{ title, lines: [{ text }], tag: [{ text: context.t('group.tag') }] },
        press: isPast(one)
          ? button(opens, 'open', { idea: idea.id }, { inputs: 'none' })
          : button(opens, 'group', { idea: idea.id, below: true }, { inputs: 'none' }),
      },
    };
  });

/** Why something was not done, in words for the one who met it. */
export const groupRefusal = (
  { t }: CardContext,
  { code }: GroupRefusal | { code: 'unknownColleague' },
  { type, mostMembers = 0 }: { type?: GroupAct; mostMembers?: number | undefined } = {},
): string => {
  if (code === 'unknownColleague') return t('refusal.unknownColleague');
  const answers = type === 'joinGroup' || type === 'declineGroup';
  if (answers && (code === 'notAllowed' || code === 'notNow')) return t('group.refusal.notAsked');
  return t(`group.refusal.${code}`, { most: mostMembers, limit: groupLimits.step });
};
