import {
  type Activity,
  type BotAdapter,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import type { RosterEntry } from '../app/meet-person.js';
import type { Card } from '../cards/templates.js';
import { accept, type Result, refuse } from '../domain/result.js';
import type { Reach } from '../store/people.js';
import { appIdOf, authenticationFor, type Identity } from './authentication.js';
import { type Connector, type Options, oneTryEach } from './connector.js';
import { rosterEntry } from './roster.js';
import { ADDRESS_REFUSED, faultOf, type SendFault } from './send-fault.js';
import { mayCallFor } from './service-address.js';

/** A card, or plain text where a card would be too large; `summary` is what a notification says. */
export type Message = { summary: string } & ({ card: Card } | { text: string });

/** Teams as the bot sees it: one try to do something in one person's chat. Failures are values, never exceptions. */
export interface TeamsPort {
  /** Posts a message once and gives its activity id; `replyTo`: the activity that it answers, if any. */
  send(reach: Reach, message: Message, replyTo?: string): Promise<Result<string, SendFault>>;
  /** Draws a message anew where it stands. */
  update(reach: Reach, activityId: string, message: Message): Promise<Result<string, SendFault>>;
  /** Who it is whose chat this is, as the roster says now. */
  member(reach: Reach): Promise<Result<RosterEntry, SendFault>>;
}

export interface TeamsOptions {
  /** Who the bot is, and so where it may write to; with none, nothing is signed. */
  identity: Identity;
  /** What signs, where that is not Bot Framework's usual way for this identity. */
  authentication?: BotFrameworkAuthentication;
  /** How long one try may take, in milliseconds; what has not been answered by then may have arrived. */
  patience?: number;
}

/** Teams has a handful of addresses; what comes from outside is not remembered without end. */
const MOST_CONNECTORS = 20;

/** Writes to people through Bot Framework's connector, one request a try: the SDK would post up to four times by itself. */
export function createTeams({
  identity,
  authentication = authenticationFor(identity),
  patience = 15_000,
}: TeamsOptions): TeamsPort {
  const mayCall = mayCallFor(identity);
  const appId = appIdOf(identity);
  const claims = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
  const factory = authentication.createConnectorFactory(claims);
  const connectors = new Map<string, Promise<Connector>>();
  /** Whose request has been signed and is on its way to the network: each has a signal of its own. */
  const handedOver = new WeakSet<AbortSignal>();
  const ready = oneTryEach(({ abortSignal }) => abortSignal && handedOver.add(abortSignal));

  /** One connector for each address that Teams has; few, and to make one takes longer than to send. */
  function connectorAt(serviceUrl: string): Promise<Connector> {
    const known = connectors.get(serviceUrl);
    if (known) return known;
    if (connectors.size >= MOST_CONNECTORS) connectors.clear();
    const made = factory.create(serviceUrl).then((client) => {
      const connector = client as unknown as Connector;
      ready(connector);
      return connector;
    });
    made.catch(() => connectors.delete(serviceUrl));
    connectors.set(serviceUrl, made);
    return made;
  }

  async function once<T>(
    reach: Reach,
    request: (connector: Connector, options: Options) => Promise<T>,
  ): Promise<Result<T, SendFault>> {
    // Asked at every send: what was stored may be older than the list of allowed addresses, or not of our writing.
    if (!mayCall(reach.serviceUrl)) return refuse(ADDRESS_REFUSED);
    const abortSignal = AbortSignal.timeout(patience);
    try {
      const late = new Promise<never>((_, reject) => {
        abortSignal.addEventListener('abort', () => reject(abortSignal.reason), { once: true });
      });
      const sending = connectorAt(reach.serviceUrl).then((connector) => request(connector, { abortSignal }));
      return accept(await Promise.race([sending, late]));
    } catch (error) {
      return refuse(faultOf(error, handedOver.has(abortSignal)));
    }
  }

  return {
    send: (reach, message, replyToId) =>
      once(reach, async ({ conversations }, options) => {
        const activity = { ...activityFor(reach, message), ...(replyToId && { replyToId }) };
        const sent = await conversations.sendToConversation(reach.conversation, activity, options);
        // Teams has taken it, whatever it calls it.
        return (sent as typeof sent | undefined)?.id ?? '';
      }),
    update: (reach, activityId, message) =>
      once(reach, async ({ conversations }, options) => {
        const activity = { ...activityFor(reach, message), id: activityId };
        await conversations.updateActivity(reach.conversation, activityId, activity, options);
        return activityId;
      }),
    member: (reach) =>
      once(reach, async ({ conversations }, options) =>
        rosterEntry(await conversations.getConversationMember(reach.conversation, reach.user, options)),
      ),
  };
}

/**
 * For the turns of one bot: makes what a turn asks of Teams go out once, and to no other address: what was posted twice
 * stands twice in somebody's chat. `called` is told of each request, for all count towards Teams' limit.
 */
export function onceInTurns(called: () => void): (context: TurnContext) => void {
  const ready = oneTryEach(called);
  return (context) => {
    const { ConnectorClientKey } = context.adapter as BotAdapter;
    ready(context.turnState.get<Connector | undefined>(ConnectorClientKey));
  };
}

function activityFor(reach: Reach, message: Message): Partial<Activity> {
  const content =
    'card' in message
      ? MessageFactory.attachment(CardFactory.adaptiveCard(message.card))
      : { type: 'message', text: message.text, textFormat: 'plain' };
  const reference = {
    bot: { id: reach.bot, name: '' },
    user: { id: reach.user, name: '' },
    channelId: 'msteams',
    serviceUrl: reach.serviceUrl,
    conversation: { id: reach.conversation, tenantId: reach.tenant, conversationType: 'personal' },
  } as Partial<ConversationReference>;
  return TurnContext.applyConversationReference({ ...content, summary: message.summary }, reference);
}
