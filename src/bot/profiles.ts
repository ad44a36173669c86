import type { EntraIdentity, PersonRef } from '../domain/person.js';
import type { ReadPerson } from '../store/people.js';

/** Long enough for a conversation, short enough that a change made through another instance is soon seen. */
const KEPT_MS = 30_000;
const MOST = 5_000;

const keyOf = ({ tenant, objectId }: EntraIdentity) => `${tenant}|${objectId}`;

/** People who are chatting just now, so that most turns need not read them. A stale copy cannot overwrite: writes name a version. */
export class Profiles {
  private readonly kept = new Map<string, { me: ReadPerson; until: number }>();

  constructor(private readonly now: () => number) {}

  get(identity: EntraIdentity): ReadPerson | undefined {
    const entry = this.kept.get(keyOf(identity));
    return entry && entry.until > this.now() ? entry.me : undefined;
  }

  /** Who it was when they last wrote, however long ago: a reference changes only when somebody has their data erased. */
  refOf(identity: EntraIdentity): PersonRef | undefined {
    return this.kept.get(keyOf(identity))?.me.person.ref;
  }

  keep(identity: EntraIdentity, me: ReadPerson): void {
    const key = keyOf(identity);
    this.kept.delete(key);
    this.kept.set(key, { me, until: this.now() + KEPT_MS });
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST && !oldest.done) this.kept.delete(oldest.value);
  }

  drop(identity: EntraIdentity): void {
    this.kept.delete(keyOf(identity));
  }
}
