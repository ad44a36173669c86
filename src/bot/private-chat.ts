import type { Incoming } from './incoming.js';

/** What Teams calls a bot: 28 and the app id. */
const BOT_ID = /^28:[\w-]{1,100}$/;

/**
 * Where Teams opens the reader's own chat with the bot that this came to, with something to send there already written;
 * undefined where the bot's name is none that Teams gives. Cards of ours that come back are known by it (teams/activity.ts).
 */
export const privateChat = ({ place: { bot } }: Incoming, message?: string): string | undefined =>
  chatWith(bot, message);

/** The same of a bot by its name in Teams. */
export function chatWith(bot: string, message?: string): string | undefined {
  if (!BOT_ID.test(bot)) return undefined;
  const said = message ? `&message=${encodeURIComponent(message)}` : '';
  return `https://teams.microsoft.com/l/chat/0/0?users=${bot}${said}`;
}
