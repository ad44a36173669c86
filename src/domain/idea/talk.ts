import type { EventOf } from './events.js';
import type { Idea } from './idea.js';

/** So many who have commented are known to answer by typing: more than talk about one idea at a time. */
const MOST_TALKERS = 5;

/** The newest comment, and what it answers. */
export function commented(idea: Idea, { by, words, seq }: EventOf<'commented'>): Idea {
  const { talk } = idea;
  const others = [...new Set([...(talk?.with ?? []), ...(talk ? [talk.by] : [])])].filter((one) => one !== by);
  const rest = { ...(others.length > 0 && { with: others.slice(-MOST_TALKERS) }) };
  const next = { ...idea, talk: { by, text: words.comment ?? '', seq, ...rest } };
  return answering(next, seq, 'comment', talk?.by === by ? undefined : talk);
}

/** What an answer answers stands beside it; a comment on nothing answers nothing. */
export function answering(
  { replied: _, ...idea }: Idea,
  seq: number,
  as: 'question' | 'comment',
  to: { by: string; text: string; seq?: number } | undefined,
): Idea {
  if (!to) return idea;
  const { by, text } = to;
  return { ...idea, replied: { seq, to: { as, by, text, ...(to.seq !== undefined && { seq: to.seq }) } } };
}
