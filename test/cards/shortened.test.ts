import { shortened } from '../../src/cards/shortened';

test('a text is never cut inside a character', () => {
  expect(shortened('ab😀cd', 4)).toBe('ab…');
  expect(shortened('abcd', 4)).toBe('abcd');
});
