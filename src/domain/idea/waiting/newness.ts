import type { Idea } from '../idea.js';

/** Whether it waits for its deciders' first decision: just sent in, passed on, or opened again. */
export const waitsForFirstDecision = ({ waiting, stage }: Pick<Idea, 'waiting' | 'stage'>): boolean =>
  waiting?.for === 'deciders' && stage === 'submitted';

/**
 * Whether an idea is new to whoever it waits for: nobody has decided on it yet, or it has come back to them with an answer
 * or opened again. Work that somebody has said yes to is not new to them.
 */
export function isNew(idea: Pick<Idea, 'waiting' | 'stage' | 'news' | 'driver' | 'doer' | 'owner'>): boolean {
  const { waiting, news } = idea;
  if (!waiting) return false;
  if (news !== undefined) return true;
  switch (waiting.for) {
    case 'deciders':
      return waitsForFirstDecision(idea);
    case 'submitter':
    case 'funder':
      return true;
    default:
      return idea[waiting.for]?.accepted === false;
  }
}
