import type { PictureAddresses } from '../app/idea/pictures/picture-addresses.js';
import type { ShownPicture } from '../app/idea/pictures/show-picture.js';
import { RateLimit } from '../bot/turns/rate-limit.js';
import { accept, type Result, refuse } from '../domain/result.js';

/** What a request for a picture comes to: the picture, or a status that says nothing of why. */
export type PictureAnswer = Result<ShownPicture, 404 | 429 | 503>;

/** So many are read from storage at a time, of up to 5 MB each; the others wait for their turn, up to a crowd of them. */
const AT_A_TIME = 8;
const MOST_WAITING = 400;
/** A picture is asked for once by each reader who looks at a card: a popular idea has 300 followers. More often asks no crowd. */
const PACE = { burst: 400, perSecond: 10 };

interface PictureDoorDeps {
  addresses: Pick<PictureAddresses, 'read'>;
  show(named: NonNullable<Awaited<ReturnType<PictureAddresses['read']>>>): Promise<ShownPicture | undefined>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Answers requests for pictures. A token that was not made here costs no request to storage; one that holds may be used as
 * often as cards are looked at, and no more are read at the same time than fit into memory.
 */
export function createPictureDoor({ addresses, show, now }: PictureDoorDeps) {
  const limit = new RateLimit(PACE, now);
  const waiting: (() => void)[] = [];
  let reading = 0;

  async function fewAtATime<T>(read: () => Promise<T>): Promise<T> {
    if (reading >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
    else reading += 1;
    try {
      return await read();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes the place of the one who is done.
      if (next) next();
      else reading -= 1;
    }
  }

  return async (token: string): Promise<PictureAnswer> => {
    const named = await addresses.read(token);
    if (!named) return refuse(404);
    if (limit.judge(`${named.idea}.${named.name}`) !== 'none') return refuse(429);
    if (waiting.length >= MOST_WAITING) return refuse(503);
    const picture = await fewAtATime(() => show(named));
    return picture ? accept(picture) : refuse(404);
  };
}
