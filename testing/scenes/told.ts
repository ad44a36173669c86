import { randomBytes } from 'node:crypto';
import type { DeliveryDeps } from '../../src/delivery/deps';
import { saidBy } from '../../src/delivery/digest/said';
import type { PartName } from '../../src/domain/idea/fields';
import type { Idea } from '../../src/domain/idea/idea';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Person as Reader } from '../../src/domain/person/person';
import type { Values } from '../../src/text/index';
import { buttonsBelow } from '../cards/card';
import type { Activity } from '../teams/activity';
import type { Answer } from '../teams/answer';
import type { Person } from '../teams/person';
import type { City } from './city';
import type { CityRole } from './city-people';
import { pressesOn, seenOn, sendsIdea, sv, titlesOn } from './everyday';

/** Long stories are told with few words; what they are made of stands here. */

/** What has come to people by itself, by the name that the story has for them: whoever got nothing is not there. */
export type News<Name extends string> = Partial<Record<Name, string[]>>;

/** A notice as its notification says it: `explored.driver` is what the driver hears of `explored`. */
export const notice = (name: string, values: Values = {}): string =>
  sv(`notice.${name}` as 'notice.stop', { own: 'false', self: 'false', ...values });

/** What somebody hears of it in their day card. */
export const inDayCard = (name: string, values: Values = {}): string => `${IN_DAY_CARD}${notice(name, values)}`;
const IN_DAY_CARD = 'i dag: ';

/** An amount as cards write it. */
export const kronor = (amount: number): string => sv('idea.need.amount', { amount });

/** The buttons under a card, as its reader sees them: without those of its lists. */
export const stepsOn = ({ card }: Pick<Answer, 'card'>): string[] =>
  card ? buttonsBelow(card).flatMap(({ title }) => title ?? []) : [];

/** What asks for something first: its panel is opened, and then given with the button of the same name or another. */
export async function gives(
  person: Person,
  id: string,
  title: string,
  inputs: Record<string, unknown> = {},
  button = title,
) {
  await pressesOn(person, id, title);
  return pressesOn(person, id, button, inputs);
}

/** Answers to one part of what is needed, by the part's name. */
export type FilledPart = readonly [part: PartName, inputs: Record<string, string>];

/** Fills in one part after the other, as the card leads from each to the next. */
export async function fills(person: Person, id: string, ...parts: readonly FilledPart[]): Promise<void> {
  for (const [part, inputs] of parts) {
    await pressesOn(person, id, sv('button.fillNext', { part: sv(`idea.need.${part}`) }));
    await pressesOn(person, id, 'Spara', inputs);
  }
}

/** What exploring and a plan need; the plan's cost decides whether it needs more. */
export const explored: readonly FilledPart[] = [
  ['concerned', { groups: 'users', participation: 'Vi frågar tio brukare.' }],
  ['source', { origins: 'colleague' }],
  ['expectation', { expectation: 'Besöken börjar i tid.' }],
  ['worth', { worth: 'En timme om dagen.' }],
];
export const planned = (cost: string, start: string, end: string): readonly FilledPart[] => [
  ['cost', { cost }],
  ['activity', { activity: 'Tio personer cyklar.', companions: 'Hemtjänst Norr' }],
  ['time', { start, end }],
  ['sign', { sign: 'Färre sena besök.' }],
];

/** Who has the idea, and who takes it on and leads the work. */
export interface Planners {
  submitter: Person;
  leader: Person;
}

/** An idea that its leader has explored and now plans a test of, with these parts of the plan filled in. Gives its id. */
export async function inPlanning(
  city: City,
  { submitter, leader }: Planners,
  { words, parts = [] }: { words?: Record<string, string>; parts?: readonly FilledPart[] } = {},
): Promise<string> {
  const id = await sendsIdea(submitter, words);
  await city.delivers();
  await pressesOn(leader, id, sv('button.explore'));
  await fills(leader, id, ...explored);
  await pressesOn(leader, id, sv('button.plan'));
  await fills(leader, id, ...parts);
  return id;
}

/** The same button again under an operation of its own, as on a card that was drawn before: nothing may happen. Gives what the card then shows. */
export async function pressesOldCard(city: City, person: Person, { activity }: Answer): Promise<string> {
  const { verb, data } = activity.value.action;
  // Its row may just be written anew without anything happening, when what it says of departments moves to rows of their own.
  const before = await city.app.ideas.load(data.idea);
  const press = { verb, data: { ...data, idempotencyKey: newIdempotencyKey(randomBytes) } };
  const answer = await person.presses(press, {}, { on: activity.replyToId ?? '' });
  expect((await city.app.ideas.load(data.idea))?.idea).toEqual(before?.idea);
  return seenOn(answer);
}

/** What is gathered and not told on an earlier day, as the day card says it. */
export interface Gathered {
  run: string;
  id: string;
  text: string;
}

