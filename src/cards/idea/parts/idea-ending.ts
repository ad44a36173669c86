import { nameIn, type OtherChannel } from '../../../domain/organisation/organisation.js';
import { type Day, monthsBetween } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import { type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import type { Reading } from '../reading.js';
import { durationText } from './use-texts.js';

/** The question that has no answer yet, with who asks. */
export function openQuestion({ context, idea, nameOf }: Reading): Section[] {
  if (!idea.question) return [];
  return section(context.t('idea.question', { who: nameOf(idea.question.by).text }), idea.question.text);
}

/** How the work goes, in the newest line of whoever does it, for as long as it is waited for. */
export function latestLine({ context, idea }: Reading): Section[] {
  const { progress, waiting } = idea;
  if (!progress || !waiting) return [];
  return section(
    context.t('idea.progress', { date: dayText(progress.on, context.language, context.today) }),
    progress.text,
  );
}

/** How the idea ended: what was done; why we do not go on; or what we tested and learned; and what would make us try again, and when. */
export function endingOf({ context, idea }: Reading): Section[] {
  const { t, language, today } = context;
  const wasUsed = idea.adoptions[idea.department]?.status === 'using';
  const { done, tried, lesson, reason, tryAgain, tryAgainOn, into, used } = idea.ending ?? {};
  const day = (date: Day) => dayText(date, language, today);
  return [
    ...section(t('happened.done'), done),
    ...section(
      t('happened.used'),
      used &&
        t('happened.used.value', {
          time: durationText(context, monthsBetween(used.from, used.until)),
          from: day(used.from),
          until: day(used.until),
        }),
    ),
    ...section(t('happened.into'), into && t('happened.into.value', { id: into })),
    ...section(t('happened.tried'), tried),
    ...section(t('happened.lesson'), lesson),
    ...section(t(into || wasUsed ? 'happened.reason' : 'idea.reason'), reason),
    ...section(t('happened.tryAgain'), tryAgain),
    ...section(t('happened.tryAgainOn'), tryAgainOn && day(tryAgainOn)),
  ];
}

/** Of a channel's name on its button; the whole name stands above it. */
const LONGEST_NAME = 22;

/** The other way that the idea was shown to: what belongs there, and its link (for parts/open-url.json). One or none. */
export function elsewhere(reading: Reading) {
  const { t, language } = reading.context;
  const channel = channelOf(reading);
  if (!channel) return [];
  const name = nameIn(channel.name, language);
  return [
    {
      heading: t('idea.channel'),
      about: channel.for ? `${name}: ${nameIn(channel.for, language)}` : name,
      links: [{ title: t('button.channel', { name: shortened(name, LONGEST_NAME) }), url: channel.link }],
    },
  ];
}

function channelOf({ context, idea }: Reading): OtherChannel | undefined {
  return context.settings.otherChannels.find(({ code }) => code === idea.ending?.channel);
}
