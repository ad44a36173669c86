import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { Beside } from '../idea/beside.js';
import { rolesIn } from './roles.js';

/** The challenge that an idea answers, for whoever may read it. */
export const answersChallenge: Beside<{ id: string; title: string }> = {
  async lookUp(deps, person, { challenge: id }) {
    const stored = id === undefined ? undefined : await deps.challenges.load(id);
    if (!stored || stored.challenge.hidden) return undefined;
    const { challenge } = stored;
    if (!mayReadChallenge(challenge, rolesIn(deps, person, challenge))) return undefined;
    return { id: challenge.id, title: challenge.words.title ?? '' };
  },
};
