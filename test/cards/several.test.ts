import type { MyTurn } from '../../src/app/my-turn';
import { several } from '../../src/cards/several';
import { unmarked } from '../../src/cards/unmarked';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../support/card';
import { kitFor, languages } from '../support/kit';
import { anIdea, ideas } from '../support/sample-ideas';
import { hostile, longWord } from '../support/sample-words';
import { expectSound } from '../support/sound-card';

const turn = (changes: Partial<MyTurn> = {}): MyTurn => ({
  filter: 'new',
  page: 1,
  ideas: ideas(8),
  until: new Map(),
  counts: { all: 20, new: 20, asked: 0, late: 0 },
  more: true,
  decides: true,
  ...changes,
});

test.each(languages)('handling several in %s is a sound card', (language) => {
  const kit = kitFor(language);
  expectSound(several(kit, turn()));
  expectSound(several(kit, turn({ ideas: [] })));
  const draft = { ideas: 'K7M400.1', reason: hostile, department: 'MIL', refusal: hostile };
  expectSound(several(kit, turn({ ideas: [anIdea({ words: { title: hostile, problem: 'x' } })] }), draft), {
    cut: [hostile, unmarked(hostile)],
  });
  const long = ideas(8).map((idea) => ({ ...idea, words: { ...idea.words, title: longWord(120) } }));
  expectSound(several(kit, turn({ ideas: long }), { reason: longWord(2000), refusal: longWord(200) }));
});

test('offers only what waits for a decision, each at its present turn', () => {
  const driven = anIdea({ id: 'K7M4D1', stage: 'exploring', waiting: { for: 'driver', person: 'pLEADER' } });
  const { card } = several(kitFor(), turn({ ideas: [anIdea({ turn: 4 }), driven] }));
  const [choice] = inputsOf(card);
  expect(choice).toMatchObject({ id: 'ideas', isMultiSelect: true, isRequired: true });
  expect(choicesOf(choice ?? {})).toEqual([{ title: 'Delade cyklar i hemtjänsten', value: 'K7M4QX.4' }]);
});

test('both decisions are one operation, so that a press of each is one effect', () => {
  const { card } = several(kitFor(), turn());
  const [passOn, close] = [button(card, 'Skicka vidare'), button(card, 'Avsluta')];
  expect(passOn.data).toMatchObject({ do: 'passOn' });
  expect(close).toMatchObject({ style: 'destructive', data: { do: 'close', op: passOn.data?.op } });
});

test('goes back to the page it came from without asking for anything', () => {
  expect(button(several(kitFor(), turn()).card, 'Tillbaka')).toMatchObject({
    verb: 'queue',
    associatedInputs: 'none',
    data: { filter: 'new', page: '1' },
  });
});

test('ideas are passed on to departments, not to units', () => {
  const department = inputsOf(several(kitFor(), turn()).card).find(({ id }) => id === 'department');
  const values = choicesOf(department ?? {}).map(({ value }) => value);
  expect(values).toContain('VOO');
  expect(values.filter((value) => value.includes('.'))).toEqual([]);
});

test('a refused press keeps what was chosen and written, and says why', () => {
  const draft = {
    ideas: 'K7M400.1,K7M401.1',
    reason: 'Vi har redan det här.',
    department: 'MIL',
    refusal: 'Så går det inte.',
  };
  const { card } = several(kitFor(), turn(), draft);
  expect(textsOf(card)).toContain('Så går det inte.');
  expect(inputsOf(card).map(({ id, value }) => [id, value])).toEqual([
    ['ideas', 'K7M400.1,K7M401.1'],
    ['reason', 'Vi har redan det här.'],
    ['department', 'MIL'],
  ]);
});

test('where nothing can be decided it says so and leads back', () => {
  const { card } = several(kitFor(), turn({ ideas: [] }));
  expect(inputsOf(card)).toEqual([]);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Tillbaka']);
});
