import type { FigureTold } from '../figures.js';
import type { Measure } from '../measures.js';
import type { FigureTally } from '../tally.js';

/** Whole SEK of tests. `share`: how much of what was granted has been used, from 0 to 1; absent where it is told as "a of b". */
export interface MoneySums {
  asked: number;
  granted: number;
  used: number;
  share?: number;
}

/** What was asked for, granted and used in some months; `few`: it rests on so few people that it is not said. Undefined where it is nothing. */
export function moneyIn(
  tally: (measure: Measure) => FigureTally,
  told: (measure: Measure) => FigureTold,
): MoneySums | 'few' | undefined {
  const parts = ['moneyAsked', 'moneyGranted', 'moneyUsed', 'moneyDecided'] as const;
  if (parts.some((part) => told(part).few)) return 'few';
  const [asked, granted, used] = (['moneyAsked', 'moneyGranted', 'moneyUsed'] as const).map((part) => tally(part).sum);
  if (!asked && !granted && !used) return undefined;
  return { asked: asked ?? 0, granted: granted ?? 0, used: used ?? 0 };
}
