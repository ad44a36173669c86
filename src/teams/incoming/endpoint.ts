import type { Activity } from 'botbuilder';
import type { Bot } from '../../bot/bot.js';
import { isExtension } from '../../bot/incoming.js';
import type { Log } from '../../delivery/log.js';
import type { TeamsPort } from '../../delivery/teams-port.js';
import { accept, refuse } from '../../domain/result.js';
import type { Activities, Refused } from '../../http/activities.js';
import { readActivity } from '../activity.js';
import { type AuthenticationFault, createAuthenticator } from '../authentication/authenticate.js';
import { CachedClients } from '../authentication/cached-clients.js';
import { authenticationFor } from '../authentication/credentials.js';
import type { Identity } from '../identity.js';
import { createChat } from '../outgoing/chat.js';
import { bodyOf } from '../outgoing/invoke-body.js';
import { onceInTurns } from '../outgoing/once-in-turns.js';
import { TeamsAdapter } from './adapter.js';
import { incomingOf, unreadOf } from './incoming-of.js';
import { createRouter } from './router.js';

export interface EndpointDeps {
  bot: Bot;
  identity: Identity;
  teams: TeamsPort;
  /** Teams was called for somebody who is chatting: it counts towards Teams' limit. */
  called: () => void;
  /** Milliseconds since the epoch. */
  now: () => number;
  log: Log;
}

export interface Endpoint extends Activities {
  /** Whether it can be told now who sends; false only while no key of Bot Framework is known that may be trusted. */
  canJudge(): Promise<boolean>;
}

/** Who is not known is told so; who is known and may not come in, too. Everything else about it is for operators. */
const statusOf = (fault: AuthenticationFault): Refused['status'] => {
  if (fault === 'keys') return 503;
  return fault === 'channel' || fault === 'address' || fault === 'tenant' ? 403 : 401;
};

/** Where Teams' activities come in: read, authenticated, and handed to the bot by teams-ai's routes. */
export function createEndpoint({ bot, identity, teams, called, now, log }: EndpointDeps): Endpoint {
  const adapter = new TeamsAdapter(new CachedClients(authenticationFor(identity)));
  const authenticator = createAuthenticator({ identity, now, log });
  const route = createRouter(bot.handlers);
  const once = onceInTurns(called);
  return {
    canJudge: authenticator.canJudge,
    async receive(authorization, raw) {
      const read = readActivity(raw);
      if (!read) return refuse({ status: 400, reason: 'activity' });
      const judged = await authenticator.judge(authorization, read);
      const unread = unreadOf(read);
      if (!judged.ok) {
        // Bot Framework has signed it. Somebody from elsewhere meets a search in a chat of theirs, and is told kindly that it is not for them.
        if (judged.refusal === 'tenant' && isExtension(unread))
          return accept({ status: 200, body: bodyOf(unread, { text: bot.toOutsider(unread) }) });
        return refuse({ status: statusOf(judged.refusal), reason: judged.refusal });
      }
      const admitted = bot.admit(unread);
      if (admitted === 'ignore') return accept({ status: 200 });
      // A flood does not pay for reading what is written in it.
      const activity = admitted === 'handle' ? incomingOf(read, unread) : unread;
      const answered = await adapter.take(judged.value.claims, raw as Activity, async (context) => {
        once(context);
        const chat = createChat({ teams, called }, context, activity);
        if (admitted === 'askToWait') await bot.handlers.onHaste(activity, chat);
        else await route(context, { activity, chat });
      });
      return accept(answered);
    },
  };
}
