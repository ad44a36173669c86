import { type Stage, stages } from '../../domain/idea/stages.js';

/** What a department may say of an idea that may fit there, the first thing first: each is a panel of the idea's card, and its button has the same name. */
const ofUsed = ['adopt', 'tryFirst'] as const;
/** Nobody takes in what is only tested; whoever has the same problem can be part of the test. */
const ofTested = ['need'] as const;
export const fitPanels = [...ofUsed, ...ofTested] as const;

export const fitPanelsAt = (stage: Stage): readonly (typeof fitPanels)[number][] =>
  stages[stage].spreads ? ofUsed : ofTested;
