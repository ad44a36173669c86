import { createHash } from 'node:crypto';
import type { Receipt } from '../delivery/receipt.js';
import type { Incoming } from './activity.js';

/** What a turn has stored by now, so that its answer is a receipt, which is owed when it cannot be shown. */
export class Kept {
  private about: { id: string; seq: number } | undefined;
  private stores = false;
  private hasLeft = false;

  /** Something is stored; of an idea, that event. The first one counts: what follows belongs to it. */
  note(event?: { id: string; seq: number }): void {
    this.stores = true;
    this.about ??= event;
  }

  /** That has been shown, or is owed: what comes after it in the same turn is no receipt. */
  shown(): void {
    this.stores = false;
    this.about = undefined;
  }

  /** The person is erased: nobody is left who could be owed anything. */
  left(): void {
    this.hasLeft = true;
  }

  /** The receipt, if something was stored: of one event or one activity always the same. */
  receipt({ id = '' }: Incoming): Receipt | undefined {
    if (!this.stores || this.hasLeft) return undefined;
    return this.about ?? { activity: createHash('sha256').update(id).digest('hex').slice(0, 16) };
  }
}
