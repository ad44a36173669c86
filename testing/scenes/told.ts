import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { PartName } from '../../src/domain/idea/fields';
import type { Idea } from '../../src/domain/idea/idea';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Values } from '../../src/text/index';
import { buttonsBelow } from '../cards/card';
import type { Answer } from '../teams/answer';
import type { Person } from '../teams/person';
import type { City } from './city';
import { pressesOn, seenOn, sv, titlesOn } from './everyday';

/** Long stories are told with few words; what they are made of stands here. */

/** What has come to people by itself, by the name that the story has for them: whoever got nothing is not there. */
export type News<Name extends string> = Partial<Record<Name, string[]>>;

/** A notice as its notification says it: `explored.driver` is what the driver hears of `explored`. */
export const notice = (name: string, values: Values = {}): string =>
  sv(`notice.${name}` as 'notice.stop', { own: 'false', self: 'false', ...values });

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
export type Filled = readonly [part: PartName, inputs: Record<string, string>];

/** Fills in one part after the other, as the card leads from each to the next. */
export async function fills(person: Person, id: string, ...parts: readonly Filled[]): Promise<void> {
  for (const [part, inputs] of parts) {
    await pressesOn(person, id, sv('button.fillNext', { part: sv(`idea.need.${part}`) }));
    await pressesOn(person, id, 'Spara', inputs);
  }
}

/** What exploring and a plan need; the plan's cost decides whether it needs more. */
export const explored: readonly Filled[] = [
  ['concerned', { groups: 'users', participation: 'Vi frågar tio brukare.' }],
  ['source', { origins: 'colleague' }],
  ['expectation', { expectation: 'Besöken börjar i tid.' }],
  ['worth', { worth: 'En timme om dagen.' }],
];
export const planned = (cost: string, start: string, end: string): readonly Filled[] => [
  ['cost', { cost }],
  ['activity', { activity: 'Tio personer cyklar.', companions: 'Hemtjänst Norr' }],
  ['time', { start, end }],
  ['sign', { sign: 'Färre sena besök.' }],
];

/** The same button again under an operation of its own, as on a card that was drawn before: nothing may happen. Gives what the card then shows. */
export async function pressesOldCard(city: City, person: Person, { activity }: Answer): Promise<string> {
  const { verb, data } = activity.value.action;
  // Whatever happens to an idea changes its row.
  const before = await city.app.ideas.load(data.idea);
  const press = { verb, data: { ...data, idempotencyKey: newIdempotencyKey(randomBytes) } };
  const answer = await person.presses(press, {}, { on: activity.replyToId ?? '' });
  expect((await city.app.ideas.load(data.idea))?.etag).toBe(before?.etag);
  return seenOn(answer);
}

/** Follows the people of a story: who is told what, and whom an idea waits for. */
export function following<Name extends string>(city: City, people: Readonly<Record<Name, Person>>) {
  const named = Object.entries(people) as [Name, Person][];
  const seen = new Map<Person, number>();

  const messagesTo = (person: Person) =>
    person.teams.connector
      .sent(person.conversationId)
      .map(({ activity }) => activity)
      .filter(({ type, replyToId }) => type === 'message' && replyToId === undefined);
  const said = ({ summary, text }: Partial<Activity>): string => summary ?? text ?? '';

  return {
    /**
     * Lets everything go out that is owed by now and gives the messages since it was last asked, about one idea or any, as
     * their notifications said it: not the answers to what people did themselves, and not a manager's week.
     */
    async news(id = ''): Promise<News<Name>> {
      await city.delivers();
      const told: News<Name> = {};
      for (const [name, person] of named) {
        const all = messagesTo(person);
        const fresh = all
          .slice(seen.get(person) ?? 0)
          .filter(({ attachments }) => JSON.stringify(attachments ?? []).includes(id))
          .map(said)
          .filter((text) => !text.startsWith(sv('week.heading')));
        if (fresh.length > 0) told[name] = fresh;
        seen.set(person, all.length);
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
