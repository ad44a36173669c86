import type { CardContext } from '../../card-context.js';

/** What has just been done with several ideas at once; `refused` counts those that had changed meanwhile. */
export interface SeveralDone {
  do: 'close' | 'passOn' | 'doNow' | 'hinder';
  done: number;
  refused: number;
}

/** "3 idéer är avslutade. En hade redan ändrats och är kvar." */
export const severalDone = ({ t }: CardContext, outcome: SeveralDone): string =>
  t(`queue.several.${outcome.do}`, { ...outcome }).trim();
