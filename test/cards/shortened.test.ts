import { shortened } from '../../src/cards/shortened';

test('a text is never cut inside a character', () => {
  expect(shortened('ab😀cd', 4)).toBe('ab…');
  expect(shortened('abcd', 4)).toBe('abcd');
});

test('a text is cut after a whole word where one ends near, and a long word in two', () => {
  expect(shortened('Cyklarna sparade tid', 18)).toBe('Cyklarna sparade…');
  expect(shortened('Cyklarna sparade tid', 17)).toBe('Cyklarna sparade…');
  expect(shortened('Ja äldreomsorgsförvaltningen', 18)).toBe('Ja äldreomsorgsfö…');
});
