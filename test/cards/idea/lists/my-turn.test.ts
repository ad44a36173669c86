import type { MyTurn } from '../../../../src/app/idea/lists/my-turn';
import { myTurn } from '../../../../src/cards/idea/lists/my-turn';
import type { Role } from '../../../../src/domain/idea/policy';
import { languageCodes } from '../../../../src/domain/languages';
import { button, buttonsOf, textsOf } from '../../../../testing/cards/card';
import { expectSound } from '../../../../testing/cards/sound-card';
import { contextFor } from '../../../../testing/samples/card-context';
import { anIdea, ideas } from '../../../../testing/samples/idea/ideas';
import { aTurn } from '../../../../testing/samples/idea/turns';
import { hostile, longWord } from '../../../../testing/samples/text/words';

const me = 'pLEADER';
const turn = (changes: Partial<MyTurn> = {}): MyTurn =>
  aTurn({ ideas: ideas(2), counts: { all: 2, new: 2, asked: 0, late: 0 }, ...changes });
const nothing = { ideas: [], counts: { all: 0, new: 0, asked: 0, late: 0 } };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe.each(languageCodes)('my turn in %s', (language) => {
  const context = contextFor(language);

  test.each([
    ['a full page', turn({ ideas: ideas(8), page: 1, more: true, counts: { all: 59, new: 40, asked: 5, late: 9 } })],
    ['nothing late', turn({ filter: 'late', ideas: [] })],
    ['nothing at all', turn(nothing)],
  ])('with %s is a sound card', (_, view) => {
    expectSound(myTurn(context, view, me));
    expectSound(myTurn(context, view, me, { do: 'close', done: 3, refused: 1 }));
    expectSound(myTurn(context, view, me, { do: 'passOn', done: 0, refused: 2 }));
  });

  test('shows titles as they were typed', () => {
    for (const title of [hostile, longWord(120)]) {
      expectSound(myTurn(context, turn({ ideas: [anIdea({ words: { title, problem: title } })] }), me), {
        typed: [title],
      });
    }
  });
});

test('a row says until when, and how late it is by the day that was promised first', () => {
  const late = anIdea({ answerBy: '2026-11-20' });
  const reminded = anIdea({ reminded: true, answerBy: '2026-12-04' });
  const { card } = myTurn(contextFor(), turn({ ideas: [late, reminded, anIdea()] }), me);
  const lines = textsOf(card).filter((text) => /Svara senast|lovat/.test(text));
  expect(lines).toEqual([
    '1 dag försenad · lovat 20 november',
    '2 dagar försenad · lovat 19 november',
    'Svara senast 30 november',
  ]);
});

test('a row says how many have the same problem, and nothing is put before anything else by it', () => {
  const [first, second] = ideas(2);
  const [one, two] = [first?.id ?? '', second?.id ?? ''];
  const needs = new Map([
    [one, { count: 0 }],
    [two, { count: 14, departments: { VOO: 9, SBK: 4, MIL: 1 } }],
  ]);
  const plain = textsOf(myTurn(contextFor(), turn(), me).card);
  const counted = textsOf(myTurn(contextFor(), turn({ needs }), me).card);
  const fact = 'Samma problem: 14 personer i 3 förvaltningar';
  expect(counted).toContain(fact);
  expect(counted.filter((text) => text !== fact)).toEqual(plain);
});

test('somebody who has said yes to doing it reads when it is to be done', () => {
  const doing = anIdea({ stage: 'doing', doer: { person: me, accepted: true }, waiting: { for: 'doer', person: me } });
  expect(textsOf(myTurn(contextFor(), turn({ ideas: [doing] }), me).card)).toContain('Klart senast 30 november');
});

test('somebody who drives it reads when it is to be done, and before that until when to say yes or no', () => {
  const driven = (accepted: boolean) =>
    anIdea({ stage: 'exploring', driver: { person: me, accepted }, waiting: { for: 'driver', person: me } });
  const shown = (accepted: boolean) => textsOf(myTurn(contextFor(), turn({ ideas: [driven(accepted)] }), me).card);
  expect(shown(true)).toContain('Klart senast 30 november');
  expect(shown(false)).toContain('Svara senast 30 november');
});

test('what a leader has asked about still says whom it waits for', () => {
  const asked = anIdea({ asked: true, waiting: { for: 'submitter', person: 'pSUBMITTER' } });
  const { card } = myTurn(contextFor(), turn({ filter: 'asked', ideas: [asked] }), me);
  expect(textsOf(card).join('\n')).toContain('Väntar på');
});

