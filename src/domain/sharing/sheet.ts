import type { Idea } from '../idea/idea.js';
import { isOpenToEverybody } from '../idea/reading/visibility.js';
import type { Posts } from '../person/posts.js';
import type { SharedEntry } from './feed.js';

/** So much of each text leaves: all of it can be read on the one card by which it is decided. */
export const LONGEST_SHARED = 900;
/** So many days a question to the innovation office waits; then it has ended. */
export const SHARING_ANSWER_DAYS = 30;

/** What leaves of an idea, and nothing else: no persons, and no other words. */
export type SharingSheet = Pick<
  SharedEntry,
  'kind' | 'title' | 'need' | 'core' | 'ownWay' | 'first' | 'goal' | 'result' | 'money' | 'lesson'
>;
/** The texts of it, in the order in which they are read. */
export const sheetTexts = ['need', 'core', 'ownWay', 'first', 'goal', 'result', 'lesson'] as const;

/** What is used, or has ended with something learned, in words that everybody here may read; never where a name is kept. */
export const canBeShared = (idea: Idea): boolean =>
  (idea.stage === 'inUse' || (idea.stage === 'closed' && lessonOf(idea) !== undefined)) &&
  isOpenToEverybody(idea) &&
  !idea.confidential &&
  idea.words.problem.trim() !== '';

const lessonOf = ({ answers, ending }: Idea): string | undefined => answers.learned ?? ending?.lesson;

/** What leaves of it. */
export function sheetOf(idea: Idea): SharingSheet {
  const { words, answers, ending, core, money } = idea;
  const goal = [answers.measure, [answers.today, answers.target].filter(Boolean).join(' → ')]
    .filter(Boolean)
    .join(': ');
  const texts = {
    ...{ core: core?.same, ownWay: core?.own, first: core?.first, goal },
    ...{ result: answers.outcome ?? ending?.done ?? ending?.tried, lesson: lessonOf(idea) },
  };
  const value = wholeOf(answers.used) ?? money?.granted;
  const hours = wholeOf(answers.usedHours) ?? money?.grantedHours;
  return {
    kind: idea.stage === 'inUse' ? 'solution' : 'lesson',
    title: words.title,
    need: cut(words.problem),
    ...Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [[name, cut(text)]] : []))),
    ...(value !== undefined && { money: { value, currency: 'SEK', ...(hours !== undefined && { hours }) } }),
  };
}

const wholeOf = (answer: string | undefined): number | undefined =>
  answer !== undefined && /^\d{1,12}$/.test(answer) ? Number(answer) : undefined;

const cut = (text: string): string =>
  text.length <= LONGEST_SHARED ? text : `${text.slice(0, LONGEST_SHARED - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** What is left of what was shared, where the idea has lost some of it since: what nobody here reads any more, nobody reads elsewhere. */
export function withoutLost(shared: SharingSheet, now: SharingSheet): SharingSheet {
  const lost = sheetTexts.filter((name) => name !== 'need' && shared[name] !== undefined && now[name] === undefined);
  return Object.fromEntries(
    Object.entries(shared).filter(([name]) => !lost.some((one) => one === name)),
  ) as SharingSheet;
}

/** Who asks whether it may be shared, and takes it back: those who lead or stand in where it belongs, and the innovation office. */
export const mayAskToShare = (
  { leads, deputises, office }: Pick<Posts, 'leads' | 'deputises' | 'office'>,
  department: string,
): boolean => office || [...leads, ...deputises].includes(department);
