import { openShared } from '../shared.js';
import type { Storage } from '../storage.js';

/** Who gives people the bot just now, and until when by storage's clock (ms). */
interface Lease {
  by: string;
  until: number;
}

/** A run that has said nothing for so long is gone. */
const HELD_MS = 60_000;
const NAME = 'installing';

/** One run at a time gives people the bot, so that two that are begun at the same moment ask nobody twice. */
export function openInstallLease(storage: Pick<Storage, 'deliveries' | 'versions'>, municipality: string) {
  const shared = openShared(storage, municipality);
  return {
    /** Takes it, or keeps it for another minute; false while another run has it. Two round trips. */
    async hold(me: string): Promise<boolean> {
      const stands = await shared.change<Lease>(NAME, (lease, now) =>
        lease && lease.by !== me && lease.until > now ? undefined : { by: me, until: now + HELD_MS },
      );
      return stands?.by === me;
    },

    /** Gives it back; it would run out by itself. */
    async release(me: string): Promise<void> {
      await shared.change<Lease>(NAME, (lease) => (lease?.by === me ? { ...lease, until: 0 } : undefined));
    },
  };
}

export type InstallLease = ReturnType<typeof openInstallLease>;
