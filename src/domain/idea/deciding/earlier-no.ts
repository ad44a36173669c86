import type { EventOf } from '../events.js';
import type { EarlierNo, Idea } from '../idea.js';
import { costOf } from '../needs.js';

/** The idea with what was answered to it, so that the next one who is asked reads it. */
export function withNo(idea: Idea, event: EventOf<'moneyDeclined' | 'sentBack'>): Idea {
  const { day, seq, words } = event;
  const asked = event.type === 'moneyDeclined' ? idea.money?.asked : undefined;
  const what = event.type === 'moneyDeclined' ? 'money' : idea.stage === 'piloting' ? 'result' : 'plan';
  const no: EarlierNo = { on: day, seq, reason: words.reason ?? '', ...(asked !== undefined && { asked }) };
  return { ...idea, earlierNo: { ...idea.earlierNo, [what]: no } };
}

/** Whether money was declined and the plan still asks for as much: then its cost is what to change. */
export const asksForTheSame = (idea: Pick<Idea, 'stage' | 'waiting' | 'earlierNo' | 'answers' | 'money'>): boolean =>
  idea.stage === 'planning' &&
  idea.waiting?.for !== 'funder' &&
  idea.earlierNo?.money?.asked !== undefined &&
  (costOf(idea) ?? 0) >= idea.earlierNo.money.asked;
