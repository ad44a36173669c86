import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SampleName } from './card-row';
import { type CardStage, type Look, widths } from './card-stage';
import { type DrawnCard, drawCards } from './drawn-cards';
import { themes } from './host-config';

/** Where `npm run cards -- --png` puts its pictures unless another folder is given. */
export const PICTURES = join(__dirname, '..', '..', 'docs', 'pictures', 'gallery');

/**
 * Writes a picture of every card in every language, theme and width: `{folder}/sv-light-360/welcome.png`. Returns how
 * many. Samples other than the typical one have their name in the folder's.
 */
export async function takePictures(stage: CardStage, folder: string, sample: SampleName = 'typical'): Promise<number> {
  let count = 0;
  for (const drawn of drawCards({ sample })) {
    for (const look of looksFor(drawn)) {
      const place = join(folder, folderOf(look, sample));
      await mkdir(place, { recursive: true });
      await stage.show(drawn.card, look);
      await writeFile(join(place, `${drawn.name}.png`), await stage.picture());
      count += 1;
    }
  }
  return count;
}

const looksFor = ({ language }: DrawnCard): Look[] =>
  themes.flatMap((theme) => widths.map((width) => ({ language, theme, width })));

const folderOf = ({ language, theme, width }: Look, sample: SampleName): string =>
  [language, theme, width, ...(sample === 'typical' ? [] : [sample])].join('-');
