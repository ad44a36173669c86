/** Each line costs a card about a hundred bytes, and nobody reads more. */
const MOST_LINES = 25;

/** One line of somebody's words. */
export type Line = {
  text: string;
};
/** A fact's label, and its values as they were written, one a line. */
export type Fact = { label: string; values: Line[] };
/** A link as templates take it. */
export type LinkButton = { title: string; url: string; style: 'default' | 'positive' };
/** Somebody's words with what they are about above; for parts/section.json and parts/quote.json. */
export type Section = {
  /** One or none. */
  heading: Line[];
  lines: Line[];
};

/** A text as a list of its lines, for a TextRun shows a line break as a space. Those beyond the most that a card holds are joined into one. */
export function paragraphs(text: string): Line[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, MOST_LINES - 1);
  const rest = lines.slice(MOST_LINES - 1).join(' ');
  return [...shown, ...(rest ? [rest] : [])].map((line) => ({ text: line }));
}

/** One section, or none where nothing is written. */
export const section = (heading: string, text: string | undefined): Section[] =>
  text ? [{ heading: heading ? [{ text: heading }] : [], lines: paragraphs(text) }] : [];
