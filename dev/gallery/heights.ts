import type { Language } from '../../src/domain/languages';
import type { CardStage } from './card-stage';
import { drawCards } from './drawn-cards';
import { type MeasuredSample, mostHigh } from './height-limits';

export interface Height {
  name: string;
  language: Language;
  /** In pixels, on the narrowest phone. */
  height: number;
  /** How high it may be, where that is limited. */
  most?: number | undefined;
}

/** How high each card is on the narrowest phone, drawn with one sample. */
export async function heightsOf(
  stage: CardStage,
  language: Language,
  sample: MeasuredSample = 'typical',
): Promise<Height[]> {
  const heights: Height[] = [];
  for (const { name, card, mostHigh: most } of drawCards({ language, sample })) {
    await stage.show(card, { language, theme: 'light', width: 360 });
    heights.push({ name, language, height: await stage.height(), most });
  }
  return heights;
}

/** The cards that are higher than they may be, a sentence each; also a limit for a card that there is none of. */
export const tooHigh = (heights: readonly Height[], sample: MeasuredSample = 'typical'): string[] => [
  ...heights.flatMap(({ name, language, height, most }) =>
    most !== undefined && height > most
      ? [`${name} ${language} ${sample} is ${height} px high, and ${most} are the most`]
      : [],
  ),
  ...Object.keys(mostHigh[sample])
    .filter((name) => !heights.some((one) => one.name === name))
    .map((name) => `there is no card ${name}`),
];
