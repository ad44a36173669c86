import type { BotAdapter, TurnContext } from 'botbuilder';
import { type Connector, oneTryEach } from './connector.js';

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
