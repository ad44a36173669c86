import type { Button } from '../verbs.js';
import type { DayNews } from './day.js';

/** News of no idea: a title, a sentence, and what opens with the row, called by all that it says. */
export function ownNews(title: string, text: string, open: (row: string) => Button): DayNews {
  return { part: 'news', row: { title, lines: [{ text }], tag: [], press: open(`${title}. ${text}`) } };
}
