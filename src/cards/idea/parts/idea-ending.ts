import { nameIn, type OtherChannel } from '../../../domain/organisation/organisation.js';
import { type Day, monthsBetween } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import { type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';
import { timeText } from './use-texts.js';

/** The question that has no answer yet, with who asks. */
export function openQuestion({ kit, idea, nameOf }: Reading): Section[] {
  if (!idea.question) return [];
  return section(kit.say('idea.question', { who: nameOf(idea.question.by).text }), idea.question.text);
}

/** How the work goes, in the newest line of whoever does it, for as long as it is waited for. */
export function latestLine({ kit, idea }: Reading): Section[] {
  const { progress, waiting } = idea;
  if (!progress || !waiting) return [];
  return section(kit.say('idea.progress', { date: dayText(progress.on, kit.language, kit.today) }), progress.text);
}

/** How the idea ended: what was done; why we do not go on; or what we tested and learned; and what would make us try again, and when. */
export function endingOf({ kit, idea }: Reading): Section[] {
  const { say, language, today } = kit;
  const wasUsed = idea.adoptions[idea.department]?.status === 'using';
  const { done, tried, lesson, reason, tryAgain, tryAgainOn, into, used } = idea.ending ?? {};
  const day = (date: Day) => dayText(date, language, today);
  return [
    ...section(say('happened.done'), done),
    ...section(
      say('happened.used'),
      used &&
        say('happened.used.value', {
          time: timeText(kit, monthsBetween(used.from, used.until)),
          from: day(used.from),
          until: day(used.until),
        }),
    ),
    ...section(say('happened.into'), into && say('happened.into.value', { id: into })),
    ...section(say('happened.tried'), tried),
    ...section(say('happened.lesson'), lesson),
    ...section(say(into || wasUsed ? 'happened.reason' : 'idea.reason'), reason),
    ...section(say('happened.tryAgain'), tryAgain),
    ...section(say('happened.tryAgainOn'), tryAgainOn && day(tryAgainOn)),
  ];
}

/** Of a channel's name on its button; the whole name stands above it. */
const LONGEST_NAME = 22;

/** The other way that the idea was shown to: what belongs there, and its link (for parts/open-url.json). One or none. */
export function elsewhere(reading: Reading) {
  const { say, language } = reading.kit;
  const channel = channelOf(reading);
  if (!channel) return [];
  const name = nameIn(channel.name, language);
  return [
    {
      heading: say('idea.channel'),
      about: channel.for ? `${name}: ${nameIn(channel.for, language)}` : name,
      links: [{ title: say('button.channel', { name: shortened(name, LONGEST_NAME) }), url: channel.link }],
    },
  ];
}

function channelOf({ kit, idea }: Reading): OtherChannel | undefined {
  return kit.settings.otherChannels.find(({ code }) => code === idea.ending?.channel);
}
