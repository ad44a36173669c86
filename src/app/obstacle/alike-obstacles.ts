import { englishStem } from '../../domain/language/analysis/english-stem.js';
import { swedishStem } from '../../domain/language/analysis/swedish-stem.js';
import { languageOfText, wordsOfText } from '../../domain/language/analysis/words-of-text.js';
import { alikeTo } from '../../domain/obstacle/alike.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { Deps } from '../deps.js';

/**
 * Reads what stands in the way, and gives what of it resembles one obstacle and may be the same. What stops no idea was named in
 * vain, and what is hidden is shown to nobody. One round trip's time.
 */
export async function alikeObstacles(
  deps: Deps,
): Promise<(one: Pick<Obstacle, 'id' | 'kind' | 'words'>) => Obstacle[]> {
  const [standing, hindered] = await Promise.all([deps.obstacles.standing(), deps.obstacles.hindered()]);
  const met = new Set(hindered.map(({ obstacle }) => obstacle));
  const others = standing.filter(({ id, hidden }) => !hidden && met.has(id));
  return (one) => alikeTo(one, others, stemsOf);
}

/** The stems of a line's words that say something. */
function stemsOf(line: string): string[] {
  const words = wordsOfText(line);
  const stem = languageOfText(words) === 'en' ? englishStem : swedishStem;
  return words.filter(({ isQuiet }) => !isQuiet).map(({ plain }) => stem(plain));
}
