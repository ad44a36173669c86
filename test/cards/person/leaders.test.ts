import type { DepartmentLeaders } from '../../../src/app/person/find-leaders';
import { leaderChoice, leaderNotFound, leaders } from '../../../src/cards/person/leaders';
import { shortened } from '../../../src/cards/shortened';
import { languageCodes } from '../../../src/domain/languages';
import { type DepartmentHit, searchDepartments } from '../../../src/domain/organisation/department-search';
import type { Department } from '../../../src/domain/organisation/organisation';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

type Awaits = Record<string, string>;

/** The leaders of a department as they stand when some of them, by e-mail, are away. */
function found(context: ReturnType<typeof contextFor>, code: string, away: Awaits = {}): DepartmentLeaders {
  const department = departmentOf(context, code);
  return {
    department,
    leaders: department.leaders.map((contact) => {
      const awayUntil = away[contact.email];
      return { contact, ...(awayUntil && { awayUntil }) };
    }),
    deputies: department.deputies,
  };
}

function departmentOf(context: ReturnType<typeof contextFor>, code: string): Department {
  const department = context.directory.department(code);
  if (!department) throw new Error(`The example organisation has no ${code}`);
  return department;
}

const crowd = (context: ReturnType<typeof contextFor>): DepartmentLeaders => {
  const leading = context.directory.departments.slice(0, 5).flatMap((department) => department.leaders);
  return { department: departmentOf(context, 'VOO'), leaders: leading.map((contact) => ({ contact })), deputies: [] };
};

const links = (card: unknown) => buttonsOf(card).filter(({ type }) => type === 'Action.OpenUrl');
const vard = 'innovationsledare.vard@soderhamra.example';
const aldre = 'innovationsledare.aldreomsorg@soderhamra.example';

describe.each(languageCodes)('the leaders in %s', (language) => {
  test.each([
    ['two', (context: ReturnType<typeof contextFor>) => found(context, 'VOO')],
    ['one of them away', (context: ReturnType<typeof contextFor>) => found(context, 'VOO', { [vard]: '2026-12-01' })],
    ['many', crowd],
    ['none', (context: ReturnType<typeof contextFor>) => ({ ...found(context, 'VOO'), leaders: [], deputies: [] })],
  ])('with %s are a sound card', (_, view) => {
    expectSound(leaders(contextFor(language), view(contextFor(language))));
    const strange = contextFor(language, renamed(hostile));
    expectSound(leaders(strange, view(strange)), { typed: [hostile] });
    const long = contextFor(language, renamed(longWord(200)));
    expectSound(leaders(long, view(long)), { typed: [longWord(200)] });
  });

  test('choices and misses are sound cards', () => {
    const context = contextFor(language);
    const { departments } = context.directory;
    const hits = departments.map((department): DepartmentHit => ({ department, nearness: 'word' }));
    for (const count of [2, 4, departments.length]) expectSound(leaderChoice(context, hits.slice(0, count)));
    expectSound(leaderNotFound(context, 'xyz', departments.slice(0, 3)));
    expectSound(leaderNotFound(context, '?', []));
    expectSound(leaderNotFound(context, hostile, []), { cut: [shortened(hostile, 60).slice(0, -1)] });
    expectSound(leaderNotFound(context, longWord(200), departments.slice(0, 3)));
  });
});

test('each leader has name, title, address, and one press to chat and to book a meeting', () => {
  const { card, summary } = leaders(contextFor(), found(contextFor(), 'VOO'));
  expect(textsOf(card)).toEqual(
    expect.arrayContaining(['Vård och omsorg', 'Innovationsledare Vård', 'Innovationsledare', vard]),
  );
  expect(links(card).map(({ title }) => title)).toEqual(['Chatta', 'Boka möte', 'Chatta', 'Boka möte']);
  expect(summary).toBe(
    'Innovationsledare för Vård och omsorg: Innovationsledare Vård och Innovationsledare Äldreomsorg',
  );
});

test('the links are Teams deep links that survive every address', () => {
  const context = contextFor();
  const view = found(context, 'MIL');
  const leader = { contact: { name: 'Ledare', email: 'a+b&c=d/å@x.example', title: 'Ledare' } };
  const [chat, meeting] = links(leaders(context, { ...view, leaders: [leader] }).card).map(
    ({ url }) => new URL(String(url)),
  );
  expect(chat?.pathname).toBe('/l/chat/0/0');
  expect(chat?.searchParams.get('users')).toBe('a+b&c=d/å@x.example');
  expect(chat?.searchParams.get('message')).toBe('Hej! Jag vill prata om en idé.');
  expect(meeting?.pathname).toBe('/l/meeting/new');
  expect(meeting?.searchParams.get('attendees')).toBe('a+b&c=d/å@x.example');
  expect(meeting?.searchParams.get('subject')).toBe('Prata om en idé');
  expect(chat?.href).not.toContain('+');
});

