import type { TurnState } from '@microsoft/teams-ai';
// Its own file and not the package's index, which loads language models, planners and tokenizers: a fifth of the start.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { Activity, TurnContext } from 'botbuilder';
import { authenticationFor } from '../delivery/authentication.js';
import { withoutRetries } from '../delivery/teams.js';
import {
  type Incoming,
  isElsewhere,
  isFallbackPress,
  isInstall,
  isPress,
  isSomethingElse,
  isText,
  isUninstall,
  readActivity,
} from './activity.js';
import { type Received, TeamsAdapter } from './adapter.js';
import { greet } from './handlers/people.js';
import { pressed, said, sent, submitted } from './routes.js';
import { type BotDeps, createTurns } from './turns.js';
import { withTyping } from './typing.js';

export interface Bot {
  /** One activity as it came over HTTP. What it answers says nothing of the inside. */
  receive(authorization: string, activity: unknown): Promise<Received>;
}

/** teams-ai without its typing timer, which it starts whatever its options say: `withTyping` has one for each turn. */
class Router extends Application<TurnState> {
  override startTypingTimer(): void {}
}

/** The bot: each kind of activity, in the order in which they are tried, and what it leads to. */
export function createBot(deps: BotDeps): Bot {
  const adapter = new TeamsAdapter(authenticationFor(deps.identity));
  const turns = createTurns(deps);
  // teams-ai keeps no turn state here: it is given no storage.
  const app = new Router();

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
  on(isElsewhere, turns.pointToPrivateChat);
  on(isPress, turns.take(pressed));
  on(isFallbackPress, turns.take(submitted));
  on(isText, turns.take(said));
  on(isSomethingElse, turns.take(sent));

  return {
    async receive(authorization, raw) {
      if (!readActivity(raw)) return { status: 400 };
      return adapter.receive(authorization, raw as Activity, async (context) => {
        withoutRetries(context, deps.called);
        await withTyping(context, async () => {
          await app.run(context);
        });
      });
    },
  };
}

/** The activity as the bot reads it; `receive` has let only readable ones in. */
function incoming(context: TurnContext): Incoming {
  const activity = readActivity(context.activity);
  if (!activity) throw new Error('An activity became unreadable during its turn');
  return activity;
}
