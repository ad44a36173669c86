import type { Challenge } from '../../domain/challenge/challenge.js';
import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { CardContext } from '../card-context.js';
import { stageText, whoseName } from '../challenge/challenge-words.js';
import { stageOf } from '../idea/parts/stage-line.js';
import { turnWords } from '../idea/parts/turn-band.js';
import { readingOf } from '../idea/reading.js';
import type { NoteProps } from '../note.js';
import { shortPlaceName } from '../places.js';

// What everybody in a group chat or a channel may see: nothing of a person, and no button of the bot's own.

/** What the bot is for and why it says no more here. `privateChat`: where it can be written to alone, if that is known. */
export const aboutElsewhere = ({ t, settings }: CardContext, privateChat: string | undefined): NoteProps => ({
  heading: t('elsewhere.heading'),
  lines: [
    t('elsewhere.about', { municipality: settings.municipality.name }),
    t('elsewhere.why'),
    t('elsewhere.example'),
  ],
  links: linksTo(t, privateChat),
});

/**
 * How an idea is doing, as every employee may read it: named persons are told of by their role. Its title stays out too: such an answer is nobody's own, and cannot be taken back when the idea is hidden.
 */
export function ideaElsewhere(context: CardContext, idea: Idea, privateChat: string | undefined): NoteProps {
  const reading = readingOf(context, { idea, reader: { ref: '', roles: new Set(['reader']) }, names: new Map() });
  const stage = [stageOf(context, idea), shortPlaceName(context, { department: idea.department })].join(' · ');
  return {
    heading: context.t('idea.id', { id: idea.id }),
    lines: [stage, ...(idea.waiting ? [turnWords(reading)] : [])],
    links: linksTo(context.t, privateChat),
  };
}

/** The same of a challenge: whose it is and where it stands, and nothing of one that is not open to all. */
export function challengeElsewhere(
  context: CardContext,
  challenge: Challenge,
  privateChat: string | undefined,
): NoteProps | undefined {
  if (!mayReadChallenge(challenge, new Set())) return undefined;
  return {
    heading: context.t('challenge.id', { id: challenge.id }),
    lines: [stageText(context, challenge), whoseName(context, challenge)],
    links: linksTo(context.t, privateChat),
  };
}

const linksTo = (t: CardContext['t'], url: string | undefined): { title: string; url: string }[] =>
  url ? [{ title: t('button.privateChat'), url }] : [];