test('the filters say how many, and which one is shown', () => {
  const { card } = myTurn(contextFor(), turn({ filter: 'new', counts: { all: 7, new: 4, asked: 2, late: 1 } }), me);
  expect(textsOf(card).join(' ')).toContain('7 Alla 4 Nya 2 Väntar på svar 1 Försenade');
  expect(titlesOf(card)).toEqual(expect.arrayContaining(['7 Alla', '4 Nya, visas nu', '2 Väntar på svar']));
  expect(button(card, '1 Försenade')).toMatchObject({ verb: 'queue', data: { filter: 'late' } });
});

test('pages keep their filter', () => {
  const { card } = myTurn(contextFor(), turn({ filter: 'late', ideas: ideas(8), page: 1, more: true }), me);
  expect(button(card, 'Visa fler').data).toMatchObject({ filter: 'late', page: '2' });
  expect(button(card, 'Visa föregående').data).toMatchObject({ filter: 'late', page: '0' });
});

test('only those who decide close or pass on from the list, and only where an idea waits for their first decision', () => {
  const offered = (changes: Partial<MyTurn>) => titlesOf(myTurn(contextFor(), turn(changes), me).card);
  const title = 'Avsluta eller skicka vidare';
  expect(offered({})).toContain(title);
  expect(offered({ roles: new Map() })).not.toContain(title);
  expect(offered({ ideas: [anIdea({ stage: 'exploring', waiting: { for: 'driver', person: me } })] })).not.toContain(
    title,
  );
});

test('its first button opens the first idea of this page', () => {
  const { card } = myTurn(contextFor(), turn({ ideas: ideas(8).slice(3), page: 2 }), me);
  expect(button(card, 'Öppna den första')).toMatchObject({ verb: 'open', data: { idea: 'K7M403' } });
  expect(titlesOf(myTurn(contextFor(), turn({ ideas: [], filter: 'late' }), me).card)).not.toContain(
    'Öppna den första',
  );
});

test('a row says whose idea it is and how its problem begins, and once what the title says already', () => {
  const names = new Map([['pSUBMITTER', 'Undersköterska Hemtjänst']]);
  const typed = anIdea({
    words: { title: 'Bilarna räcker inte.', problem: 'Bilarna räcker inte. Vi går.\nVarje dag.' },
  });
  const same = anIdea({ id: 'K7M4QY', words: { title: 'Bilar', problem: 'Bilar' } });
  const lines = textsOf(myTurn(contextFor(), turn({ ideas: [anIdea(), typed, same], names }), me).card);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Undersköterska Hemtjänst: Personalen får vänta på bilar varje morgon.',
      'Undersköterska Hemtjänst: Vi går. Varje dag.',
      'Undersköterska Hemtjänst',
    ]),
  );
});

test('a name that is kept is shown to those who decide only, and hidden words to nobody', () => {
  const names = new Map([['pSUBMITTER', 'Undersköterska Hemtjänst']]);
  const kept = anIdea({ confidential: true, waiting: { for: 'funder' }, stage: 'planning' });
  const shown = (idea: typeof kept, ...roles: Role[]) =>
    textsOf(
      myTurn(contextFor(), turn({ ideas: [idea], names, roles: new Map([[idea.id, new Set(roles)]]) }), me).card,
    ).join();
  expect(shown(kept, 'reader', 'funder')).not.toContain('Undersköterska');
  expect(shown(kept, 'reader', 'funder')).toContain('Personalen får vänta');
  expect(shown(kept, 'reader', 'decider')).toContain('Undersköterska');
  expect(shown(anIdea({ hidden: true }), 'reader', 'decider')).not.toContain('Personalen får vänta');
});

test('what has come back says as what', () => {
  const answered = anIdea({ asked: true, news: 'answered' });
  const reopened = anIdea({ id: 'K7M4QY', news: 'reopened' });
  expect(textsOf(myTurn(contextFor(), turn({ ideas: [answered, reopened] }), me).card)).toEqual(
    expect.arrayContaining(['Nytt svar · Svara senast 30 november', 'Öppnad igen · Svara senast 30 november']),
  );
});

test('tells what came of handling several', () => {
  const { card } = myTurn(contextFor(), turn(), me, { do: 'close', done: 3, refused: 1 });
  expect(textsOf(card)).toContain('3 idéer är avslutade. En hade redan ändrats och är kvar.');
});

test('with nothing waiting it says so and leaves the filters out', () => {
  const { card, summary } = myTurn(contextFor(), turn(nothing), me);
  expect(summary).toBe('Inget väntar på dig.');
  expect(titlesOf(card)).toEqual(['Skicka en idé']);
});
