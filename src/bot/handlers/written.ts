import { openConversations } from '../../app/typed-answer.js';
import { answerOffer } from '../../cards/answer-offer.js';
import { help as helpCard } from '../../cards/help.js';
import { quote } from '../../cards/quote.js';
import { shortened } from '../../cards/shortened.js';
import type { VerbData } from '../../cards/verbs.js';
import { limits } from '../../domain/words.js';
import { type Answer, below, here, tell } from '../answer.js';
import type { Turn } from '../turn.js';

export const help = async ({ kit }: Turn): Promise<Answer> => below(helpCard(kit));

export const thanks = async ({ kit }: Turn): Promise<Answer> => tell(kit.say('reply.thanks'));

/** `status` without an id. */
export const status = async ({ kit }: Turn): Promise<Answer> => tell(kit.say('reply.status'));

/** What somebody wrote that is no command, tidied and no longer than an idea's problem: an answer if they have been asked something, else perhaps an idea. */
export async function freeText(turn: Turn, text: string): Promise<Answer> {
  const conversations = await openConversations(turn.deps, turn.person, text);
  if (conversations.length > 0) return below(answerOffer(turn.kit, { text, reader: turn.person.ref, conversations }));
  return below(quote(turn.kit, { ...quotedFor(turn, text), picture: await turn.beside?.goAlong() }));
}

/** "Nej": it was no answer, so perhaps an idea; or it was no idea, and that is that. */
export const dismiss = async (turn: Turn, { text }: VerbData<'dismiss'>): Promise<Answer> =>
  text
    ? here(quote(turn.kit, quotedFor(turn, shortened(text, limits.problem))))
    : tell(turn.kit.say('reply.dismissed'));

const quotedFor = ({ person: { department } }: Turn, text: string) => ({ text, ...(department && { department }) });

/** A picture that cannot be had, a file, a voice message or an emoji as a picture instead of words. */
export const sent = ({ kit }: Turn, what: 'picture' | 'voice' | 'file' | 'smallTalk' | 'nothing'): Answer =>
  tell(kit.say(what === 'smallTalk' ? 'reply.thanks' : `reply.${what}`));