/** All that has been gathered for somebody's day card, each with its run, as the card says it. */
export async function gatheredItems(
  deps: { app: DeliveryDeps['app']; context: DeliveryDeps['context'] },
  person: Reader,
): Promise<Gathered[]> {
  const items = await deps.app.deliveries.day.of(person.ref);
  const said = await Promise.all(
    items.map(async (item) => {
      const { subject } = item;
      if (subject.kind === 'note') return [];
      const { rows } = await saidBy(deps, person, [item]);
      // What waits for its reader has no row on the card, for it stands in their list there; its kind draws one all the same.
      return rows.flatMap((row): Gathered[] => {
        const text = 'row' in row ? [row.row.lines].flat()[0]?.text : undefined;
        return text ? [{ run: `${person.ref} ${item.run}`, id: subject.id, text }] : [];
      });
    }),
  );
  return said.flat();
}

async function itemsOf(city: City, { email }: Person): Promise<Gathered[]> {
  const stored = (await city.app.people.contacts([email])).get(email);
  const me = stored && (await city.app.people.byRef(stored.ref));
  return me ? gatheredItems(city, me.person) : [];
}

/** What has been gathered for somebody's day card, in the order in which it came. */
export const gatheredFor = async (city: City, person: Person): Promise<string[]> =>
  (await itemsOf(city, person)).map(({ text }) => text);

/** Those of whom a story tells, by what it calls them: each has installed the bot, one after the other. */
export async function arrivals<Name extends string>(
  city: City,
  roles: Readonly<Record<Name, CityRole>>,
): Promise<Record<Name, Person>> {
  const people: [string, Person][] = [];
  for (const [name, role] of Object.entries<CityRole>(roles)) people.push([name, await city.arrives(role)]);
  return Object.fromEntries(people) as Record<Name, Person>;
}

/** Follows the people of a story: who is told what, and whom an idea waits for. */
export function following<Name extends string>(city: City, people: Readonly<Record<Name, Person>>) {
  const named = Object.entries(people) as [Name, Person][];
  const seen = new Map<Person, number>();
  const inDay = new Set<string>();

  const messagesTo = (person: Person) =>
    person.teams.connector
      .sent(person.conversationId)
      .map(({ activity }) => activity)
      .filter(({ type, replyToId }) => type === 'message' && replyToId === undefined);
  const said = ({ summary, text }: Partial<Activity>): string => summary ?? text ?? '';

  /** What has been gathered for somebody's day card about one idea or any and was not seen before, as the card says it. */
  async function gathered(person: Person, id: string): Promise<string[]> {
    const fresh = (await itemsOf(city, person)).filter(
      (item) => !inDay.has(item.run) && `${item.id} ${item.text}`.includes(id),
    );
    for (const { run } of fresh) inDay.add(run);
    return fresh.map(({ text }) => `${IN_DAY_CARD}${text}`);
  }

  return {
    /**
     * Lets everything go out that is owed by now and gives the messages since it was last asked, about one idea or any, as
     * their notifications said it, and what their day card tells: not the answers to what people did themselves, and not a
     * manager's week.
     */
    async news(id = ''): Promise<News<Name>> {
      await city.delivers();
      const told: News<Name> = {};
      for (const [name, person] of named) {
        const messages = messagesTo(person);
        const fresh = messages
          .slice(seen.get(person) ?? 0)
          .filter(({ attachments }) => JSON.stringify(attachments ?? []).includes(id))
          .map(said)
          .filter((text) => !text.startsWith(sv('week.heading')) && !text.startsWith(sv('day.heading')));
        const all = [...fresh, ...(await gathered(person, id))];
        if (all.length > 0) told[name] = all;
        seen.set(person, messages.length);
      }
      return told;
    },

    async idea(id: string): Promise<Idea> {
      const stored = await city.app.ideas.load(id);
      if (!stored) throw new Error(`There is no idea ${id}`);
      return stored.idea;
    },

    /** Stage, and whom the idea waits for: a role, or somebody by the story's name for them. */
    async standing(id: string): Promise<[stage: string, waits: string]> {
      const { stage, waiting } = await this.idea(id);
      if (!waiting) return [stage, 'nobody'];
      if (!('person' in waiting)) return [stage, waiting.for];
      const known = await city.app.people.contacts(named.map(([, { email }]) => email));
      const who = named.find(([, { email }]) => known.get(email)?.ref === waiting.person);
      return [stage, who?.[0] ?? waiting.person];
    },

    /** Ids of what waits for somebody, as "min tur" lists them; and of what they submitted, as "mina idéer" does. */
    async lists(person: Person, words: 'min tur' | 'mina idéer'): Promise<string[]> {
      const { card } = await person.says(words);
      const ids = JSON.stringify(card ?? {}).matchAll(/"idea":"([0-9A-Z]{6})"/g);
      return [...new Set([...ids].map(([, id = '']) => id))];
    },
  };
}

/** The name of the row of what is needed that begins with these words. */
export const rowOn = (seen: { card: unknown }, begins: string): string =>
  titlesOn(seen).find((title) => title.startsWith(`${begins}, `)) ?? begins;
