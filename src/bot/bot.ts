import type { TurnState } from '@microsoft/teams-ai';
// Its own file and not the package's index, which loads language models, planners and tokenizers: a fifth of the start.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Activity, TurnContext } from 'botbuilder';
import { createDoors, type DoorFault } from '../teams/authentication/authenticate.js';
import { authenticationFor } from '../teams/authentication/credentials.js';
import {
  type Incoming,
  isByHand,
  isElsewhere,
  isFallbackPress,
  isFileAnswer,
  isInstall,
  isPress,
  isSomethingElse,
  isUninstall,
  readActivity,
  senderOf,
} from '../teams/incoming/activity.js';
import { type Answered, TeamsAdapter } from '../teams/incoming/adapter.js';
import { isText } from '../teams/incoming/message-text.js';
import { onceInTurns } from '../teams/outgoing/messenger.js';
import { greet } from './handlers/person/people.js';
import { fileAnswered, pressed, said, sent, submitted } from './routes.js';
import { RateLimit, usualPace } from './turns/rate-limit.js';
import { type BotDeps, createTurns } from './turns/turns.js';

export interface Bot {
  /** One activity as it came over HTTP. What it answers says nothing of the inside; why it is refused is for operators. */
  receive(authorization: string, activity: unknown): Promise<Received>;
  /** Settles when everything is answered that was going on after its HTTP request. */
  answered(): Promise<void>;
  /** Whether it can be told now who sends; false only while no key of Bot Framework is known that may be trusted. */
  canJudge(): Promise<boolean>;
}

export type Received = Answered | Refused;
/** `activity`: what came is none that a turn can begin with. */
export interface Refused {
  status: 400 | 401 | 403 | 503;
  refused: DoorFault | 'activity';
}

/** Who is not known is told so; who is known and may not come in, too. Everything else about it is for operators. */
const statusOf = (fault: DoorFault): Refused['status'] => {
  if (fault === 'keys') return 503;
  return fault === 'channel' || fault === 'address' || fault === 'tenant' ? 403 : 401;
};

/** teams-ai without its typing timer, which it starts whatever its options say: `typing.ts` has one for each turn. */
class Router extends Application<TurnState> {
  override startTypingTimer(): void {}
}

/** The bot: each kind of activity, in the order in which they are tried, and what it leads to. */
export function createBot(deps: BotDeps): Bot {
  const adapter = new TeamsAdapter(authenticationFor(deps.identity));
  const doors = createDoors({ identity: deps.identity, now: () => Date.parse(deps.now()), log: deps.log });
  const turns = createTurns(deps);
  const once = onceInTurns(deps.called);
  const limit = new RateLimit(deps.pace ?? usualPace, () => Date.parse(deps.now()));
  // teams-ai keeps no turn state here: it is given no storage.
  // Nor does it take mentions out of texts: it reads them without looking what they are, and `message-text.ts` does it.
  const app = new Router({ removeRecipientMention: false });

  const on = (
    kind: (activity: Incoming) => boolean,
    handle: (context: TurnContext, activity: Incoming) => Promise<void>,
  ) =>
    app.activity(
      async (context) => kind(incoming(context)),
      async (context) => handle(context, incoming(context)),
    );

  on(isUninstall, turns.forget);
  on(
    isInstall,
    turns.take(() => ({ answer: greet })),
  );
  on(isElsewhere, turns.elsewhere);
  on(isPress, turns.take(pressed));
  on(isFileAnswer, turns.take(fileAnswered));
  on(isFallbackPress, turns.take(submitted));
  on(isText, turns.take(said));
  on(isSomethingElse, turns.take(sent));

  return {
    answered: turns.answered,
    canJudge: doors.canJudge,
    async receive(authorization, raw) {
      const activity = readActivity(raw);
      if (!activity) return { status: 400, refused: 'activity' };
      const judged = await doors.judge(authorization, activity);
      if (!judged.ok) return { status: statusOf(judged.refusal), refused: judged.refusal };
      const haste = isByHand(activity) ? limit.judge(senderOf(activity)) : 'none';
      // A press always gets its answer, which costs no request; a message that nobody answers is taken in silence.
      if (haste === 'silent' && activity.type === 'message') return { status: 200 };
      return adapter.take(judged.value.claims, raw as Activity, async (context) => {
        once(context);
        context.turnState.set(READ, activity);
        if (haste !== 'none') return turns.askToWait(context, activity, haste === 'tell');
        await app.run(context);
      });
    },
  };
}

/** Where a turn has its activity as the bot reads it. `receive` reads it, once: every kind that is tried looks at the same. */
const READ = Symbol('activity');

function incoming(context: TurnContext): Incoming {
  const activity: Incoming | undefined = context.turnState.get(READ);
  if (!activity) throw new Error('A turn was taken without its activity');
  return activity;
}
