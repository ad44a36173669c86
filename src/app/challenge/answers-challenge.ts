import { mayReadChallenge, takesAnswers } from '../../domain/challenge/reading.js';
import { todayIn } from '../deps.js';
import type { Beside } from '../idea/beside.js';
import { rolesIn } from './roles.js';

/** `over`: an idea would fit it, but it takes no answers any more. */
interface AnsweredChallenge {
  id: string;
  title: string;
  as: 'answers' | 'fits';
  over?: true;
}

/** The challenge that an idea answers, or that it may fit since it ended, for whoever may read it. */
export const answersChallenge: Beside<AnsweredChallenge> = {
  async lookUp(deps, person, { challenge, woken }) {
    const fits = woken?.answered ? undefined : woken?.challenge;
    const id = fits ?? challenge;
    const stored = id === undefined ? undefined : await deps.challenges.load(id);
    if (!stored) return undefined;
    const found = stored.challenge;
    if (fits && !takesAnswers(found, todayIn(deps))) return { id: found.id, title: '', as: 'fits', over: true };
    if (found.hidden) return undefined;
    if (!mayReadChallenge(found, rolesIn(deps, person, found))) return undefined;
    return { id: found.id, title: found.words.title ?? '', as: fits ? 'fits' : 'answers' };
  },
};
