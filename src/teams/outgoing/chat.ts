import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Chat } from '../../bot/chat.js';
import { type Incoming, isInvoke } from '../../bot/incoming.js';
import type { TeamsPort } from '../../delivery/teams-port.js';
import { downloadsFor } from '../files/download.js';
import { bodyOf } from './invoke-body.js';
import { typingSoon } from './typing.js';

/**
 * A turn's own chat. To be made at the beginning of the turn. Posts go through the port and not through the turn's context,
 * which ends with the HTTP request: a slow one goes on after it.
 */
export function createChat(
  { teams, called }: { teams: TeamsPort; called: () => void },
  context: TurnContext,
  activity: Incoming,
): Chat {
  const { place } = activity;
  const download = downloadsFor(context);
  const stopTyping = typingSoon(context);
  let waiting = isInvoke(activity);
  const asked = <T>(request: () => Promise<T>): Promise<T> => {
    stopTyping();
    called();
    return request();
  };
  return {
    waits: () => waiting,
    async answerInvoke(answer) {
      if (!waiting) return;
      waiting = false;
      const body = bodyOf(activity, answer);
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, ...(body && { body }) } });
    },
    post: (message) => asked(() => teams.send(place, message, activity.id)),
    update: (activityId, message) => asked(() => teams.update(place, activityId, message)),
    remove: (activityId) => asked(() => teams.remove(place, activityId)),
    download,
    leave() {
      waiting = false;
      stopTyping();
    },
  };
}
