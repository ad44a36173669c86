import { severalIn } from '../../../src/domain/language/several';
import { languageCodes } from '../../../src/domain/languages';
import { sixty } from '../../../testing/samples/idea/sixty';
import { longContent } from '../../../testing/samples/text/content';

describe('several ideas in one message', () => {
  const ideas = ['Cykelställ vid skolan', 'Fler soptunnor i parken'];

  test.each([
    ['numbers on one line', '1) Cykelställ vid skolan 2) Fler soptunnor i parken'],
    ['numbers after words', 'Två idéer: 1. Cykelställ vid skolan 2. Fler soptunnor i parken'],
    ['numbered lines', '1. Cykelställ vid skolan\n2. Fler soptunnor i parken'],
    ['dashes', 'Våra idéer\n- Cykelställ vid skolan\n- Fler soptunnor i parken'],
    ['dots', '• Cykelställ vid skolan\n• Fler soptunnor i parken'],
    ['names with numbers', 'Idé 1: Cykelställ vid skolan\nIdé 2: Fler soptunnor i parken'],
    ['letters on one line', 'a) Cykelställ vid skolan b) Fler soptunnor i parken'],
    ['letters on lines', 'a) Cykelställ vid skolan\nb) Fler soptunnor i parken'],
    ['numbers without a space', '1.Cykelställ vid skolan 2.Fler soptunnor i parken'],
    ['a heading, and lines', 'Hej!\nHär är våra idéer:\nCykelställ vid skolan\nFler soptunnor i parken\nMvh Anna'],
    ['another one', 'En idé är Cykelställ vid skolan. En annan idé är Fler soptunnor i parken.'],
    ['another one, in one sentence', 'En idé är Cykelställ vid skolan och en annan är att Fler soptunnor i parken'],
    [
      'one more that they have',
      'Jag har en idé om Cykelställ vid skolan. Jag har också en idé om Fler soptunnor i parken',
    ],
    ['one more', 'En idé: Cykelställ vid skolan. En idé till: Fler soptunnor i parken'],
    ['a second', 'My first idea is Cykelställ vid skolan. The second one is Fler soptunnor i parken.'],
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
    ['short lines', 'fler bänkar\nfler cyklar\nbättre kaffe', 3],
    ['two of them', 'fler bänkar\nfler cyklar', 2],
    ['names', 'Cykelställ vid skolan\nElbilar i hemtjänsten\nGemensam fika på fredagar', 3],
    ['what to do', 'Köp elcyklar\nBygg cykelgarage\nLåt barnen odla', 3],
    ['English lines', 'more benches\nmore bikes\nbetter coffee', 3],
    [
      'paragraphs',
      'Fler bänkar i parken. De äldre orkar inte gå.\n\nElcyklar till skolan.\n\nBättre kaffe i matsalen.',
      3,
    ],
    [
      'paragraphs of what is wrong and what would help',
      'Bilarna räcker inte. Köp elcyklar.\n\nKaffet smakar illa. Byt maskin.',
      2,
    ],
  ])('are told apart without a sign, as %s', (_, text, count) => expect(severalIn(text)).toHaveLength(count));

  test.each([
    ['a name and what is wrong', 'Elcyklar i hemtjänsten\nBilarna räcker inte på morgonen'],
    [
      'what is wrong and what would help',
      'Bilarna räcker inte på morgonen.\n\nVi borde köpa elcyklar. Då kommer vi i tid.',
    ],
    [
      'a proposal and its steps',
      'Inför elcyklar i hemtjänsten.\n\nKöp in två cyklar först.\n\nUtvärdera efter ett halvår.',
    ],
    ['a proposal and its cost', 'Vi borde ha elcyklar.\n\nVi kan börja med två i Norr.\n\nVi behöver 20 000 kr.'],
    ['a proposal that is thought on', 'Tänk om brukarna fick välja mat.\n\nTänk om de fick laga den själva.'],
    ['the same subject again', 'Fler bänkar i parken.\n\nFler bänkar behövs för att de äldre ska orka.'],
    ['labelled parts', 'Problem: långa köer\nLösning: fler kassor\nNytta: nöjdare kunder'],
    ['a name, a department and a place', 'Delade cyklar i hemtjänsten\nVård och omsorg\nHemtjänst Söder'],
    ['a sentence broken over lines', 'Bättre kaffe\npå alla enheter\noch gratis frukt'],
    ['a sentence broken at a capital', 'Fler bänkar i\nparken vid\nskolan'],
    ['a greeting and a name', 'Hej\nElcyklar i hemtjänsten\nMvh Anna'],
    ['one that is said to be one', 'Jag har en idé om cykelställ:\n- vid skolan hos oss\n- vid biblioteket i stan'],
    ['a story', 'Idag skriver vi listor för hand.\nDet tar tid.\nEn gemensam app vore bra.'],
  ])('%s is one idea', (_, text) => expect(severalIn(text)).toEqual([]));

  test.each(languageCodes)(
    'are not found in what is written in the samples in %s, however it is put on lines',
    (language) => {
      const { title = '', problem = '' } = longContent(language);
      const long = { title, problem };
      for (const { title = '', problem = '' } of [long, ...sixty(language).ideas.map(({ words }) => words)]) {
        const texts = [problem, `${title}\n${problem}`, `${title}\n\n${problem}`, problem.replace(/\. /g, '.\n\n')];
        expect(texts.map((text) => [text, severalIn(text)])).toEqual(texts.map((text) => [text, []]));
      }
    },
  );

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
