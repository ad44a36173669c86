import type { Day } from '../../time.js';
import type { EarlierNo, EarlierNos, Idea } from '../idea.js';
import { costOf } from '../needs.js';
import type { Words } from '../words.js';

/** The idea with what was answered to it, so that the next one who is asked reads it. `asked`: the money that it was about. */
export function withNo(
  idea: Idea,
  what: keyof EarlierNos,
  { day, seq, words }: { day: Day; seq: number; words: Words },
  asked?: number,
): Idea {
  const no: EarlierNo = { on: day, seq, reason: words.reason ?? '', ...(asked !== undefined && { asked }) };
  return { ...idea, earlierNo: { ...idea.earlierNo, [what]: no } };
}

/** Whether money was declined and the plan still asks for as much: then its cost is what to change. */
export const asksForTheSame = (idea: Pick<Idea, 'stage' | 'waiting' | 'earlierNo' | 'answers' | 'money'>): boolean =>
  idea.stage === 'planning' &&
  idea.waiting?.for !== 'funder' &&
  idea.earlierNo?.money?.asked !== undefined &&
  (costOf(idea) ?? 0) >= idea.earlierNo.money.asked;
