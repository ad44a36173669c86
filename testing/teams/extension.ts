import type { Activity, Attachment } from 'botbuilder';
import type { Card } from '../cards/card.js';
import type { Answer } from './answer.js';
import type { Person } from './person.js';

/** Where somebody writes who uses the message extension: a chat in which the bot is not. */
export interface Elsewhere {
  conversation?: { id: string; conversationType: string; tenantId?: string };
  channelData?: object;
}

/** What Teams shows of an answer in its search: a list with the card that each becomes, or a line. */
export interface Shown {
  status: number;
  titles: string[];
  texts: string[];
  cards: Card[];
  message: string | undefined;
  answer: Answer;
}

interface Result {
  type?: string;
  text?: string;
  attachments?: (Attachment & { preview?: Attachment })[];
}

export function shownBy(answer: Answer): Shown {
  const result = (answer.body as { composeExtension?: Result } | undefined)?.composeExtension ?? {};
  const attachments = result.attachments ?? [];
  const previews = attachments.map(({ preview }) => preview?.content as { title: string; text: string });
  return {
    status: answer.status,
    titles: previews.map(({ title }) => title),
    texts: previews.map(({ text }) => text),
    cards: attachments.map(({ content }) => content as Card),
    message: result.type === 'message' ? result.text : undefined,
    answer,
  };
}

const groupOf = (person: Person) => ({
  id: `19:${person.aadObjectId}@thread.v2`,
  conversationType: 'groupChat',
  tenantId: person.teams.tenantId,
});

/** An invoke of the message extension as a client sends it from a group chat of this person, unless told otherwise. */
export async function invokes(
  person: Person,
  name: string,
  value: unknown,
  { conversation = groupOf(person), channelData }: Elsewhere = {},
): Promise<Answer> {
  return person.delivers({
    type: 'invoke',
    name: `composeExtension/${name}`,
    value,
    conversation: conversation as Activity['conversation'],
    ...(channelData !== undefined && { channelData }),
  });
}

interface Search extends Elsewhere {
  command?: string;
  skip?: number;
  count?: number;
}

/** Types words into Teams' search. */
export const searches = async (person: Person, words: string, options: Search = {}): Promise<Shown> => {
  const { command = 'all', skip = 0, count = 25 } = options;
  const parameters = [{ name: 'query', value: words }];
  return shownBy(
    await invokes(person, 'query', { commandId: command, parameters, queryOptions: { skip, count } }, options),
  );
};

/** Opens Teams' search and has not typed anything yet. */
export const opensSearch = async (person: Person, options: Search = {}): Promise<Shown> => {
  const { command = 'all', skip = 0, count = 25 } = options;
  const parameters = [{ name: 'initialRun', value: 'true' }];
  return shownBy(
    await invokes(person, 'query', { commandId: command, parameters, queryOptions: { skip, count } }, options),
  );
};

/** Pastes a link into the box in which they write. */
export const pastes = async (person: Person, url: string, elsewhere?: Elsewhere): Promise<Shown> =>
  shownBy(await invokes(person, 'queryLink', { url }, elsewhere));
