import { takesAnswers } from '../../domain/challenge/reading.js';
import { type Deps, todayIn } from '../deps.js';

/** The challenge that a new idea answers: undefined of none, and of one that takes no answers (any more), of which the idea is one like any other. One round trip where one is named. */
export async function answered(
  deps: Pick<Deps, 'challenges' | 'settings' | 'now'>,
  id: string | undefined,
): Promise<string | undefined> {
  const stored = id === undefined ? undefined : await deps.challenges.load(id);
  return stored && takesAnswers(stored.challenge, todayIn(deps)) ? id : undefined;
}
