import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeCommand } from '../../domain/challenge/commands.js';
import { decideChallenge } from '../../domain/challenge/decide.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import type { PersonRef } from '../../domain/person/person.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { challengeSetting } from './setting.js';

/**
 * Gives a challenge a command that is nobody's own act, named after its version, so that there is one effect however many instances do
 * it at once. False where there is nothing to do (any more).
 */
function actAsClock(deps: Deps, id: string, name: string, command: ChallengeCommand): Promise<boolean> {
  return decideAndSave(deps, deps.challenges, id, {
    async judge(before): Promise<Verdict<Challenge, ChallengeEvent, boolean>> {
      const challenge = before?.challenge;
      const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
      const decision = challenge && decideChallenge(command, challenge, clock, challengeSetting(deps));
      if (!challenge || !decision?.ok) return answering(false);
      const idempotencyKey = `${name}.${id}.${challenge.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => true };
    },
    again: async () => false,
  });
}

/** What time brings a challenge, as its due row says. */
export const timePasses = (deps: Deps, id: string): Promise<boolean> =>
  actAsClock(deps, id, 'bringNext', { type: 'bringNext', data: {}, words: {} });

/** What somebody owned, or was asked to, who does not work here any more: whoever published it is to name another. */
export async function handBackChallenge(deps: Deps, person: PersonRef, id: string): Promise<void> {
  const command: ChallengeCommand = { type: 'handBackChallenge', data: { owner: person }, words: {} };
  await actAsClock(deps, id, 'handBack', command);
}
