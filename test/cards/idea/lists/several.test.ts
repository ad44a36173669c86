import type { ToChoose } from '../../../../src/app/idea/lists/choose-several';
import { type Closing, closing, several } from '../../../../src/cards/idea/lists/several';
import { unmarked } from '../../../../src/cards/language/unmarked';
import { shortened } from '../../../../src/cards/shortened';
import { languageCodes } from '../../../../src/domain/languages';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../../../../testing/cards/card';
import { expectSound } from '../../../../testing/cards/sound-card';
import { contextFor } from '../../../../testing/samples/card-context';
import { anIdea, ideas } from '../../../../testing/samples/idea/ideas';
import { toChoose } from '../../../../testing/samples/idea/turns';
import { hostile, longWord } from '../../../../testing/samples/text/words';

const page = (changes: Partial<ToChoose> = {}): ToChoose =>
  toChoose({ filter: 'new', page: 1, ideas: ideas(8), more: true, ...changes });
const names = new Map([['pSUBMITTER', 'Undersköterska Hemtjänst']]);
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

test.each(languageCodes)('choosing several in %s is a sound card', (language) => {
  const context = contextFor(language);
  expectSound(several(context, page()));
  expectSound(several(context, page({ ideas: [] })));
  const draft = { chosen: 'K7M400.1', reason: hostile, department: 'MIL', refusal: hostile };
  expectSound(several(context, page({ ideas: [anIdea({ words: { title: hostile, problem: 'x' } })] }), draft), {
    cut: [hostile, unmarked(hostile)],
  });
  const long = ideas(8).map((idea) => ({ ...idea, words: { ...idea.words, title: longWord(120) } }));
  expectSound(several(context, page({ ideas: long }), { reason: longWord(2000), refusal: longWord(200) }));
});

test('each idea is told by its title and who sent it in, at its present turn', () => {
  const { card } = several(contextFor(), page({ ideas: [anIdea({ decisionVersion: 4 })], names }));
  const [choice] = inputsOf(card);
  expect(choice).toMatchObject({ id: 'ideas', isMultiSelect: true });
  expect(choicesOf(choice ?? {})).toEqual([
    { title: 'Delade cyklar i hemtjänsten · Undersköterska Hemtjänst', value: 'K7M4QX.4' },
  ]);
});

test('both decisions are one operation, so that a press of each is one effect', () => {
  const { card } = several(contextFor(), page());
  const [passOn, close] = [button(card, 'Skicka vidare'), button(card, 'Avsluta')];
  expect(passOn.data).toMatchObject({ do: 'passOn' });
  expect(close).toMatchObject({
    style: 'destructive',
    data: { do: 'close', idempotencyKey: passOn.data?.idempotencyKey },
  });
});

test('what is chosen on other pages goes along with every button that keeps the choice', () => {
  const { card } = several(contextFor(), page(), { chosen: 'K7M4ZZ.2,K7M401.1,K7M4ZY.3' });
  expect(inputsOf(card)[0]?.value).toBe('K7M401.1');
  expect(textsOf(card)).toContain('2 idéer är valda på andra sidor.');
  for (const title of ['Avsluta', 'Skicka vidare', 'Visa fler', 'Visa föregående']) {
    const { data, associatedInputs } = button(card, title);
    expect({ chosen: data?.chosen, associatedInputs }).toEqual({
      chosen: 'K7M4ZZ.2,K7M4ZY.3',
      associatedInputs: 'auto',
    });
  }
  expect(button(card, 'Visa fler').data).toMatchObject({ filter: 'new', page: '2', several: 'true' });
  // Nothing that has not been filled in yet keeps anybody from turning the page.
  expect(inputsOf(card).filter(({ isRequired }) => isRequired)).toEqual([]);
});

test('goes back to the page it came from without asking for anything', () => {
  expect(button(several(contextFor(), page()).card, 'Tillbaka')).toMatchObject({
    verb: 'queue',
    associatedInputs: 'none',
    data: { filter: 'new', page: '1' },
  });
});

test('ideas are passed on to departments, not to units', () => {
  const department = inputsOf(several(contextFor(), page()).card).find(({ id }) => id === 'department');
  const values = choicesOf(department ?? {}).map(({ value }) => value);
  expect(values).toContain('VOO');
  expect(values.filter((value) => value.includes('.'))).toEqual([]);
});

test('a refused press keeps what was chosen and written, and says why', () => {
  const draft = {
    chosen: 'K7M400.1,K7M401.1',
    reason: 'Vi har redan det här.',
    department: 'MIL',
    refusal: 'Så går det inte.',
  };
  const { card } = several(contextFor(), page(), draft);
  expect(textsOf(card)).toContain('Så går det inte.');
  expect(inputsOf(card).map(({ id, value }) => [id, value])).toEqual([
    ['ideas', 'K7M400.1,K7M401.1'],
    ['opening', ''],
    ['reason', 'Vi har redan det här.'],
    ['department', 'MIL'],
  ]);
});

