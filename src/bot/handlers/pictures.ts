import { ideasForPicture, keepPicture } from '../../app/keep-picture.js';
import { pictureOffer } from '../../cards/picture-offer.js';
import { type Answer, below, tell } from '../answer.js';
import type { Turn } from '../turn.js';

/** A picture in the chat: kept, and offered to the ideas that it may belong to. */
export async function received(turn: Turn, url: string): Promise<Answer> {
  const [bytes, ideas] = await Promise.all([turn.download(url), ideasForPicture(turn.deps, turn.person)]);
  if (ideas.length === 0) return tell(turn.kit.say('reply.pictureFirstIdea'));
  const picture = bytes && (await keepPicture(turn.deps, turn.person, bytes));
  return picture ? below(pictureOffer(turn.kit, { picture, ideas })) : tell(turn.kit.say('reply.pictureRefused'));
}
