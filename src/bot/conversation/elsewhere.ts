import type { CardContext } from '../../cards/card-context.js';
import { aboutElsewhere } from '../../cards/conversation/elsewhere.js';
import { note } from '../../cards/note.js';
import type { BotDeps } from '../deps.js';
import type { Incoming } from '../incoming.js';
import { privateChat } from '../private-chat.js';
import { recordElsewhere } from '../records.js';
import { type Answer, below, tell } from '../turns/answer.js';
import { readMessage } from './commands.js';

/**
 * What is answered in a team or a group chat, where everybody sees it: what the bot is for, and how a record is doing whose
 * id was written, to somebody whom the bot knows from their own chat. Buttons do nothing there, nothing is stored, and
 * nobody is named. One round trip for an idea, else none.
 */
export async function answerElsewhere(deps: BotDeps, context: CardContext, activity: Incoming): Promise<Answer> {
  if (activity.kind !== 'text') return tell(context.t('reply.privateChat'));
  const asked = readMessage(activity.written.asCommand);
  if (asked.command !== 'open' && asked.command !== 'why')
    return below(note(context, aboutElsewhere(context, privateChat(activity))));
  const { identity } = activity;
  const link = privateChat(activity, asked.id);
  const shown = await recordElsewhere(deps, context, {
    ...{ id: asked.id, identity, guests: deps.guests === true, privateChat: link },
  });
  return below(note(context, shown ?? aboutElsewhere(context, privateChat(activity))));
}
