import { type Day, daysBetween, hasCome } from '../../time.js';
import type { Idea } from '../idea.js';

/** When a test is to end, as those who approved its plan knew it: unless what is measured has reached the figure on that day. */
export interface AgreedStop {
  measure: string;
  figure: string;
  on: Day;
}

/** What was agreed of when to stop; undefined where a part of it is missing, for then nobody could say whether it has come. */
export function agreedStop({ answers }: Pick<Idea, 'answers'>): AgreedStop | undefined {
  const { stopMeasure, stopFigure, stopOn } = answers;
  return stopMeasure && stopFigure && stopOn ? { measure: stopMeasure, figure: stopFigure, on: stopOn } : undefined;
}

/** Whether what was agreed is looked at: from half of the test on, or from the day on which it was to have come so far. */
export function isTimeToStop(idea: Pick<Idea, 'answers' | 'test'>, today: Day): boolean {
  const stop = agreedStop(idea);
  if (!stop || !idea.test) return false;
  const { start, end } = idea.test;
  return hasCome(stop.on, today) || (today > start && daysBetween(start, today) * 2 >= daysBetween(start, end));
}
