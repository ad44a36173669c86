import { takesAnswers } from '../../domain/challenge/reading.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Step } from '../../store/steps.js';
import { type Deps, todayIn } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';

/** So many ideas are woken by one challenge, of those that are most like it: who is asked is asked for something that may fit. */
const MOST_WOKEN = 10;
/** Most of what is like it has not ended. */
const MOST_LOOKED_AT = 50;

/**
 * A challenge has opened: asks whoever had an idea that has ended and is like it whether they send it there, once for each idea, however often
 * this is done. False while the index is being built, in which they are found: then it is tried again, as long as anybody could answer. A
 * round trip's time and the challenge's own, and two for each idea.
 */
export async function wakeSleeping(deps: Deps, { to: id }: Pick<Step, 'to'>): Promise<boolean> {
  const { challenges, searching, ideas } = deps;
  const challenge = (await challenges.load(id))?.challenge;
  if (!challenge || !takesAnswers(challenge, todayIn(deps))) return true;
  if (!searching.isWhole()) return false;
  const { words, answerBy } = challenge;
  const text = { title: words.title ?? '', problem: words.problem ?? '' };
  const found = await searching.similar(text, { limit: MOST_LOOKED_AT });
  const there = await ideas.loadAll(found.map((one) => one.id));
  const isWoken = ({ woken }: Idea) => woken?.challenge === id;
  const asleep = there.filter(
    (idea) => idea.stage === 'closed' && !idea.ending?.into && !idea.hidden && !idea.submittersLeft && !isWoken(idea),
  );
  // Done again after it was broken off, it wakes as many as are missing.
  const missing = Math.max(0, MOST_WOKEN - there.filter(isWoken).length);
  for (const idea of asleep.slice(0, missing)) {
    const command = { type: 'wake', data: { challenge: id, until: answerBy }, words: {} } as const;
    await actAsClock(deps, idea.id, { name: 'wake', rest: id }, () => command);
  }
  return true;
}
