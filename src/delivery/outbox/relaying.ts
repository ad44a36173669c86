import { type Lane, lanes } from '../../store/delivery/outbox.js';
import type { DeliveryDeps } from '../deps.js';
import { relayLane } from './relay.js';

/**
 * Relays as often as it is kicked: one look at a time in each lane, and a kick that comes while it looks makes it look once
 * more. What somebody waits for is told beside the rest and never after it.
 */
export function createRelaying(deps: DeliveryDeps, stopping: AbortSignal) {
  const kicked = new Set<Lane>();
  const running = new Map<Lane, Promise<void>>();
  const served: { readonly [L in Lane]: Map<string, number> } = { awaited: new Map(), rest: new Map() };

  async function run(lane: Lane): Promise<void> {
    try {
      while (kicked.delete(lane) && !stopping.aborted) {
        const more = await relayLane(deps, lane, {
          ...{ stopping, served: served[lane] },
          isKicked: () => kicked.has(lane),
        });
        // What comes of one lane may be told in the other.
        if (more) kick();
      }
    } catch (error) {
      deps.log.error({ err: error }, 'The outbox could not be read; the next sweep tries again');
    }
  }

  function start(lane: Lane): void {
    const work = run(lane).finally(() => {
      running.delete(lane);
      // It was kicked when it had looked for the last time.
      if (kicked.has(lane) && !stopping.aborted) start(lane);
    });
    running.set(lane, work);
  }

  function kick(): void {
    for (const lane of lanes) {
      kicked.add(lane);
      if (!running.has(lane)) start(lane);
    }
  }

  /** Settles when nobody relays. */
  async function stopped(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values());
  }

  return {
    /** There is something to tell. */
    kick,
    /** Tells all that there is. */
    async all(): Promise<void> {
      kick();
      await stopped();
    },
    stopped,
  };
}
