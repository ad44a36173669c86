import type { Idea } from '../domain/idea.js';
import type { PersonRef } from '../domain/person.js';
import type { Kit } from './kit.js';
import { type Reader, readingOf, titleFor } from './reading.js';
import { stageBadge } from './stage-badge.js';
import { turnWords, waitsUntil } from './turn-band.js';
import { button } from './verbs.js';

/**
 * One idea as a row of a list: id, title, stage, whom it waits for and until when; the whole row opens it. In a
 * template `{ "$part": "idea-row" }` draws the list `rows` of these. Without a name a row says "Väntar på en kollega".
 */
export function ideaRow(kit: Kit, idea: Idea, reader: Reader, names: ReadonlyMap<PersonRef, string> = new Map()) {
  const reading = readingOf(kit, idea, reader, names);
  const title = titleFor(reading);
  const waits = [idea.waiting && turnWords(reading), waitsUntil(reading)].filter(Boolean).join(' · ');
  return {
    id: kit.say('idea.id', { id: idea.id }),
    title,
    badge: stageBadge(kit, idea.stage),
    waits: waits ? [{ text: waits, weight: reading.theirTurn ? 'Bolder' : 'Default' }] : [],
    open: button(kit.say('idea.open', { title }), 'open', { idea: idea.id }, { inputs: 'none' }),
  };
}