test('says who answers while a leader is away, and lets one reach them', () => {
  const { card } = leaders(contextFor(), found(contextFor(), 'VOO', { [vard]: '2026-12-01' }));
  const { deputies } = departmentOf(contextFor(), 'VOO');
  expect(textsOf(card)).toContain(
    `Innovationsledare Vård är borta till och med 1 december. ${deputies[0]?.name} svarar under tiden.`,
  );
  expect(textsOf(card)).toContain(deputies[0]?.email);
});

test('deputies are not shown while every leader is here', () => {
  const { deputies } = departmentOf(contextFor(), 'VOO');
  expect(textsOf(leaders(contextFor(), found(contextFor(), 'VOO')).card)).not.toContain(deputies[0]?.name);
});

test('where all are away and there is no deputy, the innovation office answers', () => {
  const view = { ...found(contextFor(), 'VOO', { [vard]: '2026-12-01', [aldre]: '2026-12-05' }), deputies: [] };
  expect(textsOf(leaders(contextFor(), view).card)).toContain(
    'Innovationsledare Vård är borta till och med 1 december. Innovationskontoret svarar under tiden.',
  );
});

test('where ideas wait for whoever is back first, that is said too: not for somebody who is away for long', () => {
  const context = contextFor();
  const told = (until: string) =>
    textsOf(leaders(context, { ...found(context, 'VOO', { [vard]: until, [aldre]: until }), deputies: [] }).card);
  expect(told('2026-12-01')).toContain('Idéer får svar när Innovationsledare Vård är tillbaka.');
  expect(told('2027-06-01').join(' ')).not.toContain('Idéer får svar');
});

test('a deputy who has not installed the bot answers for nobody, and can be reached', () => {
  const until = { [vard]: '2026-12-01', [aldre]: '2026-12-05' };
  const view = { ...found(contextFor(), 'VOO', until), unreached: true as const };
  const texts = textsOf(leaders(contextFor(), view).card);
  const [deputy] = view.deputies;
  expect(texts).toContain('Idéer får svar när Innovationsledare Vård är tillbaka.');
  expect(texts.join(' ')).not.toContain(`${deputy?.name} svarar`);
  expect(texts).toContain(deputy?.email);
});

test('where nobody leads, the innovation office is there to be reached', () => {
  const { card } = leaders(contextFor(), { ...found(contextFor(), 'MIL'), leaders: [], deputies: [] });
  expect(textsOf(card).join(' ')).toContain('Här finns ingen innovationsledare just nu. Innovationskontoret svarar');
  expect(textsOf(card)).toContain('innovationschef@soderhamra.example');
});

test('the first two have buttons, and the others are rows that open a chat, so that the card keeps to six', () => {
  const { card } = leaders(contextFor(), crowd(contextFor()));
  const people = crowd(contextFor()).leaders.map(
    ({ contact: { name, title, email } }) => `Chatta med ${name}, ${title}, ${email}`,
  );
  const buttons = ['Chatta', 'Boka möte', 'Chatta', 'Boka möte'];
  expect(links(card).map(({ title }) => title)).toEqual([...buttons, ...people.slice(2)]);
});

test('another department can be searched for', () => {
  const { card } = leaders(contextFor(), found(contextFor(), 'VOO'));
  expect(inputsOf(card)).toEqual([expect.objectContaining({ id: 'query', label: 'Annan förvaltning' })]);
  expect(button(card, 'Sök')).toMatchObject({ verb: 'leader', associatedInputs: 'auto' });
});

test('a few that are meant are buttons, many are a searchable list', () => {
  const context = contextFor();
  const { departments } = context.directory;
  const hits = departments.map((department): DepartmentHit => ({ department, nearness: 'word' }));
  const few = leaderChoice(context, hits.slice(0, 2)).card;
  expect(button(few, 'Vård och omsorg').data).toMatchObject({ verb: 'leader', department: 'VOO' });
  const many = leaderChoice(context, hits).card;
  expect(choicesOf(inputsOf(many)[0] ?? {})).toHaveLength(departments.length);
  expect(button(many, 'Välj')).toMatchObject({ verb: 'leader', associatedInputs: 'auto' });
});

test('a hit on a unit says which one, and leads to its department', () => {
  const search = searchDepartments(contextFor().directory, 'hemtjänst söder');
  if (search.kind !== 'one') throw new Error(`found ${search.kind}`);
  const { card } = leaderChoice(contextFor(), [search.hit]);
  expect(button(card, 'Vård och omsorg · Hemtjänst Söder').data).toMatchObject({ department: 'VOO' });
});

test('a miss quotes what was written and offers what comes nearest', () => {
  const { card, summary } = leaderNotFound(contextFor(), 'miljjö och annat', [departmentOf(contextFor(), 'MIL')]);
  expect(summary).toBe('Ingen förvaltning, inget bolag och ingen enhet heter ”miljjö och annat”.');
  expect(button(card, 'Miljö').data).toMatchObject({ department: 'MIL' });
  expect(button(card, 'Sök')).toBeDefined();
});
