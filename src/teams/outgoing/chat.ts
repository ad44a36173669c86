import { ActivityTypes, type TurnContext } from 'botbuilder';
import { pause } from '../../delivery/pacing/pause.js';
import type { SendFault } from '../../delivery/sending/send-fault.js';
import type { Result } from '../../domain/result.js';
import { chatOf, type Incoming, isFileAnswer, isPress } from '../incoming/activity.js';
import type { Message, TeamsPort } from './messenger.js';
import { typingSoon } from './typing.js';

/** What Teams reads in the answer to an invoke; without type and value the card stays as it is. */
export interface InvokeBody {
  type?: string;
  value?: unknown;
}

export type Shown = Result<string, SendFault>;

/** How a turn answers: the invoke, if it is one and still waits, and messages in the chat that the activity came from. */
export interface Chat {
  /** Whether the invoke waits for its answer; false for a message, and once it is answered or the turn has been left. */
  waits(): boolean;
  /** Answers the invoke. Nothing leaves for Teams before the turn is left: the answer is that of the HTTP request. */
  answerInvoke(body?: InvokeBody): Promise<void>;
  /** Posts once, below what stands there. */
  post(message: Message): Promise<Shown>;
  /** Draws a message anew, once. */
  update(activityId: string, message: Message): Promise<Shown>;
  remove(activityId: string): Promise<unknown>;
  /** The HTTP request is about to be answered: what comes now can only be posted, and the context is not touched again. */
  leave(): void;
}

/** Posts go through the port and not through the turn's context, which ends with the HTTP request: a slow one goes on after it. */
export function createChat(
  { teams, called }: { teams: TeamsPort; called: () => void },
  context: TurnContext,
  activity: Incoming,
): Chat {
  const { conversation, channelData } = activity;
  const tenant = conversation.tenantId ?? channelData?.tenant?.id ?? '';
  const place = { ...chatOf(activity, tenant), conversationType: conversation.conversationType ?? undefined };
  const stopTyping = typingSoon(context);
  let waiting = isPress(activity) || isFileAnswer(activity);
  const asked = <T>(request: () => Promise<T>): Promise<T> => {
    stopTyping();
    called();
    return request();
  };
  return {
    waits: () => waiting,
    async answerInvoke(body) {
      if (!waiting) return;
      waiting = false;
      // Teams reads the status from the body too.
      const value = { status: 200, ...(body && { body: { statusCode: 200, ...body } }) };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    },
    post: (message) => asked(() => teams.send(place, message, activity.id)),
    update: (activityId, message) => asked(() => teams.update(place, activityId, message)),
    remove: (activityId) => asked(() => teams.remove(place, activityId)),
    leave() {
      waiting = false;
      stopTyping();
    },
  };
}

/** An answer that Teams does not take is tried again for so many milliseconds: then its asker has asked again or gone. */
const TRIED_FOR = 10_000;
const FIRST_WAIT = 500;
/** What stands before Teams may have let it through (502, 504): so many tries. */
const MOST_AT_GATEWAY = 3;

/** What may be tried again: nothing has arrived, or probably not. What may have arrived is not, nor what would be refused again. */
const again: ReadonlySet<SendFault['class']> = new Set(['throttled', 'gateway', 'unsent', 'refused']);

/** Shows something that nothing was stored for, with more tries, each later than the one before, within ten seconds. */
export async function keepTrying(show: () => Promise<Shown>, clock = () => performance.now()): Promise<Shown> {
  const end = clock() + TRIED_FOR;
  let doubts = 0;
  for (let tries = 0; ; tries++) {
    const shown = await show();
    if (shown.ok || !again.has(shown.refusal.class)) return shown;
    if (shown.refusal.class === 'gateway') doubts++;
    const wait = shown.refusal.retryAfter ?? FIRST_WAIT * 2 ** tries;
    if (clock() + wait > end || doubts >= MOST_AT_GATEWAY) return shown;
    await pause(wait);
  }
}
