import { buttonsOf } from '../../testing/cards/card';
import { type City, days, startCity } from '../../testing/scenes/city';
import type { CityRole } from '../../testing/scenes/city-people';
import { choosesMore, pressesOn, sendsIdea, sv } from '../../testing/scenes/everyday';
import type { Bubble, Person } from '../../testing/teams/person';

type People = Record<'employee' | 'colleague' | 'leader' | 'environmentLeader' | 'manager', Person>;

/** What somebody does, who hears of it, and what the message says: what happened and who did it, what to do now. */
interface Notice {
  what: string;
  does: (people: People, id: string) => Promise<unknown>;
  hears: keyof People;
  happened: string;
  now: string | RegExp;
}

const notices: readonly Notice[] = [
  {
    what: 'a new idea',
    does: async () => undefined,
    hears: 'leader',
    happened: 'Demo Medarbetare',
    now: 'Din tur: välj vad som ska hända',
  },
  {
    what: 'a question',
    does: async ({ leader }, id) => {
      await pressesOn(leader, id, 'Ställ en fråga');
      await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    },
    hears: 'employee',
    happened: 'Innovationsledare Vård har en fråga om din idé.',
    now: sv('notice.asked.submitter.next'),
  },
  {
    what: 'a decision',
    does: ({ leader }, id) => pressesOn(leader, id, 'Utforska idén'),
    hears: 'employee',
    happened: 'Innovationsledare Vård utforskar din idé.',
    now: /Du får veta hur det går/,
  },
  {
    what: 'an idea that comes from another department',
    does: ({ leader }, id) => choosesMore(leader, id, 'Skicka vidare', { department: 'MIL' }),
    hears: 'environmentLeader',
    happened: 'Innovationsledare Vård har skickat vidare en idé till ',
    now: /Läs den och välj vad som ska hända/,
  },
  {
    what: 'an end',
    does: ({ leader }, id) => choosesMore(leader, id, 'Avsluta', { reason: 'Det finns redan.' }),
    hears: 'employee',
    happened: 'Innovationsledare Vård tackar för din idé, men vi går inte vidare med den nu.',
    now: /Får du en ny idé vill vi gärna läsa den/,
  },
];

/** The story begins on a Thursday. */
const UNTIL_MONDAY = days(4);

describe('Store validation of proactive messages', () => {
  let city: City;
  let people: People;
  beforeAll(async () => {
    city = await startCity();
    const roles = [
      'employee',
      'colleague',
      'leader',
      'environmentLeader',
      'manager',
    ] as const satisfies readonly CityRole[];
    const arrived: [string, Person][] = [];
    for (const role of roles) arrived.push([role, await city.arrives(role)]);
    people = Object.fromEntries(arrived) as People;
  });
  afterAll(() => city.stop());

  /** What came to somebody's chat by itself since then. */
  const newest = (person: Person): Bubble => {
    const bubble = person.chat().at(-1);
    if (!bubble) throw new Error(`${person.name} has got nothing`);
    return bubble;
  };

  it.each(notices)(
    '$what says what happened, who did it, what to do now and how to opt out',
    async ({ does, hears, happened, now }) => {
      const id = await sendsIdea(people.employee);
      await city.delivers();
      await does(people, id);
      await city.delivers();
      const { texts, card } = newest(people[hears]);
      expect(texts.some((text) => text.startsWith(happened))).toBe(true);
      expect(texts.some((text) => (typeof now === 'string' ? text === now : now.test(text)))).toBe(true);
      expect(texts.filter((text) => text.includes('”inställningar”'))).toHaveLength(1);
      expect(buttonsOf(card).length).toBeGreaterThan(0);
    },
  );

  it('The past week says why it comes, and has the button that stops it', async () => {
    city.pass(UNTIL_MONDAY);
    await city.delivers();
    const { card } = newest(people.manager);
    expect(buttonsOf(card).map(({ title }) => title)).toContain(sv('button.stopDigest'));
    await people.manager.presses(sv('button.stopDigest'));
    await sendsIdea(people.employee);
    const before = people.manager.chat().length;
    city.pass(days(7));
    await city.delivers();
    expect(people.manager.chat()).toHaveLength(before);
  });

  it('What a message says to write does open the choices', async () => {
    const { card } = await people.employee.says('inställningar');
    expect(JSON.stringify(card)).toContain(sv('settings.heading'));
  });
});
