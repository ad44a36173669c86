import { ideasForPicture, keepPicture } from '../../../app/idea/pictures/keep-picture.js';
import { pictureOffer } from '../../../cards/idea/lists/picture-offer.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { PicturesBeside, Turn } from '../../turns/turn.js';

/** A picture in the chat: kept, and offered to the ideas that it may belong to. Of several the first is taken. */
export async function received(turn: Turn, urls: readonly (string | undefined)[]): Promise<Answer> {
  const url = urls.find((one) => one !== undefined);
  const [bytes, ideas] = await Promise.all([url && turn.download(url), ideasForPicture(turn.deps, turn.person)]);
  if (ideas.length === 0) return tell(turn.context.t('reply.pictureFirstIdea'));
  return offer(turn, bytes && (await keepPicture(turn.deps, turn.person, bytes)), urls, ideas);
}

/** Pictures that were sent beside words: the words are answered first, and perhaps take the picture along. */
export function sentBeside(turn: Turn, urls: readonly (string | undefined)[]): PicturesBeside {
  let kept: Promise<string | undefined> | undefined;
  let goes = false;
  const keep = async () => {
    const url = urls.find((one) => one !== undefined);
    const bytes = url && (await turn.download(url));
    return bytes && keepPicture(turn.deps, turn.person, bytes);
  };
  return {
    async goAlong() {
      goes = true;
      kept ??= keep();
      return kept;
    },
    async answer() {
      if (!goes) return received(turn, urls);
      const picture = await kept;
      return picture ? tell(lines(turn, urls, turn.context.t('picture.goesAlong'))) : refused(turn, urls);
    },
  };
}

const offer = (
  turn: Turn,
  picture: string | undefined,
  urls: readonly (string | undefined)[],
  ideas: Parameters<typeof pictureOffer>[1]['ideas'],
): Answer =>
  picture
    ? below(pictureOffer(turn.context, { picture, reader: turn.person.ref, ideas, isOneOfSeveral: urls.length > 1 }))
    : refused(turn, urls);

/** Teams has named no place where the picture is, or what is there is none that can be taken. */
const refused = ({ context }: Turn, urls: readonly (string | undefined)[]): Answer =>
  tell(context.t(urls.some((url) => url !== undefined) ? 'reply.pictureRefused' : 'reply.picture'));

const lines = ({ context }: Turn, urls: readonly unknown[], line: string): string =>
  urls.length > 1 ? `${line} ${context.t('picture.first')}` : line;
