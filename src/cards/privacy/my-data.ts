import type { MyData } from '../../app/privacy/my-data.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { type Button, button } from '../verbs.js';
import { dataLines } from './data-file.js';

const plain = { inputs: 'none' } as const;
const eraseButton = ({ t }: CardContext): Button => button(t('button.eraseMe'), 'eraseMe', {}, plain);

/** Somebody asked for what is stored about them: it comes as a file, and can be read here where no file can be taken. */
export function myData(context: CardContext, { parts, deliveries }: MyData): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('data.title'),
    lines: [t('data.found', { ideas: parts.length, messages: deliveries.length }), t('data.asFile')],
    buttons: [button(t('button.readHere'), 'readData', { page: 0 }, plain), eraseButton(context)],
  });
}

/** What one card holds, in lines and letters: with their JSON well below what Teams takes. */
const MOST_LINES = 60;
const MOST_LETTERS = 6000;

/** A page of it, in the chat. A page that there is none of is the last one. */
export function myDataPage(context: CardContext, data: MyData, wanted: number): Drawn {
  const { t } = context;
  const pages = pagesOf(dataLines(context, data).filter((line) => line.trim() !== ''));
  const page = Math.min(wanted, pages.length - 1);
  const turnTo = (title: 'button.showMore' | 'button.showPrevious', to: number) =>
    button(t(title), 'readData', { page: to }, plain);
  return note(context, {
    heading: t('data.page', { page: page + 1, pages: pages.length }),
    lines: pages[page] ?? [],
    buttons: [
      ...(page + 1 < pages.length ? [turnTo('button.showMore', page + 1)] : []),
      ...(page > 0 ? [turnTo('button.showPrevious', page - 1)] : []),
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
