import { sampleNames } from '../../dev/gallery/card-row';
import { cardRows } from '../../dev/gallery/samples';
import { type Language, languageCodes } from '../../src/domain/languages';
import { buttonsOf, type Card } from '../../testing/cards/card';
import { type CardNode, isNode, nodesOf } from '../../testing/cards/nodes';
import { contextFor } from '../../testing/samples/card-context';
import { type City, days, startCity } from '../../testing/scenes/city';
import { cardAbout, choosesMore, pressesOn, sendsIdea } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

/** Everything that can be pressed as a button and is seen, on the card and in it. */
const actionsOf = (card: unknown): CardNode[] =>
  [...nodesOf(card, ({ isVisible }) => isVisible !== false)].flatMap(({ actions }) =>
    Array.isArray(actions) ? actions.filter(isNode) : [],
  );

const MOST = 6;

describe('Store validation of the cards', () => {
  let city: City;
  let sent: { to: Person; card: Card }[];
  beforeAll(async () => {
    city = await startCity();
    const leader = await city.arrives('leader');
    const manager = await city.arrives('manager');
    const employee = await city.arrives('employee');
    await useEverything(city, { leader, manager, employee });
    sent = [leader, manager, employee].flatMap((to) =>
      to.chat().flatMap(({ cards }) => cards.map((card) => ({ to, card }))),
    );
  });
  afterAll(() => city.stop());

  it(`Actions: no card that is sent has more than ${MOST}`, () => {
    expect(sent.length).toBeGreaterThan(30);
    const tooMany = sent.filter(({ card }) => actionsOf(card).length > MOST);
    expect(tooMany.map(({ card }) => actionsOf(card).map(({ title }) => title))).toEqual([]);
  });

  it.each(sampleNames)(`Actions: no card that can be sent has more than ${MOST}, filled with %s content`, (sample) => {
    const all = Object.entries(cardRows).flatMap(([name, { samples }]) =>
      languageCodes.map((language) => ({ name, card: samples[sample](contextFor(language)).card })),
    );
    expect(all.filter(({ card }) => actionsOf(card).length > MOST).map(({ name }) => name)).toEqual([]);
  });

  it('Links: one that leaves Teams says so, in each language', () => {
    const words: Record<Language, string> = { sv: 'lämnar Teams', en: 'leaves Teams' };
    const links = Object.values(cardRows).flatMap(({ samples }) =>
      languageCodes.flatMap((language) =>
        sampleNames.flatMap((sample) =>
          buttonsOf(samples[sample](contextFor(language)).card)
            .filter(({ type }) => type === 'Action.OpenUrl')
            .map(({ title = '', url }) => ({ title, url: new URL(String(url)), leaves: words[language] })),
        ),
      ),
    );
    const away = links.filter(({ url }) => url.hostname !== 'teams.microsoft.com');
    expect(away.length).toBeGreaterThan(0);
    expect(away.filter(({ title, leaves }) => !title.includes(leaves))).toEqual([]);
    expect(away.filter(({ url }) => url.protocol !== 'https:')).toEqual([]);
  });
});

/** One idea that is asked about, answered, explored and done, one that is closed, and every written command. */
async function useEverything(
  city: City,
  { leader, manager, employee }: Record<'leader' | 'manager' | 'employee', Person>,
) {
  const id = await sendsIdea(employee);
  await city.delivers();
  await pressesOn(leader, id, 'Ställ en fråga');
  await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
  await city.delivers();
  await pressesOn(employee, id, 'Svara');
  await pressesOn(employee, id, 'Skicka svaret', { answer: 'Sex' });
  await city.delivers();
  await pressesOn(leader, id, 'Utforska idén');
  await city.delivers();
  const other = await sendsIdea(employee, { title: 'Solceller' });
  await city.delivers();
  await choosesMore(leader, other, 'Avsluta', { reason: 'Det finns redan.' });
  await city.delivers();
  // To Monday, when the past week is sent.
  city.pass(days(4));
  await city.delivers();
  for (const person of [leader, manager, employee]) {
    for (const words of [
      'hej',
      'idé',
      'mina idéer',
      `status ${id}`,
      'min tur',
      'ledare miljö',
      'veckan',
      'inställningar',
      'Fler cyklar',
    ]) {
      await person.says(words);
    }
  }
  expect(cardAbout(employee, id).card).toBeDefined();
}
