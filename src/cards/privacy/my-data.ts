import type { MyData } from '../../app/privacy/my-data.js';
import { pageButtons } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { countedByKind } from '../records.js';
import { type Button, button } from '../verbs.js';
import { dataLines } from './data-file.js';

const plain = { inputs: 'none' } as const;
const eraseButton = ({ t }: CardContext): Button => button(t('button.eraseMe'), 'eraseMe', {}, plain);

/**
 * Somebody asked for what is stored about them: it comes as a file, of whom there is more than a turn reads (undefined) when it
 * has been made, and can be read here where no file can be taken.
 */
export function myData(context: CardContext, data: MyData | undefined): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('data.title'),
    lines: data
      ? [
          t('data.found', { records: countedByKind(context, data.parts), messages: data.deliveries.length }),
          ...(data.unread.length > 0 ? [t('data.notAll')] : []),
          t('data.asFile'),
        ]
      : [t('data.comes')],
    buttons: [button(t('button.readHere'), 'readData', { page: 0 }, plain), eraseButton(context)],
  });
}

/** What one card holds, in lines and letters: with their JSON well below what Teams takes. */
const MOST_LINES = 60;
const MOST_LETTERS = 6000;

/** A page of it, or of a part of it, in the chat. A page that there is none of is the last one. */
export function myDataPage(context: CardContext, data: MyData, wanted: number): Drawn {
  const { t } = context;
  const pages = pagesOf(dataLines(context, data).filter((line) => line.trim() !== ''));
  const page = Math.min(wanted, pages.length - 1);
  const { from, next } = data;
  const isLast = page + 1 >= pages.length;
  const isPart = from !== undefined || next !== undefined;
  return note(context, {
    heading: isPart ? t('data.title') : t('data.page', { page: page + 1, pages: pages.length }),
    lines: pages[page] ?? [],
    buttons: [
      ...(isLast && next ? [button(t('button.showMore'), 'readData', { page: 0, from: next }, plain)] : []),
      ...pageButtons(context, { page, more: !isLast }, (title, to) =>
        button(title, 'readData', { page: to, from }, plain),
      ),
      ...(isLast && data.parts.length > 0 ? [button(t('telling.mine.heading'), 'myContribution', {}, plain)] : []),
      eraseButton(context),
    ],
  });
}

function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  let letters = 0;
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && page.length < MOST_LINES && letters + line.length <= MOST_LETTERS) {
      page.push(line);
      letters += line.length;
    } else {
      pages.push([line]);
      letters = line.length;
    }
  }
  return pages;
}
