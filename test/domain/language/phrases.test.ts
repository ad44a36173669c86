import { leftOver, phrase, placesOf, plainWords, sentencesOf } from '../../../src/domain/language/phrases';

const places = (written: string, text: string) => placesOf(phrase(written), plainWords(text));

test('a phrase is found with other words between, in either spelling', () => {
  expect(places('hur gar ide~', 'Hur går det med min idé?')).toEqual([0, 1, 5]);
  expect(places('hur gar ide~', 'hur gar de me iden')).toEqual([0, 1, 4]);
  expect(places('vem|vilka bestammer', 'Vilka är det som bestämmer?')).toEqual([0, 4]);
});

test('not in another order, nor with too much between', () => {
  expect(places('hur gar ide~', 'Idén går hur bra som helst')).toBeUndefined();
  expect(places('hur gar ide~', 'Hur går det att få tag i en sådan idé')).toBeUndefined();
});

test('a long word may be misspelt, a short one may not, and a phrase can ask for the right spelling', () => {
  expect(places('vem bestammer', 'vem bestamer')).toEqual([0, 1]);
  expect(places('vem ar du', 'ven ar du')).toBeUndefined();
  expect(placesOf(phrase('vem bestammer'), plainWords('vem bestamer'), 'exactly')).toBeUndefined();
});

test('a word is no misspelling of one that begins otherwise', () => {
  expect(places('driver', 'skriver')).toBeUndefined();
  expect(places('halkade', 'balkade')).toBeUndefined();
});

test('alone leaves room for small words only, and first begins what is said', () => {
  expect(places('=avbryt', 'avbryt nu tack')).toEqual([0]);
  expect(places('=avbryt', 'avbryt inte projektet')).toBeUndefined();
  expect(places('^sok', 'sök nycklar')).toEqual([0]);
  expect(places('^sok', 'vi kan söka bidrag')).toBeUndefined();
});

test('what is left over is what means something by itself', () => {
  const words = plainWords('hur lång tid tar det att få ett passerkort');
  expect(leftOver(words, [0, 1, 2, 3])).toEqual(['passerkort']);
});

test('sentences keep whether they ask', () => {
  expect(sentencesOf('Hej! Hur går det? Jag undrar\nbara')).toEqual([
    { text: 'Hej!', asks: false },
    { text: 'Hur går det?', asks: true },
    { text: 'Jag undrar', asks: false },
    { text: 'bara', asks: false },
  ]);
  expect(sentencesOf('... !')).toEqual([]);
});
