import { type Door, matterRow } from '../../domain/organisation/doors.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { titleThatFits } from '../button-rows.js';
import type { CardContext } from '../card-context.js';
import type { LinkButton } from '../paragraphs.js';

/** That the bot takes in no report, and where it belongs. */
export function doorWords({ t, language }: CardContext, { matter, channel }: Door): string {
  const distress = matter === 'distress';
  if (channel) {
    return t(distress ? 'door.distress.channel' : 'door.channel', { channel: nameIn(channel.name, language) });
  }
  if (distress) return t('door.distress.nobody');
  return t(matter && matterRow(matter).aboveManager ? 'door.nobodyAbove' : 'door.nobody');
}

const titleOf = (t: CardContext['t'], name: string): string =>
  titleThatFits((short) => t('button.channel', { name: short }), name);

/** The channel as a link that leaves Teams; none where there is no channel. */
export const linkTo = (
  { t, language }: CardContext,
  { channel }: Door,
  style: LinkButton['style'] = 'positive',
): LinkButton[] =>
  channel
    ? [
        {
          title: titleOf(t, nameIn(channel.name, language)),
          url: channel.link,
          style,
        },
      ]
    : [];

/** What is said beside an idea that is about such a matter: if it has happened, this is no report, and where it belongs. One or none. */
export function besideIdea(context: CardContext, door: Door | undefined) {
  if (!door) return [];
  const name = door.channel && nameIn(door.channel.name, context.language);
  return [
    {
      heading: context.t('door.happened'),
      about: name ? context.t('door.idea', { channel: name }) : context.t('door.idea.nobody'),
      links: linkTo(context, door, 'default'),
    },
  ];
}
