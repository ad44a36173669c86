import type { Day } from '../../time.js';
import type { EarlierNo, EarlierNos, Idea, Money } from '../idea.js';
import type { Words } from '../words.js';
import { hoursIn, type Resources, takenBy } from './resources.js';

/** The idea with what was answered to it, so that the next one who is asked reads it. `money`: what it was about, where that was money or hours. */
export function withNo(
  idea: Idea,
  what: keyof EarlierNos,
  { day, seq, words }: { day: Day; seq: number; words: Words },
  money?: Money,
): Idea {
  const { asked, askedHours = 0 } = money ?? {};
  const about = asked === undefined ? {} : { asked, ...hoursIn('askedHours', askedHours) };
  const no: EarlierNo = { on: day, seq, reason: words.reason ?? '', ...about };
  return { ...idea, earlierNo: { ...idea.earlierNo, [what]: no } };
}

/** Whether money or hours were declined and the plan still asks for as much: then that is what to change. */
export const asksForTheSame = (idea: Pick<Idea, 'stage' | 'waiting' | 'earlierNo' | 'answers' | 'money'>): boolean => {
  const no = declinedOf(idea);
  const { amount, hours } = takenBy(idea);
  return (
    idea.stage === 'planning' &&
    idea.waiting?.for !== 'funder' &&
    no !== undefined &&
    amount >= no.amount &&
    hours >= no.hours
  );
};

/** What the newest no to money or hours was about; undefined where there was none, or an earlier version has not kept it. */
export const declinedOf = ({ earlierNo }: Pick<Idea, 'earlierNo'>): Resources | undefined => {
  const { asked, askedHours = 0 } = earlierNo?.money ?? {};
  return asked === undefined ? undefined : { amount: asked, hours: askedHours };
};
