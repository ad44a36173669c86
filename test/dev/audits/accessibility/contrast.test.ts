import { contrast } from '../../../../dev/audits/accessibility/contrast';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
])('%s on %s has the contrast that WCAG gives it', (text, background, ratio) => {
  expect(contrast(text, background)).toBeCloseTo(ratio, 1);
});

test('half transparent text counts as it is seen', () => {
  expect(contrast('#80000000', '#ffffff')).toBeCloseTo(contrast('#7f7f7f', '#ffffff'), 1);
});
