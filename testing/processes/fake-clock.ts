import type { Ticking } from '../../src/delivery/pacing/pause';

/** A clock that stands still until everybody waits for it, and then goes on to the first who is due. */
export class FakeClock implements Ticking {
  #now = 0;
  readonly #waiting = new Set<{ at: number; wake: () => void }>();

  now = (): number => this.#now;

  pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = {
        at: this.#now + Math.max(0, milliseconds),
        wake: () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      const stop = () => {
        this.#waiting.delete(one);
        reject(signal?.reason);
      };
      if (signal?.aborted) {
        stop();
        return;
      }
      signal?.addEventListener('abort', stop, { once: true });
      this.#waiting.add(one);
    });

  /** Lets so many milliseconds pass, in the steps that those who wait have asked for. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const [next] = [...this.#waiting].sort((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      this.#waiting.delete(next);
      next.wake();
    }
    this.#now = end;
    await settled();
  }
}

/** Settles when all that could go on without time passing has gone on. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};
