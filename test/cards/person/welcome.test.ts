import { welcome } from '../../../src/cards/person/welcome';
import { languageCodes } from '../../../src/domain/languages';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { large, renamed, without } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

const home = { department: 'VOO', unit: 'HTS' };

it('asks whether it is right where another system has said where they work, and for nothing else', () => {
  const { card } = welcome(contextFor(), { department: 'VOO', unit: 'HTS' }, { isTold: true });
  expect(textsOf(card)).toContain('Du arbetar i Vård och omsorg · Hemtjänst Söder. Stämmer det?');
  expectSound(welcome(contextFor(), { department: 'VOO' }, { isTold: true }));
  expect(JSON.stringify(card)).not.toContain('Input.');
});

describe.each(languageCodes)('the welcome in %s', (language) => {
  test.each([
    ['of somebody whose unit is known', home],
    ['of somebody whose department is known', { department: 'MIL' }],
    ['of somebody whose department has left the organisation', { department: 'GONE' }],
    ['of somebody unknown', undefined],
  ])('%s is a sound card', (_, place) => expectSound(welcome(contextFor(language), place)));

  test('shows names as they are written, however they look', () => {
    expectSound(welcome(contextFor(language, renamed(hostile)), home), { typed: [hostile] });
    expectSound(welcome(contextFor(language, renamed(longWord(200))), home), { typed: [longWord(200)] });
    expectSound(welcome(contextFor(language, renamed(hostile)), undefined), { typed: [hostile], maxBytes: 80_000 });
  });
});

test('names the innovation leaders and the place, with a first step', () => {
  const { card } = welcome(contextFor(), home);
  expect(textsOf(card)).toEqual(
    expect.arrayContaining(['Dina innovationsledare', 'Innovationsledare Vård', 'Vård och omsorg · Hemtjänst Söder']),
  );
  expect(inputsOf(card)).toEqual([]);
  expect(buttonsOf(card).map(({ title, style }) => [title, style])).toEqual([
    ['Skicka en idé', 'positive'],
    ['Mina idéer', 'default'],
    ['Min innovationsledare', 'default'],
  ]);
});

test('names the deputy where nobody leads, and the innovation office where there is no deputy either', () => {
  const byDeputy = welcome(contextFor('sv', without('VOO', 'leaders')), home);
  expect(textsOf(byDeputy.card)).toContain('Tar hand om dina idéer, som ersättare');
  const byOffice = welcome(contextFor('sv', without('VOO', 'leaders', 'deputies')), home);
  expect(textsOf(byOffice.card)).toContain('Innovationskontoret tar hand om dina idéer');
});

test('asks once where somebody works, departments and units in one searchable list, and the answer is the only positive button', () => {
  const { card } = welcome(contextFor(), undefined);
  const [input] = inputsOf(card);
  expect(input).toMatchObject({ id: 'department', style: 'filtered', isRequired: true });
  expect(choicesOf(input ?? {})).toEqual(
    expect.arrayContaining([
      { title: 'Miljö', value: 'MIL' },
      { title: 'Vård och omsorg · Hemtjänst Söder', value: 'VOO.HTS' },
    ]),
  );
  expect(buttonsOf(card).filter(({ style }) => style === 'positive')).toEqual([
    expect.objectContaining({ title: 'Välj', verb: 'pickDepartment' }),
  ]);
});

test('a button that only looks around is not stopped by the question', () => {
  const { card } = welcome(contextFor(), undefined);
  expect(button(card, 'Skicka en idé')).toMatchObject({ associatedInputs: 'none' });
});

test('in a large city one writes where one works, for no card has room for a list of it', () => {
  const drawn = welcome(contextFor('sv', large(40, 20)), undefined);
  expectSound(drawn);
  expect(inputsOf(drawn.card)[0]).toMatchObject({ type: 'Input.Text', id: 'department', isRequired: true });
});

test('says why in the municipality’s own words', () => {
  const { purpose } = contextFor().settings;
  expect(textsOf(welcome(contextFor(), undefined).card)).toContain(purpose?.sv);
  expect(textsOf(welcome(contextFor('en'), { department: 'VOO' }).card)).toContain(purpose?.en);
});
