import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** Teams has a handful of addresses; what comes from outside is not remembered without end. */
const MOST_KEPT = 20;

/** One of a kind for each address, made when it is asked for first; one that could not be made is tried again. */
export function oneForEach<T>(make: (serviceUrl: string) => Promise<T>): (serviceUrl: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (serviceUrl) => {
    const known = kept.get(serviceUrl);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make(serviceUrl);
    made.catch(() => kept.delete(serviceUrl));
    kept.set(serviceUrl, made);
    return made;
  };
}

/**
 * Bot Framework's authentication with its clients kept. The adapter asks for a client of Teams' connector and one of the
 * service that signs people in at every turn, and to make them takes longer than the turn: they are the same for all turns
 * of one bot.
 */
export class CachedClients extends BotFrameworkAuthentication {
  readonly #behind: BotFrameworkAuthentication;
  #connectors: ConnectorFactory | undefined;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(behind: BotFrameworkAuthentication) {
    super();
    this.#behind = behind;
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.#behind.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  override authenticateStreamingRequest(
    authHeader: string,
    channelIdHeader: string,
  ): Promise<AuthenticateRequestResult> {
    return this.#behind.authenticateStreamingRequest(authHeader, channelIdHeader);
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    this.#connectors ??= new KeptConnectors(this.#behind.createConnectorFactory(claims));
    return this.#connectors;
  }

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#behind.createUserTokenClient(claims).catch((error: unknown) => {
      this.#userTokens = undefined;
      throw error;
    });
    return this.#userTokens;
  }
}

class KeptConnectors extends ConnectorFactory {
  readonly #behind: ConnectorFactory;
  readonly #byAudience = new Map<string | undefined, (serviceUrl: string) => Promise<ConnectorClient>>();

  constructor(behind: ConnectorFactory) {
    super();
    this.#behind = behind;
  }

  /** There is one audience in each of Microsoft's clouds. */
  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const kept = this.#byAudience.get(audience) ?? oneForEach((url) => this.#behind.create(url, audience));
    this.#byAudience.set(audience, kept);
    return kept(serviceUrl);
  }
}
