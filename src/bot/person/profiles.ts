import type { EntraIdentity, PersonRef } from '../../domain/person/person.js';
import type { ReadPerson } from '../../store/person/people.js';

/** Long enough for a conversation, short enough that a change made through another instance is soon seen. */
const KEPT_MS = 30_000;
const MOST = 5_000;

const keyOf = ({ tenant, objectId }: EntraIdentity) => `${tenant}|${objectId}`;

/**
 * People who are chatting just now, so that most turns need not read them. A stale copy cannot overwrite: writes name a
 * version. What is too old goes when somebody else is kept; of who has written, only the reference is remembered.
 */
export class Profiles {
  private readonly kept = new Map<string, { me: ReadPerson; until: number }>();
  private readonly refs = new Map<string, PersonRef>();

  constructor(private readonly now: () => number) {}

  get(identity: EntraIdentity): ReadPerson | undefined {
    const entry = this.kept.get(keyOf(identity));
    return entry && entry.until > this.now() ? entry.me : undefined;
  }

  /** Who it was when they last wrote, however long ago: a reference changes only when somebody has their data erased. */
  refOf(identity: EntraIdentity): PersonRef | undefined {
    return this.refs.get(keyOf(identity));
  }

  keep(identity: EntraIdentity, me: ReadPerson): void {
    const key = keyOf(identity);
    this.drop(identity);
    // The oldest stand first, so that a turn looks at no more than what has become too old since the last one.
    for (const [old, { until }] of this.kept) {
      if (until > this.now()) break;
      this.kept.delete(old);
    }
    this.kept.set(key, { me, until: this.now() + KEPT_MS });
    this.refs.set(key, me.person.ref);
    for (const map of [this.kept, this.refs]) {
      const oldest = map.keys().next();
      if (map.size > MOST && !oldest.done) map.delete(oldest.value);
    }
  }

  drop(identity: EntraIdentity): void {
    for (const map of [this.kept, this.refs]) map.delete(keyOf(identity));
  }
}
