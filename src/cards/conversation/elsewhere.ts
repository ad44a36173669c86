import type { Idea } from '../../domain/idea/idea.js';
import { turnWords } from '../idea/parts/turn-band.js';
import { readingOf } from '../idea/reading.js';
import type { Kit } from '../kit.js';
import type { NoteProps } from '../note.js';
import { shortPlaceName } from '../places.js';

// What everybody in a group chat or a channel may see: nothing of a person, and no button of the bot's own.

/** What the bot is for and why it says no more here. `privateChat`: where it can be written to alone, if that is known. */
export const aboutElsewhere = ({ say, settings }: Kit, privateChat: string | undefined): NoteProps => ({
  heading: say('elsewhere.heading'),
  lines: [
    say('elsewhere.about', { municipality: settings.municipality.name }),
    say('elsewhere.why'),
    say('elsewhere.example'),
  ],
  links: linksTo(say, privateChat),
});

/**
 * How an idea is doing, as every employee may read it: named persons are told of by their role. Its title stays out too: such an answer is nobody's own, and cannot be taken back when the idea is hidden.
 */
export function ideaElsewhere(kit: Kit, idea: Idea, privateChat: string | undefined): NoteProps {
  const reading = readingOf(kit, { idea, reader: { ref: '', roles: new Set(['reader']) }, names: new Map() });
  const stage = [kit.say(`stage.${idea.stage}`), shortPlaceName(kit, { department: idea.department })].join(' · ');
  return {
    heading: kit.say('idea.id', { id: idea.id }),
    lines: [stage, ...(idea.waiting ? [turnWords(reading)] : [])],
    links: linksTo(kit.say, privateChat),
  };
}

const linksTo = (say: Kit['say'], url: string | undefined): { title: string; url: string }[] =>
  url ? [{ title: say('button.privateChat'), url }] : [];
