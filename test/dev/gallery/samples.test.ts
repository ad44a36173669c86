import { join } from 'node:path';
import { type CardRow, sampleNames } from '../../../dev/gallery/card-row';
import { drawCards } from '../../../dev/gallery/drawn-cards';
import { fillingFaults } from '../../../dev/gallery/filling-faults';
import { cardRows } from '../../../dev/gallery/samples';
import { meantInVain, twiceUnmeant } from '../../../dev/gallery/twice';
import { readMessage } from '../../../src/bot/conversation/commands';
import type { LayoutName } from '../../../src/cards/layouts/cards';
import { readLayouts } from '../../../src/cards/templates';
import { languageCodes } from '../../../src/domain/languages';
import { readModules } from '../../../testing/source/modules';

/**
 * Every exported function that says it returns a drawn card: `export function welcome(…): Drawn`. One that takes a drawn
 * card only adds to it, and is seen on the cards that it adds to.
 */
const views = readModules(join(__dirname, '../../../src/cards'))
  .flatMap(({ functions }) => functions)
  .filter(({ takes, returns }) => returns === 'Drawn' && !takes.includes('Drawn'))
  .map(({ name }) => name);
const rows = Object.entries<CardRow>(cardRows);

test('every card of src/cards has a row in the gallery', () => {
  const shown = new Set(rows.map(([, { view }]) => view));
  expect(views.length).toBeGreaterThan(10);
  expect(views.filter((view) => !shown.has(view))).toEqual([]);
});

test('every row shows a card that there is', () => {
  expect(rows.filter(([, { view }]) => !views.includes(view)).map(([name]) => name)).toEqual([]);
});

test.each(rows)('%s is reached by a written command', (_, { command, written }) => {
  for (const language of languageCodes) expect(readMessage(written[language]).command).toBe(command);
});

describe('the drawn cards', () => {
  const cards = drawCards();

  test('are all there: each row in each sample and language', () => {
    expect(cards).toHaveLength(rows.length * sampleNames.length * languageCodes.length);
  });

  test('are sound', () => {
    const faults = cards.flatMap(({ name, language, sample, cardFaults }) =>
      cardFaults.map((fault) => `${name} ${language} ${sample}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('fill their layouts with what these bind, and with nothing else', () => {
    const fillings = cards.flatMap(({ data }) => Object.entries(data));
    expect(new Set(fillings.map(([layout]) => layout))).toEqual(new Set(readLayouts().cards.keys()));
    expect([...new Set(fillings.flatMap(([layout, filling]) => fillingFaults(layout, filling)))]).toEqual([]);
    const command = { word: 'idé', wht: '' };
    expect(fillingFaults('help', { ...data('help'), commands: [command] })).toEqual([
      'help.commands.wht is bound by nothing',
      'help.commands.what is missing',
    ]);
  });

  const data = (layout: LayoutName) => cards.find((one) => one.data[layout])?.data[layout];
  const typical = cards.filter(({ sample }) => sample === 'typical');

  test('say nothing twice', () => {
    const twice = typical.flatMap(({ name, language, card }) =>
      twiceUnmeant(name, card).map((text) => `${name} ${language}: "${text}"`),
    );
    expect(twice).toEqual([]);
  });

  test('say twice what is meant to be, and nothing is excused in vain', () => {
    expect(meantInVain(typical)).toEqual([]);
    const text = { type: 'TextBlock', text: 'Testet börjar i maj.' };
    expect(twiceUnmeant('note', { type: 'AdaptiveCard', body: [text, text] })).toEqual(['Testet börjar i maj.']);
  });

  test('can be used by everybody', () => {
    const faults = cards.flatMap(({ name, language, sample, accessibilityFaults }) =>
      accessibilityFaults.map((fault) => `${name} ${language} ${sample}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