test('where nothing can be decided it says so and leads back', () => {
  const { card } = several(contextFor(), page({ ideas: [], more: false, page: 0 }));
  expect(inputsOf(card)).toEqual([]);
  expect(titlesOf(card)).toEqual(['Tillbaka']);
});

describe('before several are closed', () => {
  const asked = (changes: Partial<Closing> = {}): Closing => ({
    ideas: ideas(3),
    names,
    moved: 0,
    who: 'Innovationsledare Vård',
    idempotencyKey: '0123456789ABCDEF',
    filter: 'new',
    page: 1,
    chosen: 'K7M400.1,K7M401.1,K7M402.1',
    reason: 'Det finns redan i planen.',
    ...changes,
  });

  test.each(languageCodes)('the question in %s is a sound card, also with as much as it can hold', (language) => {
    expectSound(closing(contextFor(language), asked()));
    const most = ideas(40).map((idea) => ({ ...idea, words: { ...idea.words, title: 'Å'.repeat(120) } }));
    const chosen = most.map(({ id }) => `${id}.123`).join(',');
    expectSound(closing(contextFor(language), asked({ ideas: most, chosen, moved: 3, reason: 'å'.repeat(2000) })));
    const odd = [anIdea({ words: { title: hostile, problem: 'x' } })];
    expectSound(closing(contextFor(language), asked({ ideas: odd, who: hostile })), { typed: [hostile] });
  });

  test('it says how many, which, whose, and what they will read', () => {
    const { card, summary } = closing(contextFor(), asked({ moved: 2 }));
    expect(summary).toBe('Avsluta 3 idéer?');
    const shown = textsOf(card);
    expect(shown).toContain('Idé nummer 2 · Undersköterska Hemtjänst');
    expect(shown).toContain('Innovationsledare Vård tackar för din idé, men vi går inte vidare med den nu.');
    expect(shown).toContain('2 av idéerna har ändrats sedan du valde dem. De avslutas inte.');
    expect(inputsOf(card)).toEqual([
      expect.objectContaining({ id: 'reason', value: 'Det finns redan i planen.' }),
      expect.objectContaining({ id: 'obstacleKind', isRequired: false }),
      expect.objectContaining({ id: 'obstacleLine', isRequired: false }),
    ]);
  });

  test('yes is the same press once more, and the other way keeps the choice', () => {
    const { card } = closing(contextFor(), asked());
    expect(button(card, 'Avsluta 3 idéer')).toMatchObject({
      verb: 'several',
      style: 'destructive',
      data: { do: 'close', confirmed: 'true', idempotencyKey: '0123456789ABCDEF', chosen: asked().chosen },
    });
    expect(button(card, 'Tillbaka')).toMatchObject({
      verb: 'queue',
      associatedInputs: 'auto',
      data: { several: 'true', filter: 'new', page: '1', chosen: asked().chosen },
    });
  });

  test('of a pile each idea stands with its own words and a field that says whose it is', () => {
    const [one, two, three] = ideas(3);
    const words = { title: 'Lådcyklar', problem: 'Vi väntar på\nbilar varje morgon.' };
    const pile = asked({
      ideas: [{ ...anIdea(), ...one, words }, two, three].flatMap((it) => it ?? []),
      pile: 'alike',
    });
    const { card } = closing(contextFor(), {
      ...pile,
      lined: 'K7M401,K7M4ZZ',
      line1: 'Ert garage är fullt.',
      line2: 'x',
    });
    expect(textsOf(card)).toContain('Vi väntar på bilar varje morgon.');
    expect(inputsOf(card).map(({ id, value }) => [id, value])).toEqual([
      ['reason', 'Det finns redan i planen.'],
      ['obstacleKind', ''],
      ['obstacleLine', ''],
      ['line1', ''],
      ['line2', 'Ert garage är fullt.'],
      ['line3', ''],
    ]);
    expect(inputsOf(card).find(({ id }) => id === 'line1')?.label).toBe('Bara om ”Lådcyklar” (frivilligt)');
    expect(button(card, 'Avsluta 3 idéer').data).toMatchObject({ pile: 'alike', lined: 'K7M400,K7M401,K7M402' });
  });

  test.each(languageCodes)('a pile in %s is a sound card with as many fields as it has room for', (language) => {
    const most = ideas(40).map((idea) => ({ ...idea, words: { title: 'Å'.repeat(120), problem: 'å'.repeat(4000) } }));
    const chosen = most.map(({ id }) => `${id}.123`).join(',');
    const { card, ...rest } = closing(contextFor(language), asked({ ideas: most, chosen, pile: 'alike' }));
    expectSound({ card, ...rest });
    expect(inputsOf(card)).toHaveLength(13);
    const odd = [anIdea({ words: { title: hostile, problem: hostile } })];
    expectSound(closing(contextFor(language), asked({ ideas: odd, pile: 'think', refusal: hostile })), {
      typed: [hostile],
      cut: [hostile, unmarked(hostile), unmarked(shortened(hostile, 60))],
    });
  });
});
