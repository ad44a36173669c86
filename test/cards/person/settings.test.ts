import { settings } from '../../../src/cards/person/settings';
import { languageCodes } from '../../../src/domain/languages';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import type { Post } from '../../../src/domain/person/posts';
import { button, inputsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { longWord } from '../../../testing/samples/text/words';

const person: Person = {
  ref: 'pME',
  name: 'Medarbetare Hemtjänst',
  emails: ['medarbetare@soderhamra.example'],
  language: 'sv',
  languageChosen: false,
  preferences: defaultPreferences,
  welcomed: [],
  disowned: [],
};
const settled: Person = { ...person, department: 'VOO', unit: 'HTS', awayUntil: '2026-12-01' };
const leader: Post = { role: 'leader', department: 'VOO' };
const manager: Post = { role: 'manager', department: 'VOO', unit: 'HTS' };
const idsOf = (card: unknown) => inputsOf(card).map(({ id }) => id);
const chosenIn = (card: unknown, id: string) => inputsOf(card).find((input) => input.id === id)?.value;

test.each(languageCodes)('settings in %s are a sound card', (language) => {
  for (const posts of [[], [leader], [manager], [leader, manager, { role: 'office' } as const]]) {
    expectSound(settings(contextFor(language), person, posts));
    expectSound(settings(contextFor(language), settled, posts, 'saved'));
    expectSound(settings(contextFor(language), settled, posts, 'dateNotAhead'));
  }
  expectSound(settings(contextFor(language, renamed(longWord(80))), settled, [leader]));
});

test('show what is set', () => {
  const { card } = settings(contextFor(), settled, [leader]);
  expect(chosenIn(card, 'language')).toBe('sv');
  expect(chosenIn(card, 'department')).toBe('VOO.HTS');
  expect(chosenIn(card, 'awayUntil')).toBe('2026-12-01');
  expect(chosenIn(card, 'newIdeas')).toBe('direct');
  expect(chosenIn(card, 'reminders')).toBe('true');
  expect(button(card, 'Spara')).toMatchObject({ verb: 'saveSettings', associatedInputs: 'auto' });
});

test('ask only what has an effect for this person', () => {
  const context = contextFor();
  expect(idsOf(settings(context, person, []).card)).toEqual([
    'language',
    'department',
    'dayCard',
    'reminders',
    'comments',
    'followed',
    'elsewhere',
    'challenges',
    'training',
  ]);
  expect(idsOf(settings(context, person, [manager]).card)).toEqual([
    'language',
    'department',
    'dayCard',
    'digest',
    'reminders',
    'comments',
    'followed',
    'elsewhere',
    'challenges',
    'training',
  ]);
  expect(idsOf(settings(context, person, [leader]).card)).toEqual([
    'language',
    'department',
    'awayUntil',
    'phrases',
    'dayCard',
    'newIdeas',
    'reminders',
    'comments',
    'followed',
    'elsewhere',
    'challenges',
    'training',
  ]);
});

test('offer what else the day card can tell: it is on for holders of a post, and for others when they choose it', () => {
  const context = contextFor();
  const on = (posts: Post[], dayNews?: Person['preferences']['dayNews']) => {
    const preferences = { ...defaultPreferences, ...(dayNews && { dayNews }) };
    return chosenIn(settings(context, { ...person, preferences }, posts).card, 'elsewhere');
  };
  expect([on([leader]), on([]), on([], { elsewhere: true }), on([leader], { elsewhere: false })]).toEqual([
    ...['true', 'false', 'true', 'false'],
  ]);
});

test('ask managers how often they are told of the week: each week as long as they have not said', () => {
  const of = (preferences: Partial<Person['preferences']>) =>
    settings(contextFor(), { ...person, preferences: { ...defaultPreferences, ...preferences } }, [manager]).card;
  const values = [
    {},
    { digestPace: 'weekly' },
    { digestPace: 'monthly' },
    { digest: false, digestPace: 'monthly' },
  ] as const;
  expect(values.map((one) => chosenIn(of(one), 'digest'))).toEqual(['weekly', 'weekly', 'monthly', 'off']);
  const titles = (card: unknown) =>
    inputsOf(card)
      .flatMap(({ id, choices }) => (id === 'digest' ? (choices as { title: string }[]) : []))
      .map(({ title }) => title);
  expect(titles(of({}))).toEqual(['Skicka den varje måndag', 'Skicka den en gång i månaden', 'Skicka den inte']);
  const [department] = exampleOrganisation().departments;
  const departments = department ? [{ ...department, headcount: 500, units: [] }] : [];
  const small = contextFor('sv', { ...exampleOrganisation(), departments });
  expect(titles(settings(small, person, [manager]).card)[0]).toBe(
    'Skicka den varje måndag, eller en gång i månaden när lite händer',
  );
});

test('an absence that is over is shown as none', () => {
  const { card } = settings(contextFor(), { ...settled, awayUntil: '2026-11-20' }, [leader]);
  expect(chosenIn(card, 'awayUntil')).toBe('');
});

test('promise that decisions on own ideas always come', () => {
  const context = contextFor();
  expect(textsOf(settings(context, person, []).card)).toContain(context.t('settings.always'));
});

test('say what came of saving', () => {
  const saved = settings(contextFor(), settled, [leader], 'saved');
  expect(textsOf(saved.card)).toContain('Sparat');
  expect(saved.summary).toBe('Dina inställningar är sparade.');
  const refused = settings(contextFor(), settled, [leader], 'dateNotAhead');
  expect(textsOf(refused.card)).toContain('”Borta till och med”: välj en dag längre fram.');
});
