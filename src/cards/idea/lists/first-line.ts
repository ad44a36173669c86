import type { Idea } from '../../../domain/idea/idea.js';
import { shortened } from '../../shortened.js';

/** With a name before it, two or three lines of a row on a phone. */
const LONGEST = 70;

/** The beginning of an idea's problem as a row shows it below the title: what of it the title does not say. */
export function firstLine({ words: { title, problem } }: Pick<Idea, 'words'>): string {
  const text = spaced(problem);
  // A title that was made of typed text is its beginning.
  const said = spaced(title).replace(/…$/, '').trimEnd();
  const rest = text.startsWith(said) ? text.slice(said.length).replace(/^[\s.!?…,:;]+/, '') : text;
  return shortened(rest, LONGEST);
}

/** With one space for all white space. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
