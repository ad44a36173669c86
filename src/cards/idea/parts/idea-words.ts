import { wordsAreErased } from '../../../domain/idea/people/leaving.js';
import { pageButtons } from '../../button-rows.js';
import { type Section, section } from '../../paragraphs.js';
import { shortened } from '../../shortened.js';
import { type Button, button } from '../../verbs.js';
import type { OpenPanel } from '../actions/panels.js';
import type { Reading } from '../reading.js';

/** What a submitter writes beside the title, in the order in which it is read. */
export const wordParts = ['problem', 'solution', 'evidence'] as const;
export type WordPart = (typeof wordParts)[number];

/** So much of one text stands beside another one where something is asked. */
export const MOST_BESIDE = 120;
/** And so much where two ideas share the width of a phone. */
export const MOST_IN_COLUMN = 90;

/** The idea in its submitter's words: these parts of it, each up to `most` characters. None where the reader may not read them. */
export const ideaWords = (
  { context: { t }, idea, seesWords }: Reading,
  which: readonly WordPart[] = wordParts,
  most = Number.POSITIVE_INFINITY,
): Section[] =>
  seesWords && !wordsAreErased(idea)
    ? which.flatMap((part) => section(t(`idea.${part}`), shortened(idea.words[part] ?? '', most)))
    : [];

/** Those of them that stand whole in so many characters. */
export const wholeIn = ({ idea }: Reading, which: readonly WordPart[], most: number): WordPart[] =>
  which.filter((part) => (idea.words[part] ?? '').length <= most);

/** Why the words are out of sight, and who still sees them. None where they are in sight. */
export const aboutWords = (reading: Reading): Section[] =>
  section('', wordsAreErased(reading.idea) ? reading.context.t('idea.erased') : hiddenLine(reading));

function hiddenLine({ context: { t }, idea, reader, seesWords }: Reading): string {
  const mine = seesWords && !reader.disclosed;
  if (idea.hidden) return t(mine ? 'idea.hiddenButYours' : 'idea.hidden');
  if (idea.withheld) return t(mine ? 'idea.withheldYours' : 'idea.withheld');
  if (!idea.unread) return '';
  return t(!seesWords ? 'idea.unread' : reader.roles.has('decider') ? 'idea.unreadToDecider' : 'idea.unreadYours');
}

/** One text of the idea whole, and the buttons that turn to the others: a card has no room for all of the longest together. */
export function wholeWords(reading: Reading, page: number): { panel: OpenPanel; pages: Button[] } | undefined {
  const { context } = reading;
  const sections = ideaWords(reading);
  const section = sections[page];
  if (!section) return undefined;
  return {
    panel: { title: context.t('idea.words'), text: [], quotes: [section], fields: [], fault: [] },
    pages: pageButtons(context, { page, more: page + 1 < sections.length }, (title, to) =>
      button(title, 'panel', { idea: reading.idea.id, panel: 'words', page: to }, { inputs: 'none' }),
    ),
  };
}

/** To the texts of an idea whose card had to be cut. One or none. */
export const wholeWordsButton = (reading: Reading): { actions: Button[] }[] =>
  reading.seesWords && ideaWords(reading).length > 0
    ? [
        {
          actions: [
            button(
              reading.context.t('button.words'),
              'panel',
              { idea: reading.idea.id, panel: 'words' },
              { inputs: 'none' },
            ),
          ],
        },
      ]
    : [];
