import { beginningOf, isProposal, severalIn } from '../../../src/domain/language/proposals';

describe('a proposal', () => {
  test.each([
    'Vi borde ha cyklar',
    'Tänk om brukarna fick välja',
    'Låt brukarna välja meny själva',
    'Fler soptunnor',
    'Rutinen för sjukanmälan borde vara enklare',
    'We should reuse furniture',
    'Jag tycker att vi ska ha frukost',
  ])('%s', (text) => expect(isProposal(text)).toBe(true));

  test.each(['En brukare ramlade i morse', 'Hur går det med min idé', 'Skrivaren är trasig', 'Jag är sjuk'])(
    'is not: %s',
    (text) => expect(isProposal(text)).toBe(false),
  );
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

describe('several ideas in one message', () => {
  const ideas = ['Cykelställ vid skolan', 'Fler soptunnor i parken'];

  test.each([
    ['numbers on one line', '1) Cykelställ vid skolan 2) Fler soptunnor i parken'],
    ['numbers after words', 'Två idéer: 1. Cykelställ vid skolan 2. Fler soptunnor i parken'],
    ['numbered lines', '1. Cykelställ vid skolan\n2. Fler soptunnor i parken'],
    ['dashes', 'Våra idéer\n- Cykelställ vid skolan\n- Fler soptunnor i parken'],
    ['dots', '• Cykelställ vid skolan\n• Fler soptunnor i parken'],
    ['names with numbers', 'Idé 1: Cykelställ vid skolan\nIdé 2: Fler soptunnor i parken'],
    ['how many they are, and lines', 'Två idéer:\n\nCykelställ vid skolan\n\nFler soptunnor i parken'],
    ['how many they are, and a word between', 'I have two ideas: Cykelställ vid skolan and Fler soptunnor i parken'],
  ])('are told apart by %s', (_, text) => expect(severalIn(text)).toEqual(ideas));

  test('as many as are said to come are told apart by sentences, and by commas however short', () => {
    expect(severalIn('Jag har två idéer. Cykelställ vid skolan. Fler soptunnor.')).toEqual([
      'Cykelställ vid skolan.',
      'Fler soptunnor.',
    ]);
    expect(severalIn('Jag har 3 idéer: cykelställ, bänkar och blommor')).toEqual(['cykelställ', 'bänkar', 'blommor']);
  });

  test('a line without a mark belongs to the one before', () => {
    expect(severalIn('- Cykelställ vid skolan\nDet saknas plats\n- Fler soptunnor')).toEqual([
      'Cykelställ vid skolan\nDet saknas plats',
      'Fler soptunnor',
    ]);
  });

  test.each([
    ['one', '- Cykelställ vid skolan'],
    ['amounts and dates', 'Det kostar 2. 500 kronor och tar 3. 4 veckor'],
    ['numbers that do not begin at one', 'Steg 3) Cykelställ 4) Soptunnor'],
    ['items that say nothing', '- ja\n- nej'],
    ['a sentence with a dash', 'Cyklar - det vill alla ha'],
    ['fewer than are said to come', 'Vi fick tre förslag. Inget blev av.'],
    ['two without what they are', 'Jag har två idéer.'],
  ])('%s is no list', (_, text) => expect(severalIn(text)).toEqual([]));
});
