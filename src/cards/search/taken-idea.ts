import { lessonOf } from '../../app/search/document.js';
import type { Idea } from '../../domain/idea/idea.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { stageLine, stageOf } from '../idea/parts/stage-line.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import type { Button } from '../verbs.js';
import { askByPost } from './whom-to-ask.js';

/** So much of each text stands in a chat between other people's words; the rest is behind the link. */
const LONGEST_TEXT = 500;
/** As Teams shows it in its list. */
const LONGEST_IN_LIST = 100;

/**
 * An idea as everybody in the municipality may read it: it names nobody, and no press goes back to the bot, which need not be
 * where the card stands. `link`: where the reader's own chat with the bot opens it. `buttons`: in a dialog, whose presses reach the bot from anywhere.
 */
export function takenIdea(
  context: CardContext,
  idea: Idea,
  link: string | undefined,
  buttons: readonly Button[] = [],
): Drawn {
  const { t } = context;
  const reading = forEverybody(context, idea);
  const title = titleFor(reading);
  const place = shortPlaceName(context, { department: idea.department });
  const problem = reading.seesWords ? reading.idea.words.problem : undefined;
  const lesson = reading.seesWords ? lessonOf(reading.idea) : undefined;
  const ask = askByPost(context, idea);
  const card = context.draw('taken-idea', {
    stageLine: stageLine(context, idea.id, idea.stage, stageOf(context, idea)),
    title,
    place,
    parts: [...part(problem), ...part(lesson, t('idea.learned'))],
    ask: ask ? [{ text: ask }] : [],
    buttonRows: buttonRows(buttons),
    links: link ? [{ title: t('button.openInIdelotsen'), url: link }] : [],
  });
  return { card, summary: title };
}

/** The same in Teams' own list: plain texts, without a sign that a client could take for a tag. */
export function takenIdeaInList(context: CardContext, idea: Idea): { title: string; text: string } {
  const place = shortPlaceName(context, { department: idea.department });
  const title = titleFor(forEverybody(context, idea));
  return { title: plainText(title), text: plainText([stageOf(context, idea), place].join(' · ')) };
}

const forEverybody = (context: CardContext, idea: Idea): Reading =>
  readingOf(context, { idea, reader: { ref: '', roles: new Set(['reader']) }, names: new Map() });

const part = (text: string | undefined, heading?: string) =>
  text ? [{ heading: heading ? [{ text: heading }] : [], lines: [{ text: shortened(text, LONGEST_TEXT) }] }] : [];

/** Clients differ in what they read as a tag in a list's texts, and none of them reads these signs so. */
const plainText = (text: string): string => shortened(text, LONGEST_IN_LIST).replaceAll('<', '‹').replaceAll('>', '›');
