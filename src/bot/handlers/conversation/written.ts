import { help as helpCard } from '../../../cards/conversation/help.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

export const help = async ({ kit }: Turn): Promise<Answer> => below(helpCard(kit));

export const thanks = async ({ kit }: Turn): Promise<Answer> => tell(kit.say('reply.thanks'));

/** `status` without an id. */
export const status = async ({ kit }: Turn): Promise<Answer> => tell(kit.say('reply.status'));

/** A picture that cannot be had, a file, a voice message or an emoji as a picture instead of words. */
export const sent = ({ kit }: Turn, what: 'picture' | 'voice' | 'file' | 'smallTalk' | 'nothing'): Answer =>
  tell(kit.say(what === 'smallTalk' ? 'reply.thanks' : `reply.${what}`));
