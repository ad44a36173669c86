import { newestEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { CardContext } from '../../card-context.js';
import type { Weight } from '../../layouts/parts.js';
import { button } from '../../verbs.js';
import { stageOf } from '../parts/stage-line.js';
import { turnWords, waitsUntil } from '../parts/turn-band.js';
import { type Reader, type Reading, readingOf, titleFor } from '../reading.js';

/** The last line of a row, bold where it asks something of the reader. */
export interface RowLine {
  text: string;
  bold: boolean;
}

/**
 * One idea as a row of a list: id, title, stage and a line, which says whom it waits for and until when unless `line` is
 * given, what it is `about`, and what is `also` so; the whole row opens it. In a template `{ "$part": "idea-row" }` draws the list `rows` of these.
 */
export function ideaRow(context: CardContext, idea: Idea, reader: Reader, line?: RowLine, about = '', also = '') {
  const reading = readingOf(context, { idea, reader, names: noNames });
  const id = context.t('idea.id', { id: idea.id });
  const title = titleFor(reading);
  const stage = stageOf(context, idea);
  const { text, bold } = line ?? waitingLine(reading);
  const weight: Weight = bold ? 'Bolder' : 'Default';
  // The row's name is all that a screen reader says of it, so it holds everything that the row shows.
  const row = [id, title, about, text, also, stage].filter(Boolean).join(', ');
  return {
    id,
    title,
    stage,
    about: about ? [{ text: about }] : [],
    waits: [
      ...(text ? [{ text, weight, subtle: !bold }] : []),
      ...(also ? [{ text: also, weight: 'Default' as const, subtle: true }] : []),
    ],
    open: button(context.t('idea.open', { row }), 'open', { idea: idea.id }, { inputs: 'none' }),
  };
}

/** One idea in what somebody has missed. */
export const ideaNews = (context: CardContext, idea: Idea, reader: PersonRef) => {
  const isOwn = idea.submitter === reader;
  const row = ideaRow(context, idea, { ref: reader, roles: new Set(isOwn ? (['submitter'] as const) : []) });
  return { name: newestEvent(idea), row, isOwn };
};

/** A row names nobody: "Väntar på en kollega". */
const noNames: ReadonlyMap<PersonRef, string> = new Map();

const waitingLine = (reading: Reading): RowLine => ({
  text: [reading.idea.waiting && turnWords(reading), waitsUntil(reading)].filter(Boolean).join(' · '),
  bold: reading.theirTurn,
});
