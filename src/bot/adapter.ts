import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';

export interface Received {
  status: number;
  body?: unknown;
}

/** Bot Framework's adapter without its HTTP part, whose error answers tell the outside about the inside. */
export class TeamsAdapter extends CloudAdapter {
  /**
   * Judges the token, runs one turn and gives what to answer: 401 for a token that does not hold, else what the turn
   * left (an invoke's body) or 200. Other errors are thrown.
   */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Received> {
    try {
      const response = await this.processActivity(authorization, activity, turn);
      return { status: response?.status ?? 200, ...(response?.body !== undefined && { body: response.body }) };
    } catch (error) {
      if (error instanceof AuthenticationError) return { status: 401 };
      throw error;
    }
  }
}
