import type { CardContext } from '../../cards/card-context.js';
import { aboutElsewhere } from '../../cards/conversation/elsewhere.js';
import { note } from '../../cards/note.js';
import type { BotDeps } from '../deps.js';
import type { Incoming } from '../incoming.js';
import { recordElsewhere } from '../records.js';
import { type Answer, below, tell } from '../turns/answer.js';
import { readMessage } from './commands.js';

/** What Teams calls a bot: 28 and the app id. */
const BOT_ID = /^28:[\w-]{1,100}$/;

/**
 * What is answered in a team or a group chat, where everybody sees it: what the bot is for, and how a record is doing whose
 * id was written, to somebody whom the bot knows from their own chat. Buttons do nothing there, nothing is stored, and
 * nobody is named. One round trip for an idea, else none.
 */
export async function answerElsewhere(deps: BotDeps, context: CardContext, activity: Incoming): Promise<Answer> {
  if (activity.kind !== 'text') return tell(context.t('reply.privateChat'));
  const asked = readMessage(activity.written.asCommand);
  if (asked.command !== 'open' && asked.command !== 'why')
    return below(note(context, aboutElsewhere(context, chatWith(activity))));
  const { identity } = activity;
  const privateChat = chatWith(activity, asked.id);
  const shown = await recordElsewhere(deps, context, {
    ...{ id: asked.id, identity, guests: deps.guests === true, privateChat },
  });
  return below(note(context, shown ?? aboutElsewhere(context, chatWith(activity))));
}

/** Where Teams opens the person's own chat with this bot, with something to send there already written. */
function chatWith({ place: { bot } }: Incoming, message?: string): string | undefined {
  if (!BOT_ID.test(bot)) return undefined;
  const said = message ? `&message=${encodeURIComponent(message)}` : '';
  return `https://teams.microsoft.com/l/chat/0/0?users=${bot}${said}`;
}
