import type { Activity } from 'botbuilder';
import { type Card, cardsIn } from '../cards/card.js';
import { current, type Post } from './posts.js';

/** What came back for one thing that a person did. */
export interface Answer {
  /** HTTP status of the bot's answer; for an invoke the bot's `invokeResponse` status. */
  status: number;
  /** The HTTP body: parsed JSON, text, or undefined. For an Action.Execute: { statusCode, type, value }. */
  body: unknown;
  /** What was sent to the bot, for `resends`. */
  activity: Partial<Activity>;
  /** Messages that the bot sent in answer to this activity, through the connector, as first sent. */
  replies: Partial<Activity>[];
  /** The card to look at now: the one answered in place, else the newest in the replies, else the pressed one, updated. */
  card: Card | undefined;
  /** The line answered to an Action.Execute, else the text of the newest reply that has one. */
  message: string | undefined;
}

const inPlaceTypes = {
  card: 'application/vnd.microsoft.card.adaptive',
  message: 'application/vnd.microsoft.activity.message',
};

/** True when the answer to an Action.Execute was a card that takes the place of the pressed one. */
export const answeredInPlace = ({ body }: Pick<Answer, 'body'>): boolean =>
  (body as { type?: string } | undefined)?.type === inPlaceTypes.card;

/**
 * Puts together the HTTP answer to an activity and the chat's posts that `changed` during the turn, read when
 * the bot has finished its answer.
 */
export async function answerFrom(
  response: Response,
  activity: Partial<Activity>,
  changed: () => readonly Post[],
): Promise<Answer> {
  const body = parsed(await response.text());
  const posts = changed();
  const replies = posts.filter((post) => post.activity.type === 'message' && post.activity.replyToId === activity.id);
  const pressed = posts.filter((post) => post.id === activity.replyToId && post.updates.length > 0);
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  return {
    status: response.status,
    body,
    activity,
    replies: replies.map((post) => post.activity),
    card:
      type === inPlaceTypes.card
        ? (value as Card)
        : [...pressed, ...replies].flatMap((post) => cardsIn(current(post))).at(-1),
    message:
      type === inPlaceTypes.message ? String(value) : replies.findLast((post) => post.activity.text)?.activity.text,
  };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
