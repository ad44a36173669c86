import type { Door } from '../../domain/language/doors.js';
import { matterRow } from '../../domain/language/doors.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { buttonRows, titleThatFits } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { type Asker, type LinkButton, otherwise } from './question-answer.js';

/**
 * What somebody has written belongs to a channel of the municipality's own, which comes first and is one press away; where there
 * is none, whom to tell. That the bot takes in no report is said in any case. It may be an idea all the same.
 */
export function doorCard(kit: Kit, door: Door, asked: Pick<Asker, 'text' | 'awaited'>): Drawn {
  const { say } = kit;
  const truth = doorWords(kit, door);
  const card = kit.draw('door', {
    heading: say(`door.${door.matter ?? 'own'}`),
    truth,
    kept: say('door.kept'),
    links: linkTo(kit, door),
    buttonRows: buttonRows(otherwise(kit, asked)),
  });
  return { card, summary: truth };
}

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
