import { bytesOf, fitting, isCut, MOST_CARD_BYTES } from '../../src/cards/layouts/fitting';
import type { Card, Draw } from '../../src/cards/templates';

const run = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
const drawing = (...body: object[]): Card =>
  fitting((() => ({ type: 'AdaptiveCard', version: '1.5', body })) as Draw, 'Allt får inte plats.')(
    'note',
    {} as never,
  );

test('a card that fits is as it was drawn', () => {
  const card = drawing(run('Hej'));
  expect(isCut(card)).toBe(false);
  expect(card.body).toEqual([run('Hej')]);
});

test.each([
  ['letters of one byte', 'a'],
  ['letters of two', 'å'],
  ['letters of three', '漢'],
  ['signs that JSON writes with two', '"'],
])('of %s the longest texts are cut to the same length, and a line says so', (_, letter) => {
  const long = letter.repeat(30_000);
  const card = drawing(run('Kort'), run(long), run(long.slice(0, 28_000)));
  const bytes = bytesOf(card);
  expect(bytes).toBeLessThanOrEqual(MOST_CARD_BYTES);
  expect(bytes).toBeGreaterThan(MOST_CARD_BYTES - 100);
  expect(isCut(card)).toBe(true);
  const [short, first, second, note] = card.body as { inlines: { text: string }[]; text: string }[];
  expect(short).toEqual(run('Kort'));
  expect(first).toEqual(second);
  expect(note?.text).toBe('Allt får inte plats.');
});

test('what stands in a field, or goes along with a button, is never cut', () => {
  const typed = 'ord '.repeat(4000).trim();
  const field = { type: 'Input.Text', id: 'text', label: 'Text', value: typed };
  const execute = { type: 'Action.Execute', title: 'Skicka', verb: 'typed', data: { text: typed } };
  const card = drawing(field, run(typed), { type: 'ActionSet', actions: [execute] });
  expect(card.body).toEqual(expect.arrayContaining([field, { type: 'ActionSet', actions: [execute] }]));
});
