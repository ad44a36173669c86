import type { Challenge } from '../../domain/challenge/challenge.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';

/** So many ideas are woken by one challenge, of those that are most like it: who is asked is asked for something that may fit. */
const MOST_WOKEN = 10;
/** Most of what is like it has not ended. */
const MOST_LOOKED_AT = 50;

/**
 * Asks whoever had an idea that has ended and is like a challenge whether they send it there, once for each idea, however often this is
 * done; true when somebody is asked. Nothing while the index is being built. A round trip's time, and two for each idea.
 */
export async function wakeSleeping(
  deps: Deps,
  { id, words, answerBy }: Pick<Challenge, 'id' | 'words' | 'answerBy'>,
): Promise<boolean> {
  const { searching, ideas } = deps;
  if (!searching.isWhole()) return false;
  const text = { title: words.title ?? '', problem: words.problem ?? '' };
  const found = await searching.similar(text, { limit: MOST_LOOKED_AT });
  const there = await ideas.loadAll(found.map((one) => one.id));
  const asleep = there.filter(
    ({ stage, ending, woken, hidden, submittersLeft }) =>
      stage === 'closed' && !ending?.into && !hidden && !submittersLeft && woken?.challenge !== id,
  );
  let asked = false;
  for (const idea of asleep.slice(0, MOST_WOKEN)) {
    const command = { type: 'wake', data: { challenge: id, until: answerBy }, words: {} } as const;
    const { kind } = await actAsClock(deps, idea.id, { name: 'wake', rest: id }, () => command);
    asked = asked || kind === 'saved';
  }
  return asked;
}
