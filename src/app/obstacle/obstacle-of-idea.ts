import { waitsForObstacle } from '../../domain/idea/waiting/hindered.js';
import { englishStem } from '../../domain/language/analysis/english-stem.js';
import { swedishStem } from '../../domain/language/analysis/swedish-stem.js';
import { languageOfText, wordsOfText } from '../../domain/language/analysis/words-of-text.js';
import { alikeTo } from '../../domain/obstacle/alike.js';
import { type Obstacle, standingStages } from '../../domain/obstacle/obstacle.js';
import { mayReadObstacle, type ObstacleRole } from '../../domain/obstacle/policy.js';
import type { Beside } from '../idea/beside.js';
import { type Stops, stopsOf } from './obstacle-view.js';
import { mayKeepObstacles, rolesByObstacle } from './roles.js';

/** What keeps an idea from going on, as its card tells. */
export interface ObstacleOfIdea {
  obstacle: Obstacle;
  roles: ReadonlySet<ObstacleRole>;
  stops: Stops;
  /** Those that resemble it and may be the same, for whoever may take care of obstacles. */
  alike: readonly Obstacle[];
}

/** Looked up only of an idea that waits for one; undefined where that does not stand in the way any more. */
export const obstacleOfIdea: Beside<ObstacleOfIdea> = {
  async lookUp(deps, person, idea) {
    const id = waitsForObstacle(idea);
    if (id === undefined) return undefined;
    const keeps = mayKeepObstacles(deps, person);
    const [stored, hindered, standing, all] = await Promise.all([
      deps.obstacles.load(id),
      deps.obstacles.hinderedBy(id),
      keeps ? deps.obstacles.standing() : [],
      keeps ? deps.obstacles.hindered() : [],
    ]);
    const obstacle = stored?.obstacle;
    if (!obstacle || !standingStages.some((one) => one === obstacle.stage)) return undefined;
    const roles = rolesByObstacle(deps, person, obstacle);
    if (!mayReadObstacle(obstacle, roles)) return undefined;
    // One that several wait for is known: it is the others that may turn out to be it. What stops nothing was named in vain.
    const met = new Set(all.map((one) => one.obstacle));
    const others = hindered.length > 1 ? [] : standing.filter((one) => !one.hidden && met.has(one.id));
    return { obstacle, roles, stops: stopsOf(deps, hindered), alike: alikeTo(obstacle, others, stemsOf) };
  },
};

/** The stems of a line's words that say something. */
export function stemsOf(line: string): string[] {
  const words = wordsOfText(line);
  const stem = languageOfText(words) === 'en' ? englishStem : swedishStem;
  return words.filter(({ isQuiet }) => !isQuiet).map(({ plain }) => stem(plain));
}
