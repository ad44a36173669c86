import type { PileName } from '../../../app/idea/lists/pile.js';
import { pileNames } from '../../../app/idea/lists/pile.js';
import type { Piles } from '../../../app/idea/lists/piles.js';
import { isFull } from '../../../app/idea/lists/tests-here.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { button } from '../../verbs.js';
import { type SeveralDone, severalDone } from './several-done.js';

/** What waits for somebody who decides on much: in piles, each with why its ideas lie there. Nothing in them is done by itself. */
export function piles(
  context: CardContext,
  { pages, counts, cut, others, tests }: Piles,
  outcome?: SeveralDone,
): Drawn {
  const { t } = context;
  const count = t(cut ? 'queue.countAtLeast' : 'queue.count', { count: counts.all, late: counts.late }).trim();
  const card = context.draw('piles', {
    heading: t('queue.heading'),
    count,
    outcome: outcome ? [{ text: severalDone(context, outcome) }] : [],
    piles: pileNames.filter((name) => pages[name].length > 0).map((name) => pileRow(context, name, pages[name])),
    room: tests && isFull(tests) ? [{ text: t('tests.here', { ...tests }) }] : [],
    how: t('queue.piles.how', { others }),
    buttonRows: buttonRows([button(t('queue.piles.all'), 'queue', { filter: 'all' }, { inputs: 'none' })]),
  });
  return { card, summary: count };
}

/** How many, of what, and why; the whole row opens it. */
function pileRow({ t }: CardContext, name: PileName, pages: Piles['pages'][PileName]) {
  const number = String(pages.reduce((sum, { ids }) => sum + ids.length, 0));
  const called = t(`queue.piles.${name}`);
  const why = t(`queue.piles.why.${name}`, { parts: pages.length });
  const word = t('queue.piles.begin');
  // What a screen reader says is all that the row shows.
  const title = `${number} ${called}. ${why} ${word}`;
  const press = button(title, 'queue', { pile: name, page: 0 }, { inputs: 'none' });
  return { number, name: called, why, word, press };
}
