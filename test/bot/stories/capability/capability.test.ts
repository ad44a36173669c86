import { createAnswerSeal } from '../../../../src/app/capability/answer-seal';
import { aboutWaiting, markIn } from '../../../../src/app/capability/round-now';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { ANSWERS_KEY } from '../../../../testing/scenes/city-people';
import { seenOn, sv } from '../../../../testing/scenes/everyday';
import { allStored } from '../../../../testing/storage/all-stored';
import type { Person } from '../../../../testing/teams/person';

/** How many work where, of those who have the bot: 400 in five departments, of which the first is large. */
const sizes = { VOO: 240, UTB: 80, SOC: 55, SBK: 20, KLK: 5 } as const;
type Place = keyof typeof sizes;
const AT_ONCE = 8;

/** A year's round, from the question to the promise; each step begins where the one before ended. */
describe('the yearly question', () => {
  let city: City;
  const staff: { person: Person; place: Place; ref: string }[] = [];
  const people = {} as Record<'office' | 'leader' | 'manager', Person>;
  /** What each has answered, as only they know it. */
  const said = new Map<string, string>();
  /** What storage held of the round after each answer: each row's sums, as whoever reads it would see them. */
  const seen: Map<string, { answers: number; sums: string; row: string }>[] = [];

  beforeAll(async () => {
    const organisation = exampleOrganisation();
    city = await startCity({
      now: '2026-10-05T07:00:00.000Z',
      organisation: {
        ...organisation,
        measuring: { negotiated: '2026-03-02', decision: 'KS 2026/112' },
        departments: organisation.departments.map((one) => ({ ...one, headcount: sizes[one.code as Place] ?? 20 })),
      },
    });
    for (const who of ['office', 'leader', 'manager'] as const) people[who] = await city.arrives(who);
    const all = (Object.entries(sizes) as [Place, number][]).flatMap(([place, size]) =>
      Array.from({ length: size }, (_, n) => ({ place, n })),
    );
    await atOnce(all, async ({ place, n }) => {
      const email = `${place}${n}@soderhamra.example`.toLowerCase();
      const person = city.teams.person({ name: `Demo ${place} ${n}`, email, locale: 'sv-SE' });
      await person.installs();
      await person.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: place } });
      const ref = (await city.app.people.contacts([email])).get(email)?.ref ?? '';
      staff.push({ person, place, ref });
    });
  });
  afterAll(() => city.stop());

  async function atOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const left = [...all];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
      }),
    );
  }

  /** The rows of the round, as anybody with storage in hand reads them. */
  async function rowsOfRound(): Promise<Map<string, Record<string, unknown>>> {
    const rows = await city.ideaRows();
    return new Map([...rows].filter(([key]) => key.startsWith('capability')));
  }
  let looking = Promise.resolve();
  /** One look after the other, as whoever watches storage has them. */
  const look = (): Promise<void> => {
    looking = looking.then(async () => {
      const rows = await rowsOfRound();
      const found = [...rows].map(([key, row]) => {
        const { answers: count = 0, sums = '' } = row;
        return [key, { answers: Number(count), sums: String(sums), row: JSON.stringify(row) }] as const;
      });
      seen.push(new Map(found));
    });
    return looking;
  };

  /** Opens what was said, from the page of "Uppföljning". */
  async function opens(who: keyof typeof people) {
    await people[who].says('översikt');
    await people[who].presses(sv('figures.followUp.heading'));
    return people[who].presses(`${sv('figures.followUp.capability')}, ${sv('figures.followUp.capability.about')}`);
  }

  /** Thirteen steps that nobody else says, so that they would be known again. */
  const stepsOf = (n: number): string[] =>
    Array.from({ length: 13 }, (_, at) => String((Math.floor((n * 7919 + 12345) / 3 ** at) + at) % 6));

  async function answers({ person, ref }: (typeof staff)[number], n: number): Promise<void> {
    const steps = stepsOf(n);
    said.set(ref, steps.join(''));
    await person.presses({
      verb: 'surveyScreen',
      data: { verb: 'surveyScreen', year: '2026', page: '0', below: 'true' },
    });
    const screen = (from: number, to: number) =>
      Object.fromEntries(steps.slice(from, to).map((step, at) => [`s${from + at}`, step]));
    await person.presses(sv('capability.button.next'), screen(0, 5));
    await person.presses(sv('capability.button.next'), screen(5, 9));
    const sent = await person.presses(sv('capability.button.send'), screen(9, 13));
    expect(seenOn(sent)).toContain(sv('capability.thanks'));
  }

  it('is begun by the office, from where it follows up, and by nobody else', async () => {
    await people.leader.presses({ verb: 'beginSurvey', data: { verb: 'beginSurvey' } });
    expect(await city.app.capability.rounds()).toEqual([]);
    await opens('office');
    const begun = await people.office.presses(sv('capability.begin'));
    expect(seenOn(begun)).toContain('26 oktober');
    expect(await city.app.capability.rounds()).toMatchObject([{ year: '2026', from: '2026-10-05', large: ['VOO'] }]);
  });

  it('reaches all in small departments, and a quarter of a large one, in their day card', async () => {
    await city.delivers();
    city.pass(days(1));
    await city.delivers();
    const asked = (place: Place) =>
      staff.filter((one) => one.place === place && isAsked(one.person)).length / sizes[place];
    for (const place of ['UTB', 'SOC', 'SBK', 'KLK'] as const) expect(asked(place)).toBe(1);
    expect(asked('VOO')).toBeGreaterThan(0.12);
    expect(asked('VOO')).toBeLessThan(0.4);
  });

  const isAsked = (person: Person): boolean =>
    person.chat().some((bubble) => bubble.card !== undefined && seenOn(bubble).includes(sv('capability.heading')));

  it('is three screens on which nothing has to be answered, and sums never change by fewer than seven people', async () => {
    await look();
    const asked = staff.filter(({ person }) => isAsked(person));
    expect(asked.length).toBeGreaterThan(180);
    // Those of the smallest but one answer one after the other, so that each write is seen.
    const slow = asked.filter(({ place }) => place === 'SBK');
    for (const [n, one] of slow.entries()) {
      await answers(one, n);
      await look();
    }
    await atOnce(
      asked.filter(({ place }) => place !== 'SBK').map((one, n) => ({ one, n })),
      async ({ one, n }) => {
        await answers(one, 100 + n);
        await look();
      },
    );
    let changes = 0;
    for (const [at, now] of seen.entries()) {
      for (const [key, { answers: count, sums }] of now) {
        if (!key.startsWith('capability|')) continue;
        const before = seen[at - 1]?.get(key);
        if ((before?.sums ?? '{}') === sums) continue;
        changes += 1;
        expect(count - (before?.answers ?? 0)).toBeGreaterThanOrEqual(7);
      }
    }
    expect(changes).toBeGreaterThan(5);
  }, 120_000);

  it('tells nobody with storage, its history and the log in hand what anybody has answered', async () => {
    const stored = await allStored(city.storage);
    const history = seen.flatMap((rows) => [...rows.values()].map(({ row }) => row));
    const everything = [...stored, ...history, JSON.stringify(city.log)];
    for (const [ref, answer] of said) {
      const tells = everything.filter((text) => text.includes(answer) || text.includes(answer.split('').join(',')));
      expect({ ref, tells }).toEqual({ ref, tells: [] });
    }
    // What waits cannot be opened by anything that stands there.
    const words = new Set(everything.flatMap((text) => text.match(/[\w+/=-]{16,}/g) ?? []));
    const [round] = await city.app.capability.rounds();
    const waiting = await city.app.capability.departments('2026');
    const [{ code, waiting: [one] = [] } = { code: '' }] = waiting.filter((row) => row.waiting.length > 0);
    expect(one && round).toBeDefined();
    const random = (size: number) => new Uint8Array(size);
    const opens = (secret: string) =>
      createAnswerSeal({ secret, random }).open(one?.sealed ?? '', aboutWaiting('2026', code, one?.mark ?? ''));
    expect([...words].slice(0, 4000).filter((word) => opens(word) !== undefined)).toEqual([]);
    // And what opens it stands nowhere.
    expect(opens(ANSWERS_KEY)).toHaveLength(13);
    expect(everything.filter((text) => text.includes(ANSWERS_KEY))).toEqual([]);
    // All that waits is as long, whatever it holds.
    expect(new Set(waiting.flatMap((row) => row.waiting.map(({ sealed }) => sealed.length))).size).toBe(1);
  });

  it('carries no answer that can be read in the cards that stand in chats', () => {
    for (const { person, ref } of staff) {
      const steps = said.get(ref);
      if (!steps) continue;
      const carried = JSON.stringify(
        person.chat().flatMap(({ cards }) => cards.map(({ actions, body }) => [actions, body])),
      );
      expect(carried.includes(steps.slice(0, 9))).toBe(false);
    }
  });

  it('is answered once, however often it is sent, and not at all by whoever is not asked', async () => {
    const one = staff.find(({ ref }) => said.has(ref));
    const again = await one?.person.presses({
      verb: 'sendAnswers',
      data: { verb: 'sendAnswers', year: '2026', s0: '5' },
    });
    expect(seenOn(again ?? { card: undefined })).toContain(sv('capability.thanks'));
    const other = staff.find(({ person }) => !isAsked(person));
    const refused = await other?.person.presses({
      verb: 'sendAnswers',
      data: { verb: 'sendAnswers', year: '2026', s0: '5' },
    });
    expect(seenOn(refused ?? { card: undefined })).toContain(sv('capability.over'));
    const counted = (await city.app.capability.departments('2026')).map(
      ({ answers: count, waiting }) => count + waiting.length,
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(said.size);
  });

  it('closes by itself after three weeks, and nothing stands but what may be shown', async () => {
    const [{ salt = '' } = {}] = await city.app.capability.rounds();
    const sealed = (await city.app.capability.departments('2026')).flatMap(({ waiting }) =>
      waiting.map((one) => one.sealed),
    );
    city.pass(days(22));
    await city.delivers();
    await city.delivers();
    const [round] = await city.app.capability.rounds();
    expect(round).toMatchObject({ year: '2026', closed: true, salt: '' });
    const rows = [...(await rowsOfRound()).values()].map((row) => JSON.stringify(row)).join('\n');
    for (const { ref } of staff) expect(rows).not.toContain(markIn({ salt }, ref));
    for (const one of sealed) expect(rows).not.toContain(one);
    const shown = (await city.app.capability.departments('2026')).map(({ code }) => code).sort();
    // Five answered in one: it is held back, and with it the next smallest, so that the whole does not tell what they said.
    expect(shown).toEqual(expect.arrayContaining(['SOC', 'UTB', 'VOO']));
    expect(shown).not.toContain('KLK');
    expect(shown).not.toContain('SBK');
    expect((await city.app.capability.whole('2026'))?.answers).toBe(said.size);
  });

  it('is read by manager, leaders and office, each for their own', async () => {
    await city.delivers();
    const page = await people.leader.presses({ verb: 'capability', data: { verb: 'capability', department: 'VOO' } });
    for (const line of [sv('capability.dimension.culture'), 'Medel', 'Vet inte']) expect(seenOn(page)).toContain(line);
    const other = await people.leader.presses({ verb: 'capability', data: { verb: 'capability', department: 'UTB' } });
    expect(other.message).toBe(sv('capability.notYours'));
    const [anybody] = staff;
    const refused = await anybody?.person.presses({
      verb: 'capability',
      data: { verb: 'capability', department: 'VOO' },
    });
    expect(refused?.message).toBe(sv('capability.notYours'));
    const held = await people.office.presses({ verb: 'capability', data: { verb: 'capability', department: 'KLK' } });
    expect(seenOn(held)).toContain('färre än sju');
  });

  it('leads to one thing that a department promises, which all who work there read', async () => {
    await opens('manager');
    await people.manager.presses(sv('capability.promise.heading'));
    const promised = await people.manager.presses(sv('capability.promise.send'), {
      what: 'Varje arbetsplats får två timmar i månaden att prova.',
      until: '2027-03-01',
    });
    expect(seenOn(promised)).toContain('Varje arbetsplats får två timmar i månaden att prova.');
    await city.delivers();
    city.pass(days(1));
    await city.delivers();
    city.pass(days(4));
    await city.delivers();
    const hears = staff.filter(({ person }) =>
      person.chat().some((bubble) => seenOn(bubble).includes('Varje arbetsplats får två timmar')),
    );
    expect(hears).toHaveLength(sizes.VOO);
    expect(new Set(hears.map(({ place }) => place))).toEqual(new Set(['VOO']));
    expect(await city.app.capability.toTell()).toEqual([]);
  });

  it('begins next year with what was promised', async () => {
    city.pass(days(338));
    await people.office.presses({ verb: 'beginSurvey', data: { verb: 'beginSurvey' } });
    await city.delivers();
    const screens = await Promise.all(
      staff
        .filter(({ place }) => place === 'VOO')
        .slice(0, 20)
        .map(({ person }) =>
          person.presses({
            verb: 'surveyScreen',
            data: { verb: 'surveyScreen', year: '2027', page: '0', below: 'true' },
          }),
        ),
    );
    const asked = screens.filter((one) => seenOn(one).includes(sv('capability.screen', { screen: 1, count: 3 })));
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) {
      expect(seenOn(one)).toContain(sv('capability.promised.last'));
      expect(seenOn(one)).toContain('Varje arbetsplats får två timmar i månaden att prova.');
    }
  });
});
