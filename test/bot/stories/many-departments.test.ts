import { erasePerson } from '../../../src/app/privacy/erase-person';
import type { Organisation } from '../../../src/domain/organisation/organisation';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { gives } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

/** Teams takes a little more; a card has to stay below. */
const MOST_BYTES = 26 * 1024;

const codeOf = (n: number): string => `D${String(n).padStart(3, '0')}`;
const leaderOf = (n: number) => ({
  name: `Innovationsledare ${n}`,
  email: `ledare.${n}@soderhamra.example`,
  title: 'Innovationsledare',
});

/** The example's municipality with so many more departments, each with a leader and a name of ordinary length. */
function withDepartments(count: number): Organisation {
  const organisation = exampleOrganisation();
  const [pattern] = organisation.departments;
  if (!pattern) throw new Error('The example organisation has no department');
  const more = Array.from({ length: count }, (_, n) => {
    const { units: _units, ...like } = pattern;
    const name = { sv: `Förvaltning med namn ${n}`, en: `Department by name ${n}` };
    return {
      ...like,
      code: codeOf(n),
      name,
      short: name,
      leaders: [leaderOf(n)],
      deputies: [],
      managers: [],
      units: [],
    };
  });
  return { ...organisation, departments: [...organisation.departments, ...more] };
}

