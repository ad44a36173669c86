/**
 * `npm run cards`: every card of the bot on one page, drawn as Teams draws it, again at every save.
 *   -- --png [folder] [sample]   writes pictures instead, to docs/pictures/gallery or the folder
 *   -- --accept                  takes the cards as they look now for right (test/pictures)
 *   -- --heights                 prints how high every card is on a phone, and which are higher than they may be
 *   -- --lix                     prints how easy the Swedish texts are to read
 */

import { texts } from '../../src/text/index';
import { readability, tooHard } from '../audits/accessibility/lix';
import { acceptPictures } from './accepted-pictures';
import { sampleNames } from './card-row';
import { type CardStage, openCardStage } from './card-stage';
import { measuredSamples } from './height-limits';
import { heightsOf, tooHigh } from './heights';
import { PICTURES, takePictures } from './pictures';
import { startGallery } from './server';

const PORT = 56160;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  '--png': async ([folder = PICTURES, name]) => {
    const sample = sampleNames.find((one) => one === name);
    const count = await onStage((stage) => takePictures(stage, folder, sample));
    console.log(`${count} pictures in ${folder}`);
  },
  '--accept': async () => {
    const count = await onStage(acceptPictures);
    console.log(`${count} cards look right as they are now.`);
  },
  '--heights': async () => {
    await onStage(async (stage) => {
      for (const sample of measuredSamples) {
        const heights = await heightsOf(stage, 'sv', sample);
        for (const { name, height, most } of heights.toSorted((one, other) => other.height - one.height))
          console.log(String(height).padStart(5), `px`, sample, name, most === undefined ? '' : `(at most ${most})`);
        for (const fault of tooHigh(heights, sample)) console.log(fault);
      }
    });
  },
  '--lix': async () => {
    const all = readability(texts.sv);
    for (const { key, text, words, lix } of all)
      console.log(lix.toFixed(0).padStart(3), `${words} words`.padStart(9), key, text);
    console.log(`${tooHard(all).length} main texts are too hard.`);
  },
};

async function onStage<T>(act: (stage: CardStage) => Promise<T>): Promise<T> {
  const stage = await openCardStage();
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
}

async function show(): Promise<void> {
  const gallery = await startGallery(PORT);
  console.log(`${gallery.address}  every card, drawn again at every save. Ctrl-C stops.`);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => gallery.close());
}

const [, , command = '', ...args] = process.argv;
const act = command === '' ? show : commands[command];
if (!act) {
  console.error(`There is no ${command}. There are: ${Object.keys(commands).join(', ')}, or nothing for the page.`);
  process.exitCode = 1;
} else {
  act(args).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
