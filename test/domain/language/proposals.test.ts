import { beginningOf, isProposal } from '../../../src/domain/language/proposals';

describe('a proposal', () => {
  test.each([
    'Vi borde ha cyklar',
    'Tänk om brukarna fick välja',
    'Låt brukarna välja meny själva',
    'Fler soptunnor',
    'Säkrare kassa',
    'Larm vid rån i butiken',
    'En kampanj mot mobbning',
    'Simskola så att färre drunknar',
    'Rutinen för sjukanmälan borde vara enklare',
    'We should reuse furniture',
    'Jag tycker att vi ska ha frukost',
  ])('%s', (text) => expect(isProposal(text)).toBe(true));

  test.each([
    'En brukare ramlade i morse',
    'Hur går det med min idé',
    'Skrivaren är trasig',
    'Jag är sjuk',
    'Larmet gick vid rån',
  ])('is not: %s', (text) => expect(isProposal(text)).toBe(false));
});

describe('what the form begins with', () => {
  test('a name is the name, and how to solve it is asked for at once', () => {
    expect(beginningOf('cykelställ vid skolan')).toEqual({ title: 'Cykelställ vid skolan', solves: true });
  });

  test('a proposal is how to solve it; the problem is still to be told', () => {
    expect(beginningOf('Vi borde ha elcyklar i hemtjänsten')).toEqual({
      title: 'Ha elcyklar i hemtjänsten',
      solution: 'Vi borde ha elcyklar i hemtjänsten',
      solves: true,
    });
    expect(beginningOf('Köp elcyklar till hemtjänsten')).toEqual({
      title: 'Köp elcyklar till hemtjänsten',
      solves: true,
    });
  });

  test('what tells of something wrong is the problem, and its name is asked for', () => {
    expect(beginningOf('Personalen får vänta på bilar varje morgon.')).toEqual({
      problem: 'Personalen får vänta på bilar varje morgon.',
    });
  });

  test('both together are the problem, with the field for the rest open', () => {
    const text = 'Vi borde ha cyklar. Bilarna räcker inte på morgonen.';
    expect(beginningOf(text)).toEqual({ title: 'Vi borde ha cyklar.', problem: text, solves: true });
  });

  test('never puts the same words into two fields', () => {
    for (const text of [
      'idé',
      'nya cyklar',
      'Bilarna räcker inte',
      'Vi borde ha cyklar',
      'Köp cyklar',
      'a'.repeat(300),
    ]) {
      const { title, problem, solution } = beginningOf(text);
      expect(new Set([title, problem, solution].filter(Boolean)).size).toBe(
        [title, problem, solution].filter(Boolean).length,
      );
    }
  });

  test('loses nothing of what was typed', () => {
    for (const text of [
      'Köp cyklar',
      'Vi borde ha cyklar',
      `Bygg ${'en mycket lång bro '.repeat(10).trim()}`,
      'x'.repeat(200),
    ]) {
      const { title, problem, solution } = beginningOf(text);
      expect([title, problem, solution]).toContain(text.trim());
    }
  });

  test('is nothing for nothing', () => expect(beginningOf('')).toEqual({}));
});
