import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import { ADDRESS_REFUSED, type SendFault } from '../../delivery/send-fault.js';
import type { TeamsPort } from '../../delivery/teams-port.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { ConversationReference } from '../../store/person/people.js';
import { authenticationFor } from '../authentication/credentials.js';
import { appIdOf, type Identity } from '../identity.js';
import { mayCallFor } from '../service-address.js';
import { activityFor } from './activity-for.js';
import { type Connector, type Options, oneTryEach } from './connector.js';
import { faultOf } from './fault-of.js';
import { rosterEntry } from './roster.js';

export interface TeamsOptions {
  /** Who the bot is, and so where it may write to; with none, nothing is signed. */
  identity: Identity;
  /** What signs, where that is not Bot Framework's usual way for this identity. */
  authentication?: BotFrameworkAuthentication;
  /** How long one try may take, in milliseconds; what has not been answered by then may have arrived. */
  patienceMs?: number;
}

/** Teams has a handful of addresses; what comes from outside is not remembered without end. */
const MOST_CONNECTORS = 20;

/** Writes to people through Bot Framework's connector, one request a try: the SDK would post up to four times by itself. */
export function createTeams({
  identity,
  authentication = authenticationFor(identity),
  patienceMs = 15_000,
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
    reach: Pick<ConversationReference, 'serviceUrl'>,
    request: (connector: Connector, options: Options) => Promise<T>,
  ): Promise<Result<T, SendFault>> {
    // Asked at every send: what was stored may be older than the list of allowed addresses, or not of our writing.
    if (!mayCall(reach.serviceUrl)) return refuse(ADDRESS_REFUSED);
    const abortSignal = AbortSignal.timeout(patienceMs);
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
    remove: (place, activityId) =>
      once(place, ({ conversations }, options) =>
        conversations.deleteActivity(place.conversation, activityId, options).then(() => undefined),
      ),
    member: (reach) =>
      once(reach, async ({ conversations }, options) =>
        rosterEntry(await conversations.getConversationMember(reach.conversation, reach.user, options)),
      ),
  };
}
