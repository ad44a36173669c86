import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import type { Answered } from '../../http/activities.js';
import type { Claims } from '../authentication/token.js';

/**
 * Bot Framework's adapter without its HTTP part, whose error answers tell the outside about the inside, and without its
 * judgement of tokens, which `authenticate.ts` has made before.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;

  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Runs one turn and gives what to answer: what the turn left (an invoke's body) or 200. No claims: nothing is signed. */
  async take(
    claims: Claims | undefined,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Answered> {
    const admitted = claims ? this.#admitted(claims) : await this.#authentication.authenticateRequest(activity, '');
    const response = await this.processActivity(admitted, activity, turn);
    return { status: response?.status ?? 200, ...(response?.body !== undefined && { body: response.body }) };
  }

  #admitted(claims: Claims) {
    const told = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
    const claimsIdentity = new ClaimsIdentity(told, true);
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.#authentication.createConnectorFactory(claimsIdentity),
    };
  }
}
