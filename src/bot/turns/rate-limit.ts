/** How much one person may ask: so much at once, and so much a second in the long run. */
export interface Pace {
  burst: number;
  perSecond: number;
}

/**
 * Nobody who types and presses comes near it: forty presses without a pause, and after that one each second for as long as
 * they like. It is far below what one instance answers, so that one person cannot take what others need.
 */
export const usualPace: Pace = { burst: 40, perSecond: 1 };

/** Whoever goes on is not told each time: an answer costs Teams and the bot more than the message that it answers. */
const TOLD_EVERY_MS = 10_000;
/** People who are remembered; the one who has been quiet the longest is forgotten first, and has then most often a full burst anyway. */
const MOST = 10_000;

/** `tell`: too much, and time to say so; `silent`: too much, and said a moment ago. */
export type Haste = 'none' | 'tell' | 'silent';

interface Bucket {
  left: number;
  at: number;
  told: number;
}

/** A token bucket for each person, in this instance's memory. `now` in milliseconds since the epoch. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly pace: Pace,
    private readonly now: () => number,
  ) {}

  /** Counts one more from this person, and says whether it is too much. */
  judge(person: string): Haste {
    const now = this.now();
    const { left, told } = this.filled(person, now);
    const goes = left >= 1;
    const tells = !goes && now - told >= TOLD_EVERY_MS;
    this.keep(person, { left: goes ? left - 1 : left, at: now, told: tells ? now : told });
    if (goes) return 'none';
    return tells ? 'tell' : 'silent';
  }

  private filled(person: string, now: number): Bucket {
    const { burst, perSecond } = this.pace;
    const before = this.buckets.get(person);
    if (!before) return { left: burst, at: now, told: Number.NEGATIVE_INFINITY };
    // A clock that was set back gives nothing and takes nothing.
    const seconds = Math.max(0, now - before.at) / 1000;
    return { ...before, left: Math.min(burst, before.left + seconds * perSecond) };
  }

  private keep(person: string, bucket: Bucket): void {
    this.buckets.delete(person);
    this.buckets.set(person, bucket);
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MOST && !oldest.done) this.buckets.delete(oldest.value);
  }
}
