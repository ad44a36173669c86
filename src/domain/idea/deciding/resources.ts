import type { Idea, Money } from '../idea.js';

/** What a test takes, is given or has used: money, in whole SEK, and whole hours of people's work. */
export interface Resources {
  amount: number;
  hours: number;
}

/** What the test is said to cost, in whole SEK; undefined while nobody has said. */
export const costOf = ({ answers }: Pick<Idea, 'answers'>): number | undefined =>
  answers.cost === undefined ? undefined : Number(answers.cost);

/** What a plan says that its test takes. */
export const takenBy = (idea: Pick<Idea, 'answers'>): Resources => ({
  amount: costOf(idea) ?? 0,
  hours: Number(idea.answers.hours ?? 0),
});

export const isNothing = ({ amount, hours }: Resources): boolean => amount === 0 && hours === 0;

/** Whether a test needs neither money nor anybody's hours: nobody decides on those. */
export const isFree = (idea: Pick<Idea, 'answers'>): boolean => isNothing(takenBy(idea));

/** What was asked for. */
export const askedIn = ({ asked, askedHours = 0 }: Money): Resources => ({ amount: asked, hours: askedHours });

/** What was given of it; undefined while nothing is decided. */
export const grantedIn = ({ granted, grantedHours = 0 }: Money): Resources | undefined =>
  granted === undefined ? undefined : { amount: granted, hours: grantedHours };

/** Whether a test of this is a small one, where all below `limit` SEK are; one that takes nothing asks for nothing at all. */
export const isSmallTest = (taken: Resources, limit: number): boolean => !isNothing(taken) && taken.amount < limit;

/** Hours as an event or a record keeps them: none are left out. */
export const hoursIn = <K extends string>(name: K, hours: number): { readonly [N in K]?: number } =>
  (hours > 0 ? { [name]: hours } : {}) as { readonly [N in K]?: number };
