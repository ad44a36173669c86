import type { MyTurn } from '../../src/app/my-turn';
import { myTurn } from '../../src/cards/my-turn';
import { button, buttonsOf, textsOf } from '../support/card';
import { kitFor, languages } from '../support/kit';
import { anIdea, ideas } from '../support/sample-ideas';
import { hostile, longWord } from '../support/sample-words';
import { expectSound } from '../support/sound-card';

const me = 'pLEADER';
const turn = (changes: Partial<MyTurn> = {}): MyTurn => ({
  filter: 'all',
  page: 0,
  ideas: ideas(2),
  until: new Map(),
  counts: { all: 2, new: 2, asked: 0, late: 0 },
  more: false,
  decides: true,
  ...changes,
});
const nothing = { ideas: [], counts: { all: 0, new: 0, asked: 0, late: 0 }, decides: false };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe.each(languages)('my turn in %s', (language) => {
  const kit = kitFor(language);

  test.each([
    ['a full page', turn({ ideas: ideas(8), page: 1, more: true, counts: { all: 59, new: 40, asked: 5, late: 9 } })],
    ['nothing late', turn({ filter: 'late', ideas: [] })],
    ['nothing at all', turn(nothing)],
  ])('with %s is a sound card', (_, view) => {
    expectSound(myTurn(kit, view, me));
    expectSound(myTurn(kit, view, me, { do: 'close', done: 3, refused: 1 }));
    expectSound(myTurn(kit, view, me, { do: 'passOn', done: 0, refused: 2 }));
  });

  test('shows titles as they were typed', () => {
    for (const title of [hostile, longWord(120)]) {
      expectSound(myTurn(kit, turn({ ideas: [anIdea({ words: { title, problem: title } })] }), me), { typed: [title] });
    }
  });
});

test('a row says until when, and in a word when that has passed', () => {
  const late = anIdea({ answerBy: '2026-11-20' });
  const reminded = anIdea({ reminded: true, answerBy: '2026-12-04' });
  const { card } = myTurn(kitFor(), turn({ ideas: [late, reminded, anIdea()] }), me);
  const lines = textsOf(card).filter((text) => text.includes('Svara senast'));
  expect(lines).toEqual([
    'Försenad · Svara senast 20 november',
    'Försenad · Svara senast 4 december',
    'Svara senast 30 november',
  ]);
});

test('somebody who has said yes to doing it reads when it is to be done', () => {
  const doing = anIdea({ stage: 'doing', doer: { person: me, accepted: true }, waiting: { for: 'doer', person: me } });
  expect(textsOf(myTurn(kitFor(), turn({ ideas: [doing] }), me).card)).toContain('Klart senast 30 november');
});

test('somebody who drives it reads when it is to be done, and before that until when to say yes or no', () => {
  const driven = (accepted: boolean) =>
    anIdea({ stage: 'exploring', driver: { person: me, accepted }, waiting: { for: 'driver', person: me } });
  const shown = (accepted: boolean) => textsOf(myTurn(kitFor(), turn({ ideas: [driven(accepted)] }), me).card);
  expect(shown(true)).toContain('Klart senast 30 november');
  expect(shown(false)).toContain('Svara senast 30 november');
});

test('what a leader has asked about still says whom it waits for', () => {
  const asked = anIdea({ asked: true, waiting: { for: 'submitter', person: 'pSUBMITTER' } });
  const { card } = myTurn(kitFor(), turn({ filter: 'asked', ideas: [asked] }), me);
  expect(textsOf(card).join('\n')).toContain('Väntar på');
});

test('the filters say how many, and which one is shown', () => {
  const { card } = myTurn(kitFor(), turn({ filter: 'new', counts: { all: 7, new: 4, asked: 2, late: 1 } }), me);
  expect(textsOf(card).join(' ')).toContain('7 Alla 4 Nya 2 Väntar på svar 1 Försenade');
  expect(titlesOf(card)).toEqual(expect.arrayContaining(['7 Alla', '4 Nya, visas nu', '2 Väntar på svar']));
  expect(button(card, '1 Försenade')).toMatchObject({ verb: 'queue', data: { filter: 'late' } });
});

test('pages keep their filter', () => {
  const { card } = myTurn(kitFor(), turn({ filter: 'late', ideas: ideas(8), page: 1, more: true }), me);
  expect(button(card, 'Visa fler').data).toMatchObject({ filter: 'late', page: '2' });
  expect(button(card, 'Visa föregående').data).toMatchObject({ filter: 'late', page: '0' });
});

test('only those who decide handle several at once, and only where an idea waits for a decision', () => {
  expect(titlesOf(myTurn(kitFor(), turn(), me).card)).toContain('Hantera flera');
  expect(titlesOf(myTurn(kitFor(), turn({ decides: false }), me).card)).not.toContain('Hantera flera');
  const driven = anIdea({ stage: 'exploring', waiting: { for: 'driver', person: me } });
  expect(titlesOf(myTurn(kitFor(), turn({ ideas: [driven] }), me).card)).not.toContain('Hantera flera');
});

test('tells what came of handling several', () => {
  const { card } = myTurn(kitFor(), turn(), me, { do: 'close', done: 3, refused: 1 });
  expect(textsOf(card)).toContain('3 idéer är avslutade. En hade redan ändrats och är kvar.');
});

test('with nothing waiting it says so and leaves the filters out', () => {
  const { card, summary } = myTurn(kitFor(), turn(nothing), me);
  expect(summary).toBe('Inget väntar på dig.');
  expect(titlesOf(card)).toEqual(['Skicka en idé']);
});
