import { help as helpCard } from '../../../cards/conversation/help.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

export const help = async ({ context }: Turn): Promise<Answer> => below(helpCard(context));

export const thanks = async ({ context }: Turn): Promise<Answer> => tell(context.t('reply.thanks'));

/** `status` without an id. */
export const status = async ({ context }: Turn): Promise<Answer> => tell(context.t('reply.status'));

/** A picture that cannot be had, a file, a voice message or an emoji as a picture instead of words. */
export const sent = ({ context }: Turn, what: 'picture' | 'voice' | 'file' | 'smallTalk' | 'nothing'): Answer =>
  tell(context.t(what === 'smallTalk' ? 'reply.thanks' : `reply.${what}`));
