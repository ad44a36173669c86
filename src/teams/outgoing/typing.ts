import { ActivityTypes, type TurnContext } from 'botbuilder';

/** Somebody who waits longer than this sees that the bot is writing (Microsoft's Store validation asks for two seconds). */
const SOON_MS = 1000;

/**
 * Shows "is typing" once when a written message is not answered within a second; gives what stops it, to be called before
 * the answer and at the turn's end. teams-ai has a timer for this too, but one for all turns together, so that a slow turn
 * hides every other.
 */
export function typingSoon(context: TurnContext): () => void {
  if (context.activity.type !== ActivityTypes.Message) return () => undefined;
  const timer = setTimeout(() => {
    // A courtesy: whether it arrives changes nothing.
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, SOON_MS);
  return () => clearTimeout(timer);
}
