import { createHash } from 'node:crypto';
import type { Receipt } from '../../delivery/sending/receipt.js';
import type { EventName } from '../../domain/record.js';
import type { Incoming } from '../incoming.js';

/** What a turn has stored by now, so that its answer is a receipt, which is owed when it cannot be shown. */
export class TurnReceipt {
  private about: EventName | undefined;
  private stores = false;
  private hasLeft = false;
  private name: string | undefined;

  /** `unique`: what the receipt is known by when nothing that arrived can tell it from another. */
  constructor(private readonly unique: () => string) {}

  /** Something is stored; of a record, that event. The first one counts: what follows belongs to it. */
  note(event?: EventName): void {
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
  receipt(activity: Incoming): Receipt | undefined {
    if (!this.stores || this.hasLeft) return undefined;
    if (this.about) return this.about;
    // Teams need not say an id; the press that is sent twice has its own.
    this.name ??= activity.id || opIn(activity) || this.unique();
    return { activity: createHash('sha256').update(this.name).digest('hex').slice(0, 16) };
  }
}

function opIn(activity: Incoming): string | undefined {
  const idempotencyKey = 'press' in activity ? activity.press.data.idempotencyKey : undefined;
  return typeof idempotencyKey === 'string' ? idempotencyKey : undefined;
}
