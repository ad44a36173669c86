import { inLanguage } from '../../src/text/index';
import { type Button, buttonsOf, textsOf } from '../cards/card';
import type { Answer } from '../teams/answer';
import type { Bubble, Person } from '../teams/person';

/** What people do with the bot every day, and what they see of it. */

export const sv = inLanguage('sv');
export const en = inLanguage('en');

export interface IdeaFields {
  problem?: string;
  title?: string;
  department?: string;
  solution?: string;
  evidence?: string;
  confidential?: string;
}

export const usualIdea = { problem: 'Hemtjänsten väntar på bilar varje morgon.', title: 'Cykelpool' } as const;

/** Writes "idé", fills the form in and sends it; gives the new idea's id as the receipt shows it. */
export async function sendsIdea(person: Person, fields: IdeaFields = {}): Promise<string> {
  await person.says('idé');
  return idOn(await person.presses('Skicka idén', { ...usualIdea, ...fields }));
}

/** The id that an idea card shows. */
export function idOn({ card }: Pick<Answer, 'card'>): string {
  const id = textsOf(card)
    .map((text) => /^(?:Idé|Idea) ([0-9A-Z]{6})(?: ·|$)/.exec(text)?.[1])
    .find(Boolean);
  if (!id) throw new Error(`No idea's id on the card: ${seenOn({ card })}`);
  return id;
}

/** All text that a reader sees of the card, one block a line. */
export const seenOn = ({ card }: { card: unknown }): string => textsOf(card).join('\n');

/** Also what is folded away until the reader presses for it. */
export const allOn = ({ card }: { card: unknown }): string => textsOf(card, { hidden: true }).join('\n');

export const titlesOn = ({ card }: { card: unknown }): string[] =>
  buttonsOf(card).flatMap(({ type, title }) => (type === 'Action.Execute' && title ? [title] : []));

/** The newest card of this idea in the person's chat; a list that it stands in is none. */
export function cardAbout(person: Person, id: string): Bubble & { card: NonNullable<Bubble['card']> } {
  const isAbout = ({ verb, data }: Button) => data?.idea === id && verb !== 'open';
  const found = person.chat().findLast(({ card }) => buttonsOf(card).some(isAbout));
  if (!found?.card) throw new Error(`${person.name} sees no card about ${id}`);
  return { ...found, card: found.card };
}

/** Every message that a person has got, as it was first sent: what notifications said. */
export const summariesOf = (person: Person): string[] =>
  person.teams.connector
    .sent(person.conversationId)
    .flatMap(({ activity }) => (activity.type === 'message' ? [activity.summary ?? activity.text ?? ''] : []));

/** Presses a button on the newest message about this idea. */
export const pressesOn = (person: Person, id: string, title: string, inputs: Record<string, unknown> = {}) =>
  person.presses(title, inputs, { on: cardAbout(person, id).activityId });

/** Opens what asks for words first, behind "Fler val" where it is not on the card, and gives it. */
export async function choosesMore(person: Person, id: string, title: string, inputs: Record<string, unknown> = {}) {
  if (!titlesOn(cardAbout(person, id)).includes(title)) await pressesOn(person, id, 'Fler val');
  await pressesOn(person, id, title);
  return pressesOn(person, id, title, inputs);
}
