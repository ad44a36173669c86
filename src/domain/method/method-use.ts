/** Whether a method helped, as those who used it say. */
export const methodHelps = ['yes', 'some', 'no'] as const;
export type MethodHelp = (typeof methodHelps)[number];

/** How many ideas have used a method in a time, and how many of those who said anything of it say what. Nobody is told apart. */
export interface MethodTally {
  used: number;
  helped: Record<MethodHelp, number>;
}

export const noUse: MethodTally = { used: 0, helped: { yes: 0, some: 0, no: 0 } };

/** So many months are told of together. */
export const MONTHS_TOLD = 12;
/** Of fewer uses nothing is told: they say nothing of the method. */
export const FEWEST_TOLD = 5;

/** What is told of how it went for others; undefined of too few. */
export const toldOf = (tally: MethodTally): MethodTally | undefined => (tally.used < FEWEST_TOLD ? undefined : tally);

export const togetherUsed = (tallies: readonly MethodTally[]): MethodTally =>
  tallies.reduce(
    (sum, { used, helped }) => ({
      used: sum.used + used,
      helped: {
        yes: sum.helped.yes + helped.yes,
        some: sum.helped.some + helped.some,
        no: sum.helped.no + helped.no,
      },
    }),
    noUse,
  );
