import type { Language } from '../../src/domain/languages';
import type { CardStage } from './card-stage';
import { drawCards } from './drawn-cards';
import { mostHigh } from './height-limits';

export interface Height {
  name: string;
  language: Language;
  /** In pixels, on the narrowest phone. */
  height: number;
  /** How high it may be, where that is limited. */
  most?: number | undefined;
}

/** How high each card's typical sample is on the narrowest phone. */
export async function heightsOf(stage: CardStage, language: Language): Promise<Height[]> {
  const heights: Height[] = [];
  for (const { name, card } of drawCards({ language, sample: 'typical' })) {
    await stage.show(card, { language, theme: 'light', width: 360 });
    heights.push({ name, language, height: await stage.height(), most: mostHigh[name] });
  }
  return heights;
}

/** The cards that are higher than they may be, a sentence each; also a limit for a card that there is none of. */
export const tooHigh = (heights: readonly Height[]): string[] => [
  ...heights.flatMap(({ name, language, height, most }) =>
    most !== undefined && height > most ? [`${name} ${language} is ${height} px high, and ${most} are one screen`] : [],
  ),
  ...Object.keys(mostHigh)
    .filter((name) => !heights.some((one) => one.name === name))
    .map((name) => `there is no card ${name}`),
];