describe.each([45, 113, 235])('an idea that %i departments are asked to take in', (count) => {
  const codes = Array.from({ length: count }, (_, n) => codeOf(n));
  let city: City;
  let [submitter, leader, first, second, third]: Person[] = [];
  let id: string;
  const people = () => {
    if (!submitter || !leader || !first || !second || !third) throw new Error('Somebody has not arrived');
    return { submitter, leader, first, second, third };
  };
  const arrives = async (n: number): Promise<Person> => {
    const { name, email } = leaderOf(n);
    const somebody = city.teams.person({ name, email, locale: 'sv-SE' });
    await somebody.installs();
    return somebody;
  };
  const stored = async () => {
    const found = await city.app.ideas.load(id);
    if (!found) throw new Error('There is no idea');
    return found.idea;
  };
  /** The departments in whose leaders' "min tur" it stands, or another one. */
  const asked = async (about = id) => {
    const queues = await Promise.all(codes.map((code) => city.app.ideas.waiting(`invited.${code}`)));
    return codes.filter((_, n) => queues[n]?.some((row) => row.id === about));
  };
  /** An idea of this person's, done at once and used by the department that has it. */
  const inUse = async (by: Person): Promise<string> => {
    const sent = await sendsIdea(by);
    await city.delivers();
    await pressesOn(people().leader, sent, 'Fler val');
    await gives(people().leader, sent, 'Gör direkt', { person: 'me', until: '2026-12-11' });
    await gives(people().leader, sent, sv('button.done.doing'), { done: 'Cyklarna används.' });
    await city.delivers();
    return sent;
  };
  const isErased = async (address: string): Promise<void> => {
    const ref = (await city.app.people.contacts([address])).get(address)?.ref ?? '';
    expect(await erasePerson(city.app, { ref })).toBe(true);
    await city.delivers();
  };
  const standsInTurnOf = async (person: Person) => seenOn(await person.says('min tur')).includes(`Idé ${id}`);
  const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

  beforeAll(async () => {
    city = await startCity({ organisation: withDepartments(count) });
    [submitter, leader] = [await city.arrives('employee'), await city.arrives('leader')];
    [first, second, third] = [await arrives(0), await arrives(1), await arrives(count - 1)];
    id = await inUse(people().submitter);
  });
  afterAll(() => city.stop({ maxBytes: 28 * 1024 }));

  it('is asked of all of them by one press', async () => {
    await people().leader.says(id);
    const sent = await gives(people().leader, id, 'Fråga fler', { departments: codes.join(',') });
    expect(allOn(sent)).toContain(`Har inte svarat än ${count}`);
    expect(sizeOf(sent.card)).toBeLessThanOrEqual(MOST_BYTES);
    await city.delivers();
    expect(await asked()).toEqual(codes);
    expect(await city.app.steps.list(10)).toEqual([]);
  });

  it('reaches the leaders as a message of their own and in their own list', async () => {
    for (const one of [people().first, people().second, people().third]) {
      expect(seenOn(cardAbout(one, id))).toMatch(/Vill .+ införa idén\?/);
      expect(await standsInTurnOf(one)).toBe(true);
    }
  });

  it('is answered by each for their own department', async () => {
    await gives(people().first, id, 'Vi inför den', { contact: 'Enhetschefen' });
    await gives(people().second, id, 'Inte nu', { reason: 'Vi bygger om.' });
    await gives(people().third, id, 'Vi testar först', {});
    await gives(people().third, id, 'Vi har slutat', {});
    await city.delivers();
    expect((await stored()).adoptions).toMatchObject({
      D000: { status: 'using', contact: 'Enhetschefen' },
      D001: { status: 'notNow', reason: 'Vi bygger om.' },
      [codeOf(count - 1)]: { status: 'stopped' },
    });
    expect(await asked()).toEqual(codes.slice(2, -1));
    expect(await standsInTurnOf(people().second)).toBe(false);
  });

  it('tells everybody how many they are and names the first; all are a press away, a page at a time', async () => {
    const card = await people().submitter.says(id);
    expect(sizeOf(card.card)).toBeLessThanOrEqual(MOST_BYTES);
    const shown = allOn(card);
    expect(shown).toContain('Används av 2');
    expect(shown).toContain(`Har inte svarat än ${count - 3}`);
    expect(shown).toContain('Förvaltning med namn 2');
    expect(shown).toContain(sv('post.more', { count: count - 11 }));
    let page = await people().submitter.presses(sv('button.adopters'));
    let seen = seenOn(page);
    for (let turned = 1; turned * 40 < count + 1; turned++) {
      expect(sizeOf(page.card)).toBeLessThanOrEqual(MOST_BYTES);
      page = await people().submitter.presses(sv('button.showMore'));
      seen += `\n${seenOn(page)}`;
    }
    for (const code of codes) expect(seen).toContain(`Förvaltning med namn ${Number(code.slice(1))}`);
    expect(seen).toContain('Enhetschefen');
  });

  it('stays whole when the one who had it has their data erased', async () => {
    await isErased(addressOf('employee'));
    const { submittersLeft, adoptions } = await stored();
    expect(submittersLeft).toBe(true);
    expect(Object.keys(adoptions)).toHaveLength(count + 1);
    expect(await asked()).toEqual(codes.slice(2, -1));
  });

  it('asks nobody any more when it is closed', async () => {
    await people().leader.says(id);
    await gives(people().leader, id, 'Avsluta', { reason: 'Leverantören har slutat.' });
    await city.delivers();
    expect((await stored()).stage).toBe('closed');
    expect(await asked()).toEqual([]);
    expect(await city.app.steps.list(10)).toEqual([]);
    expect([...(await city.ideaRows()).keys()].filter((key) => key.includes('checkAdoption'))).toEqual([]);
  });

  // C8 in its own order: asked of all, closed, and only then is the one who had it erased.
  it('stays whole as well when it is closed first, and its submitter erased then', async () => {
    const other = await inUse(await city.arrives('colleague'));
    await people().leader.says(other);
    await gives(people().leader, other, 'Fråga fler', { departments: codes.join(',') });
    await city.delivers();
    expect(await asked(other)).toEqual(codes);
    await people().leader.says(other);
    await gives(people().leader, other, 'Avsluta', { reason: 'Leverantören har slutat.' });
    await city.delivers();
    await isErased(addressOf('colleague'));
    const found = await city.app.ideas.load(other);
    expect(found?.idea).toMatchObject({ stage: 'closed', submittersLeft: true });
    expect(Object.keys(found?.idea.adoptions ?? {})).toHaveLength(count + 1);
    expect(await asked(other)).toEqual([]);
    expect(await city.app.steps.list(10)).toEqual([]);
    expect([...(await city.ideaRows()).keys()].filter((key) => key.includes('checkAdoption'))).toEqual([]);
    // Whoever opens it is told that it ended, as before.
    expect(allOn(await people().first.says(other))).toContain('Leverantören har slutat.');
  });
});
