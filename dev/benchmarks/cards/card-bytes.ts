import type { CardContext, Drawn } from '../../../src/cards/card-context';
import { languageCodes } from '../../../src/domain/languages';
import { contextFor } from '../../../testing/samples/card-context';
import { type SampleName, sampleNames } from '../../gallery/card-row';
import { cardRows } from '../../gallery/samples';
import { counted, type Figure } from '../figure';

/** Every card of the gallery in this sample, in each language: its name and how it is drawn. */
export const drawings = (
  sample: SampleName,
): { name: string; draw: (context: CardContext) => Drawn; context: CardContext }[] =>
  Object.entries(cardRows).flatMap(([name, { samples }]) =>
    languageCodes.map((language) => ({
      name: `${name}, ${language}`,
      draw: samples[sample],
      context: contextFor(language),
    })),
  );

/** Bytes of the largest card as it goes to Teams, for each of the gallery's samples. */
export async function countCardBytes(): Promise<Record<SampleName, Figure>> {
  const figures = sampleNames.map((sample) => {
    const sizes = drawings(sample).map(({ name, draw, context }) => {
      const { card, summary } = draw(context);
      return { name, bytes: Buffer.byteLength(JSON.stringify({ card, summary })) };
    });
    const largest = sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    return [sample, counted(largest.bytes, largest.name)];
  });
  return Object.fromEntries(figures) as Record<SampleName, Figure>;
}
