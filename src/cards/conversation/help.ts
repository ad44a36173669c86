import { listedCommands } from '../../domain/language/written-commands.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import type { TextKey } from '../../text/index.js';
import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { purposeOf } from '../organisation/purpose.js';
import { button, type Verb } from '../verbs.js';

/** Help itself is where they stand. */
const { help: _, ...explained } = listedCommands;
const commands = Object.keys(explained) as (keyof typeof explained)[];

/** What can be done here: as buttons, as words to write, and where faults, incidents and whistleblowing belong instead. */
export function help(kit: Kit): Drawn {
  const { say } = kit;
  const links = channels(kit);
  const go = (title: TextKey, verb: Verb, style: 'positive' | 'default' = 'default') =>
    button(say(title), verb, {}, { inputs: 'none', style });
  const card = kit.draw('help', {
    heading: say('help.heading'),
    what: say('help.what'),
    purpose: purposeOf(kit),
    commandsHeading: say('help.commands'),
    commands: commands.map((name) => ({ word: say(`help.command.${name}`), what: say(`help.command.${name}.what`) })),
    channels: links.length > 0 ? [{ heading: say('help.channels'), what: say('help.channelsWhat') }] : [],
    links,
    buttonRows: buttonRows([
      go('button.idea', 'form', 'positive'),
      go('button.mine', 'mine'),
      go('button.leader', 'leader'),
      go('button.queue', 'queue'),
      go('button.week', 'week'),
      go('button.settings', 'settings'),
    ]),
  });
  return { card, summary: say('help.summary') };
}

/** A link of the organisation's own leaves Teams, and says so to those who cannot see the line above. */
const channels = ({ settings, language, say }: Kit) =>
  settings.otherChannels.map((channel) => {
    const name = nameIn(channel.name, language);
    const about = channel.for ? nameIn(channel.for, language) : '';
    return {
      name,
      about: about ? [{ text: about }] : [],
      url: channel.link,
      title: say('button.channel', { name: [name, about].filter(Boolean).join(': ') }),
    };
  });
