import { type FormView, ideaForm } from '../../../src/cards/idea/idea-form';
import { limits } from '../../../src/domain/idea/words';
import { languageCodes } from '../../../src/domain/languages';
import { button, buttonsOf, inputsOf, nodesOf, textsOf } from '../../../testing/cards/card';
import { filledIn } from '../../../testing/cards/form';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { anIdea } from '../../../testing/samples/idea/ideas';
import { hostile, longWord } from '../../../testing/samples/text/words';

const draw = (view: FormView) => ideaForm(contextFor(), view).card;
const typed = { problem: 'Bilarna räcker inte.', title: 'Cyklar' };

describe.each(languageCodes)('the form in %s', (language) => {
  const context = contextFor(language);

  test.each<[string, FormView]>([
    ['a new idea', { draft: {}, department: 'VOO' }],
    ['somebody whose department is not known', { draft: {} }],
    ['somebody whose department is gone', { draft: {}, department: 'GONE' }],
    ['an idea that is edited', { idea: anIdea(), draft: { ...anIdea().words, confidential: true } }],
    ['a refused try', { draft: typed, department: 'VOO', fault: { code: 'wordsTooLong', field: 'title' } }],
  ])('for %s is a sound card', (_, view) => expectSound(ideaForm(context, view)));

  test('shows what was written, as it was written', () => {
    for (const words of [hostile, longWord(limits.title)]) {
      const draft = { title: words, problem: words, solution: words, evidence: words };
      expectSound(ideaForm(context, { draft, department: 'VOO' }), { typed: [words] });
    }
  });
});

test('three things are seen; the rest opens on a press', () => {
  const seen = textsOf(draw({ draft: {}, department: 'VOO' }));
  expect(seen).toEqual(
    expect.arrayContaining(['Vad är problemet, och för vem?', 'Ge idén ett namn', 'Vård och omsorg']),
  );
  expect(seen).not.toContain('Hur vill du lösa det?');
  expect(seen.at(-1)).toMatch(/^Alla i kommunen kan läsa idén/);
});

test('what is written in a folded field is seen', () => {
  expect(textsOf(draw({ draft: { solution: 'Fler bilar.' }, department: 'VOO' }))).toContain('Hur vill du lösa det?');
});

test('every button that folds names parts that are there', () => {
  const card = draw({ draft: {}, department: 'VOO' });
  const ids = [...nodesOf(card)].map(({ id }) => id);
  const folding = buttonsOf(card).filter(({ type }) => type === 'Action.ToggleVisibility');
  expect(folding.map(({ title }) => title)).toEqual(['Byt', 'Lägg till mer']);
  for (const { targetElements } of folding) expect(ids).toEqual(expect.arrayContaining(targetElements as string[]));
});

test('sends the words with the person’s own department', () => {
  const card = draw({ draft: {}, department: 'VOO' });
  const send = button(card, 'Skicka idén');
  expect(send.verb).toBe('submit');
  expect(filledIn(card, send, typed)).toEqual({ ...typed, department: 'VOO', confidential: 'false' });
});

test('without a known department it must be chosen', () => {
  const card = draw({ draft: typed });
  const send = button(card, 'Skicka idén');
  expect(() => filledIn(card, send, {})).toThrow(/"department" is required/);
  expect(filledIn(card, send, { department: 'MIL' })).toMatchObject({ department: 'MIL' });
});

test('does not send without a problem and a name', () => {
  const card = draw({ draft: {}, department: 'VOO' });
  expect(() => filledIn(card, button(card, 'Skicka idén'), {})).toThrow(/"problem" is required; "title" is required/);
});

test('the fields take as much as the domain does', () => {
  const words = inputsOf(draw({ draft: {}, department: 'VOO' })).filter(({ type }) => type === 'Input.Text');
  expect(Object.fromEntries(words.map(({ id, maxLength }) => [id, maxLength]))).toEqual({
    problem: limits.problem,
    title: limits.title,
    solution: limits.solution,
    evidence: limits.evidence,
    workplace: limits.workplace,
    // The longest address there is (RFC 5321).
    forColleague: 254,
  });
});

test('an idea that is edited keeps its department, and one can go back', () => {
  const card = draw({ idea: anIdea(), draft: anIdea().words });
  expect(inputsOf(card).map(({ id }) => id)).not.toContain('department');
  expect(button(card, 'Spara ändringarna')).toMatchObject({ verb: 'edit', data: { idea: 'K7M4QX' } });
  expect(button(card, 'Tillbaka')).toMatchObject({ verb: 'panel', associatedInputs: 'none' });
});

describe('an idea of somebody else', () => {
  test('is sent in with their address, or with the workplace meeting that had it', () => {
    const card = draw({ draft: typed, department: 'VOO' });
    const whose = { forColleague: 'kollega@soderhamra.example', workplace: 'APT Grupp Söder' };
    expect(filledIn(card, button(card, 'Skicka idén'), whose)).toMatchObject(whose);
  });

  test('stands open with what was written when it was refused', () => {
    const fault = { code: 'unknownColleague' } as const;
    const card = draw({ draft: { ...typed, forColleague: 'kollega' }, department: 'VOO', fault });
    expect(textsOf(card)).toEqual(expect.arrayContaining(['kollega']));
  });

  test('is decided when it is sent: an idea that is edited keeps whose it is', () => {
    const ids = inputsOf(draw({ idea: anIdea(), draft: anIdea().words })).map(({ id }) => id);
    expect(ids).not.toContain('forColleague');
    expect(ids).not.toContain('workplace');
  });
});
