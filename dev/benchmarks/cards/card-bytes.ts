import type { Drawn, Kit } from '../../../src/cards/kit';
import { languageCodes } from '../../../src/domain/languages';
import { kitFor } from '../../../testing/samples/kit';
import { type SampleName, sampleNames } from '../../gallery/card-row';
import { cardRows } from '../../gallery/samples';
import { counted, type Figure } from '../figure';

/** Every card of the gallery in this sample, in each language: its name and how it is drawn. */
export const drawings = (sample: SampleName): { name: string; draw: (kit: Kit) => Drawn; kit: Kit }[] =>
  Object.entries(cardRows).flatMap(([name, { samples }]) =>
    languageCodes.map((language) => ({ name: `${name}, ${language}`, draw: samples[sample], kit: kitFor(language) })),
  );

/** Bytes of the largest card as it goes to Teams, for each of the gallery's samples. */
export async function countCardBytes(): Promise<Record<SampleName, Figure>> {
  const figures = sampleNames.map((sample) => {
    const sizes = drawings(sample).map(({ name, draw, kit }) => {
      const { card, summary } = draw(kit);
      return { name, bytes: Buffer.byteLength(JSON.stringify({ card, summary })) };
    });
    const largest = sizes.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    return [sample, counted(largest.bytes, largest.name)];
  });
  return Object.fromEntries(figures) as Record<SampleName, Figure>;
}
