import { listedCommands } from '../../domain/language/written-commands.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { isOnePlace } from '../../domain/organisation/place.js';
import type { TextKey } from '../../text/index.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { purposeOf } from '../organisation/purpose.js';
import { button, type Verb } from '../verbs.js';

/** Help itself is where they stand. */
const { help: _, ...explained } = listedCommands;
const commands = Object.keys(explained) as (keyof typeof explained)[];

/** What can be done here: as buttons, as words to write, and where faults, incidents and whistleblowing belong instead. */
export function help(context: CardContext): Drawn {
  const { t } = context;
  const links = channels(context);
  const go = (title: TextKey, verb: Verb, style: 'positive' | 'default' = 'default') =>
    button(t(title), verb, {}, { inputs: 'none', style });
  const card = context.draw('help', {
    heading: t('help.heading'),
    what: t('help.what'),
    messages: t('help.messages'),
    purpose: purposeOf(context),
    commandsHeading: t('help.commands'),
    commands: commands.map((name) => ({ word: t(`help.command.${name}`), what: whatFor(context, name) })),
    channels: links.length > 0 ? [{ heading: t('help.channels'), what: t('help.channelsWhat') }] : [],
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
  return { card, summary: t('help.summary') };
}

/** Nobody chooses their department where there is none to choose. */
const whatFor = ({ t, directory }: CardContext, name: (typeof commands)[number]): string =>
  t(name === 'settings' && isOnePlace(directory) ? 'help.onePlace.settings' : `help.command.${name}.what`);

/** A link of the organisation's own leaves Teams, and says so to those who cannot see the line above. */
const channels = ({ settings, language, t }: CardContext) =>
  settings.otherChannels.map((channel) => {
    const name = nameIn(channel.name, language);
    const about = channel.for ? nameIn(channel.for, language) : '';
    return {
      name,
      about: about ? [{ text: about }] : [],
      url: channel.link,
      title: t('button.channel', { name: [name, about].filter(Boolean).join(': ') }),
    };
  });
