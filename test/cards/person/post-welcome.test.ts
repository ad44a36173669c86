import { postDisowned, postWelcome } from '../../../src/cards/person/post-welcome';
import { languageCodes } from '../../../src/domain/languages';
import type { Post } from '../../../src/domain/person/posts';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

const leader: Post = { role: 'leader', department: 'VOO' };
const unitManager: Post = { role: 'manager', department: 'VOO', unit: 'HTS' };
const all: Post[] = [
  leader,
  { role: 'deputy', department: 'MIL' },
  unitManager,
  { role: 'manager', department: 'UTB' },
  { role: 'office' },
];

describe.each(languageCodes)('the welcome to posts in %s', (language) => {
  test.each([...all.map((post) => [post.role, [post]] as const), ['many', all] as const])(
    'is a sound card: %s',
    (_, posts) => expectSound(postWelcome(contextFor(language), posts)),
  );

  test('shows names as they are written', () => {
    const place = longWord(200);
    const drawn = postWelcome(contextFor(language, renamed(place)), all);
    expectSound(drawn);
    expect(textsOf(drawn.card).join(' ')).toContain(place);
    expectSound(postWelcome(contextFor(language, renamed(hostile)), all), { cut: [hostile] });
    expect(textsOf(postWelcome(contextFor(language, renamed(hostile)), [leader]).card).join(' ')).toContain(hostile);
  });

  test('what follows "Det stämmer inte" is a sound card', () => {
    for (const post of all) expectSound(postDisowned(contextFor(language), post));
    expectSound(postDisowned(contextFor(language, renamed(hostile)), leader), { typed: [hostile] });
  });
});

test('says what comes and why, by the name of the unit', () => {
  const { card, summary } = postWelcome(contextFor(), [unitManager]);
  expect(textsOf(card)).toEqual(
    expect.arrayContaining([
      'Du får det här som chef för Hemtjänst Söder.',
      expect.stringMatching(/^Varje måndag får du Veckan som gick/),
    ]),
  );
  expect(summary).toBe('Du får det här som chef för Hemtjänst Söder.');
  expect(button(card, 'Veckan som gick').style).toBe('positive');
});

test('several posts are one card, one sentence for each role', () => {
  const { card } = postWelcome(contextFor(), [...all, { role: 'manager', department: 'MIL' }]);
  const said = textsOf(card).filter((text) => text.startsWith('Du får det här'));
  expect(said).toEqual([
    'Du får det här som innovationsledare för Vård och omsorg.',
    'Du får det här som ersättare för innovationsledaren i Miljö.',
    'Du får det här som chef för Hemtjänst Söder, Utbildning och Miljö.',
    'Du får det här som medarbetare på Innovationskontoret.',
  ]);
});

test('a single post is disowned with one press, one of several by choosing which', () => {
  const one = postWelcome(contextFor(), [leader]);
  expect(button(one.card, 'Det stämmer inte').data).toMatchObject({ post: 'leader.VOO' });
  expect(inputsOf(one.card)).toEqual([]);

  const several = postWelcome(contextFor(), all);
  expect(button(several.card, 'Det stämmer inte').data).toEqual({ verb: 'disown' });
  const [input] = inputsOf(several.card);
  expect(input).toMatchObject({ id: 'post', isRequired: true });
  expect(choicesOf(input ?? {}).map(({ value }) => value)).toEqual([
    'leader.VOO',
    'deputy.MIL',
    'manager.VOO.HTS',
    'manager.UTB',
    'office',
  ]);
  expect(textsOf(several.card)).not.toContain('Vilket uppdrag har du inte?');
});

test('whoever leads a great many places is told of the first ones', () => {
  const posts = contextFor().directory.departments.map(({ code }): Post => ({ role: 'leader', department: code }));
  const { card } = postWelcome(contextFor(), posts);
  expect(textsOf(card).join(' ')).toContain(`och ${posts.length - 4} till.`);
});

test('after disowning, the card says what stops, who puts it right, and how to reach them', () => {
  const { card, summary } = postDisowned(contextFor(), unitManager);
  expect(summary).toBe('Från och med nu får du inga fler meddelanden som chef för Hemtjänst Söder.');
  const link = buttonsOf(card).find(({ type }) => type === 'Action.OpenUrl');
  expect(link?.url).toContain('users=innovationschef%40soderhamra.example&message=Hej!%20');
});

test('says what is expected in each post, with the days that the organisation has for it', () => {
  const days = { leader: 10, funder: 20 };
  const organisation = exampleOrganisation();
  const context = contextFor('sv', { ...organisation, answerDays: { ...organisation.answerDays, ...days } });
  const expected = (post: Post) => textsOf(postWelcome(context, [post]).card).join(' ');
  expect(expected({ role: 'leader', department: 'VOO' })).toMatch(/Det väntas av dig: .*inom 10 dagar/);
  expect(expected({ role: 'deputy', department: 'VOO' })).toMatch(/inom 10 dagar/);
  expect(expected({ role: 'manager', department: 'VOO' })).toMatch(/ge den som leder arbetet tid.*inom 20 dagar/);
  expect(expected({ role: 'office' })).toContain('hjälp innovationsledarna');
  expect(expected({ role: 'registrar' })).toContain('arkiv');
});
