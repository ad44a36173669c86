/** What a saved part can lead to: the form of the next one, or what all of them are for. */
export const onwards = ['next', 'plan', 'submitPlan', 'submitResult'] as const;
export type Onward = (typeof onwards)[number];
