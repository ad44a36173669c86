import type { Idea, Who } from '../../idea.js';

/** What an answer answers stands beside it; a comment on nothing answers nothing. */
export function answering(
  { replied: _, ...idea }: Idea,
  seq: number,
  as: 'question' | 'comment',
  to: { by: Who; text: string; seq?: number } | undefined,
): Idea {
  if (!to) return idea;
  const { by, text } = to;
  return { ...idea, replied: { seq, to: { as, by, text, ...(to.seq !== undefined && { seq: to.seq }) } } };
}
