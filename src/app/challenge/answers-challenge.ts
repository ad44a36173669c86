import { mayReadChallenge } from '../../domain/challenge/reading.js';
import type { Beside } from '../idea/beside.js';
import { rolesIn } from './roles.js';

/** The challenge that an idea answers, or that it may fit since it ended, for whoever may read it. */
export const answersChallenge: Beside<{ id: string; title: string; as: 'answers' | 'fits' }> = {
  async lookUp(deps, person, { challenge, woken }) {
    const fits = woken?.answered ? undefined : woken?.challenge;
    const id = fits ?? challenge;
    const stored = id === undefined ? undefined : await deps.challenges.load(id);
    if (!stored || stored.challenge.hidden) return undefined;
    const found = stored.challenge;
    if (!mayReadChallenge(found, rolesIn(deps, person, found))) return undefined;
    return { id: found.id, title: found.words.title ?? '', as: fits ? 'fits' : 'answers' };
  },
};
