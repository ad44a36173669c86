/** Two clocks that are no farther apart than this, in milliseconds, agree: answers tell whole seconds and take a while. */
const AGREES_WITHIN_MS = 2_000;
/** So near storage's a clock is that was wrong and has been set, in milliseconds. */
const RIGHT_WITHIN_MS = 500;
/** An answer that took longer, in milliseconds, says too little of what time it is. */
const LONGEST_ANSWER_MS = 5_000;
/** Storage tells the second that has begun. */
const SECOND_MS = 1_000;

/**
 * What time it is: by the machine's clock as long as that agrees with storage's, else by storage's. Every decision is made
 * after something has been read, and each answer of storage says what time it is there, so a machine whose clock is wrong,
 * or jumps, gives no decision a wrong date.
 */
export class StorageClock {
  /** Milliseconds by which the machine's clock is behind storage's; 0 while they agree. */
  #behind = 0;

  /** `told`: asked once whenever the machine's clock is found to differ by another amount, or to agree again (0). */
  constructor(
    private readonly machine: () => number,
    private readonly told: (behind: number) => void = () => undefined,
  ) {}

  /** Milliseconds since the epoch. */
  now(): number {
    return this.machine() + this.#behind;
  }

  /** By the machine's own clock. */
  byMachine(): number {
    return this.machine();
  }

  /** An answer of storage to a question that was sent at `sentAt` by the machine's clock says that it is `storageTime` there. */
  heard(storageTime: number, sentAt: number): void {
    // The answer was written at some time between the question and now.
    const least = storageTime - this.machine();
    const most = storageTime + SECOND_MS - sentAt;
    // Where the clock was set while the question was on its way, or the answer took long, this says little.
    if (most < least || most - least > SECOND_MS + LONGEST_ANSWER_MS) return;
    const fits = (behind: number, slack: number) => behind >= least - slack && behind <= most + slack;
    // Back to the machine's clock only when it is right, not as soon as it may be: what time it is does not go to and fro.
    const isRight = fits(0, this.#behind === 0 ? AGREES_WITHIN_MS : RIGHT_WITHIN_MS);
    const behind = isRight ? 0 : fits(this.#behind, AGREES_WITHIN_MS) ? this.#behind : Math.round((least + most) / 2);
    if (behind === this.#behind) return;
    this.#behind = behind;
    this.told(behind);
  }
}
