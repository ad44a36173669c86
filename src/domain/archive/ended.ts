import type { Idea } from '../idea/idea.js';
import type { Settings } from '../organisation/settings.js';
import { type Day, dayOf, type Instant, laterOf } from '../time.js';

/** How an idea has ended, as rules of retention tell it. */
export const endings = ['withdrawn', 'merged', 'closed', 'tested'] as const;
export type EndedAs = (typeof endings)[number];

/** Undefined of one that goes on, or is in use. */
export function endedAs({ stage, ending, test }: Pick<Idea, 'stage' | 'ending' | 'test'>): EndedAs | undefined {
  if (stage === 'withdrawn') return 'withdrawn';
  if (stage !== 'closed') return undefined;
  if (ending?.into !== undefined) return 'merged';
  return test !== undefined || ending?.tried !== undefined ? 'tested' : 'closed';
}

/** When something happened to it last, or to what a department does with it: from then on its years are counted. */
export const restsSince = ({ changedAt, adoptionEvents = {} }: Idea): Instant =>
  Object.values(adoptionEvents).reduce((last: Instant, { at }) => laterOf(last, at), changedAt);

export type RetentionRules = NonNullable<Settings['retention']['ideas']>;

/** The rules of the organisation file; none where it has none. */
export const retentionRules = ({ retention }: Pick<Settings, 'retention'>): RetentionRules => retention.ideas ?? {};

/** Whether its record is to be archived: it ended before a day in a way that is archived. Without a rule for it, all that has ended is. */
export function isToArchive(idea: Idea, rules: RetentionRules, before: Day, timeZone: string): boolean {
  const how = endedAs(idea);
  return how !== undefined && (rules[how]?.archive ?? true) && dayOf(restsSince(idea), timeZone) < before;
}

/** The same date so many years before. */
export const yearsBefore = (today: Day, years: number): Day => `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

/** What allows an idea to be destroyed. */
export interface DestructionRule {
  endedAs: EndedAs;
  years: number;
  decision: string;
}

/** The rule by which it is to be destroyed on a day, whether it is archived or not; undefined where it is kept. */
export function destroyedBy(
  idea: Idea,
  rules: RetentionRules,
  today: Day,
  timeZone: string,
): DestructionRule | undefined {
  const how = endedAs(idea);
  const { destroyAfterYears: years, decision } = (how && rules[how]) ?? {};
  if (!how || years === undefined || decision === undefined) return undefined;
  // What other departments still do with it, or are asked, is not over.
  if (Object.values(idea.adoptions).some(({ status }) => status !== 'notNow' && status !== 'stopped')) return undefined;
  return dayOf(restsSince(idea), timeZone) < yearsBefore(today, years) ? { endedAs: how, years, decision } : undefined;
}
