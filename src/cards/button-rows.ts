import type { CardContext } from './card-context.js';
import { shortened } from './shortened.js';
import type { Button } from './verbs.js';

/** Pixels of a card's content on the narrowest phone that we draw for (360 px wide). */
const PHONE = 328;
const GAP = 8;

/** About how wide a letter is in the bold of a button, in pixels: too wide rather than too narrow. */
const letterWidth = (letter: string): number =>
  'ijltfr .,:?()'.includes(letter) ? 5 : 'mwMW'.includes(letter) ? 13 : 8.2;

/** About how wide Teams draws a button: its letters, its padding, and never narrower than 96 px. */
const widthOf = (title: string): number =>
  Math.max(96, 40 + [...title].reduce((sum, letter) => sum + letterWidth(letter), 0));

/** False for a title that a phone would cut off even on a row of its own. */
export const fitsPhone = (title: string): boolean => widthOf(title) <= PHONE;

/** A title with a name in it; the name is cut as far as it takes for a phone to show the whole title. */
export function titleThatFits(titleWith: (name: string) => string, name: string): string {
  for (let most = name.length; most > 1; most--) {
    const title = titleWith(shortened(name, most));
    if (fitsPhone(title)) return title;
  }
  return titleWith('…');
}

/** Buttons as rows that fit a phone, for parts/button-rows.json: a row that is too long cuts off its titles. */
export function buttonRows<B extends { title: string } = Button>(buttons: readonly B[]): { actions: B[] }[] {
  const rows: { actions: B[]; width: number }[] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const width = widthOf(button.title) + GAP;
    if (row && row.width + width <= PHONE + GAP) {
      row.actions.push(button);
      row.width += width;
    } else rows.push({ actions: [button], width });
  }
  return rows.map(({ actions }) => ({ actions }));
}

/**
 * Through a list that is shown a page at a time, counted from 0: further where there is more, and back from the second page
 * on. `button` makes the one that shows a page.
 */
export const pageButtons = (
  { t }: Pick<CardContext, 't'>,
  { page, more }: { page: number; more: boolean },
  button: (title: string, page: number) => Button,
): Button[] => [
  ...(more ? [button(t('button.showMore'), page + 1)] : []),
  ...(page > 0 ? [button(t('button.showPrevious'), page - 1)] : []),
];
