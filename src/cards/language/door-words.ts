import { type Door, matterRow } from '../../domain/organisation/doors.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { titleThatFits } from '../button-rows.js';
import type { Kit } from '../kit.js';

/** A link as templates take it. */
export type LinkButton = { title: string; url: string; style: 'default' | 'positive' };

/** That the bot takes in no report, and where it belongs. */
export function doorWords({ say, language }: Kit, { matter, channel }: Door): string {
  const distress = matter === 'distress';
  if (channel) {
    return say(distress ? 'door.distress.channel' : 'door.channel', { channel: nameIn(channel.name, language) });
  }
  if (distress) return say('door.distress.nobody');
  return say(matter && matterRow(matter).aboveManager ? 'door.nobodyAbove' : 'door.nobody');
}

const titleOf = (say: Kit['say'], name: string): string =>
  titleThatFits((short) => say('button.channel', { name: short }), name);

/** The channel as a link that leaves Teams; none where there is no channel. */
export const linkTo = (
  { say, language }: Kit,
  { channel }: Door,
  style: LinkButton['style'] = 'positive',
): LinkButton[] =>
  channel
    ? [
        {
          title: titleOf(say, nameIn(channel.name, language)),
          url: channel.link,
          style,
        },
      ]
    : [];

/** What is said beside an idea that is about such a matter: if it has happened, this is no report, and where it belongs. One or none. */
export function besideIdea(kit: Kit, door: Door | undefined) {
  if (!door) return [];
  const name = door.channel && nameIn(door.channel.name, kit.language);
  return [
    {
      heading: kit.say('door.happened'),
      about: name ? kit.say('door.idea', { channel: name }) : kit.say('door.idea.nobody'),
      links: linkTo(kit, door, 'default'),
    },
  ];
}
