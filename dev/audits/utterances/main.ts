/**
 * `npm run utterances`: how well the bot tells what people mean, by kind and in total, without a service.
 *   -- --misread   lists what was taken for something else, of those that the patterns may be changed for
 */

import { heldOut } from './held-out';
import { later } from './later';
import { measure, precision, type ReadingFigure, recall, together } from './measured';
import { tuned } from './tuned';
import type { Utterances } from './utterances';

const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(6);
const line = (figure: ReadingFigure) =>
  `${figure.kind.padEnd(18)}${String(figure.of).padStart(4)}${percent(recall(figure))}${percent(precision(figure))}`;

/** Everything that is neither an idea nor several: it must never be offered as one. */
const isNoIdea = (kind: string): boolean => kind !== 'statement' && kind !== 'several';

function print(heading: string, utterances: Utterances): void {
  const { figures, total } = measure(utterances);
  console.log(`\n${heading}\n${'kind'.padEnd(18)}${'of'.padStart(4)}${'recall'.padStart(6)}  prec.`);
  for (const figure of figures) console.log(line(figure));
  console.log(line(total));
  console.log(line(together(utterances, 'no idea', isNoIdea)));
  console.log(line(together(utterances, 'a door', (kind) => kind.startsWith('door.'))));
}

print('Those that the patterns were made with', tuned);
print('Those that were held out', heldOut);
print('Those that were written afterwards', later);
if (process.argv.includes('--misread')) {
  for (const { text, is, taken } of measure(tuned).misread) console.log(`${is} was taken for ${taken}: ${text}`);
}
