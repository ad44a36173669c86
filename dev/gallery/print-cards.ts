/**
 * Prints the wanted cards as JSON: `tsx dev/gallery/print-cards.ts [language] [sample]`. The gallery runs it anew for
 * every change, so that no module, text or template of before is kept.
 */
import { languageCodes } from '../../src/domain/languages';
import { sampleNames } from './card-row';
import { drawCards } from './drawn-cards';

const [, , language, sample] = process.argv;

process.stdout.write(
  JSON.stringify(
    drawCards({
      language: languageCodes.find((one) => one === language),
      sample: sampleNames.find((one) => one === sample),
    }),
  ),
);
