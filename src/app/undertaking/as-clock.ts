import { decideUndertaking } from '../../domain/undertaking/decide.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { undertakingSetting } from './setting.js';

/**
 * What time brings an undertaking, as its due row says: named after its version, so that there is one effect however many instances do
 * it at once. False where there is nothing to do (any more).
 */
export const undertakingTimePasses = (deps: Deps, id: string): Promise<boolean> =>
  decideAndSave(deps, deps.undertakings, id, {
    async judge(before): Promise<Verdict<Undertaking, UndertakingEvent, boolean>> {
      const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
      const command = { type: 'bringNext', data: {}, words: {} } as const;
      const decision = before && decideUndertaking(command, before.undertaking, clock, undertakingSetting(deps));
      if (!before || !decision?.ok) return answering(false);
      const idempotencyKey = `bringNext.${id}.${before.undertaking.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => true };
    },
    again: async () => false,
  });
