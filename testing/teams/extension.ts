import type { Activity, Attachment } from 'botbuilder';
import { buttonsOf, type Card } from '../cards/card.js';
import { filledIn } from '../cards/form.js';
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

/** A message as Teams gives it to whoever chooses a command beside it. */
export interface AChatMessage {
  html: string;
  /** Whose it is, by their id in Entra; undefined of an app's. */
  author?: string;
  /** Of what kind they are, as Teams names it. */
  kind?: string;
  link?: string;
}

const LINK = 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1600000000000?tenantId=x&groupId=y';

const payloadOf = ({ html, author, kind = 'aadUser', link = LINK }: AChatMessage) => ({
  messagePayload: {
    id: '1600000000000',
    replyToId: null,
    createdDateTime: '2026-11-26T08:00:00Z',
    linkToMessage: link,
    from: author ? { user: { id: author, displayName: 'Demo', userIdentityType: kind } } : { application: { id: 'x' } },
    body: { contentType: 'html', content: html },
  },
});

/** What Teams shows in a dialog: a card with its title, or a line. */
export interface ShownDialog {
  status: number;
  title: string | undefined;
  card: Card | undefined;
  message: string | undefined;
  answer: Answer;
}

function dialogIn(answer: Answer): ShownDialog {
  const task = (answer.body as { task?: { type?: string; value?: unknown } } | undefined)?.task ?? {};
  const { title, card } = (task.type === 'continue' ? task.value : {}) as { title?: string; card?: Attachment };
  return {
    status: answer.status,
    title,
    card: card?.content as Card | undefined,
    message: task.type === 'message' ? String(task.value) : undefined,
    answer,
  };
}

/** Chooses the command, beside a message or in the box in which they write. */
export const opensDialog = async (
  person: Person,
  message?: AChatMessage,
  elsewhere?: Elsewhere,
): Promise<ShownDialog> =>
  dialogIn(
    await invokes(
      person,
      'fetchTask',
      message
        ? { commandId: 'fromMessage', commandContext: 'message', ...payloadOf(message) }
        : { commandId: 'newIdea', commandContext: 'compose' },
      elsewhere,
    ),
  );

/** Fills the dialog in and presses one of its buttons. */
export async function sendsDialog(
  person: Person,
  { card }: Pick<ShownDialog, 'card'>,
  inputs: Record<string, unknown> = {},
  title?: string,
  elsewhere?: Elsewhere,
): Promise<ShownDialog> {
  const buttons = buttonsOf(card).filter(({ type }) => type === 'Action.Submit');
  const button = title ? buttons.find((one) => one.title === title) : buttons.at(-1);
  if (!card || !button)
    throw new Error(`The dialog has no button "${title}": ${buttons.map((it) => it.title).join(', ')}`);
  const data = { ...button.data, ...filledIn(card, button, inputs) };
  return dialogIn(await invokes(person, 'submitAction', { commandId: 'fromMessage', data }, elsewhere));
}

/** The client sends the same once more, for it has not heard the answer. */
export const resendsDialog = async (person: Person, { answer }: ShownDialog): Promise<ShownDialog> =>
  dialogIn(await person.resends(answer));
