import { takesAnswers } from '../../domain/challenge/reading.js';
import { accept, refuse } from '../../domain/result.js';
import { type Deps, todayIn } from '../deps.js';
import type { Find, LookUp } from '../look-up.js';

/** The challenge that a new idea answers: undefined of none, and of one that takes no answers (any more), of which the idea is one like any other. One round trip where one is named. */
export async function answered(
  deps: Pick<Deps, 'challenges' | 'settings' | 'now'>,
  id: string | undefined,
): Promise<string | undefined> {
  const stored = id === undefined ? undefined : await deps.challenges.load(id);
  return stored && takesAnswers(stored.challenge, todayIn(deps)) ? id : undefined;
}

/** What a command on an idea has to know of challenges (app/look-ups.ts). */
export interface ChallengeLookUps {
  /** That the challenge which an idea may fit takes answers still: it may have been taken back, or hidden, since it asked. */
  stillAsks: LookUp<true, true>;
}

export const challengeLookUps: { readonly [L in keyof ChallengeLookUps]: Find<ChallengeLookUps[L]> } = {
  stillAsks: (deps) => async (idea) => {
    const id = idea.woken?.challenge;
    const found = id === undefined ? undefined : await deps.challenges.load(id);
    if (!found) return accept(true);
    if (!takesAnswers(found.challenge, todayIn(deps))) return refuse({ code: 'notNow' });
    return { ...accept(true as const), unchanged: { id: found.challenge.id, etag: found.etag } };
  },
};
