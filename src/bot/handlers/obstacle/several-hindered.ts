import { alikeObstacles } from '../../../app/obstacle/alike-obstacles.js';
import { nameForSeveral } from '../../../app/obstacle/name-obstacle.js';
import { mayKeepObstacles } from '../../../app/obstacle/roles.js';
import { saysObstacle } from '../../../cards/obstacle/obstacle-fields.js';
import { sameForSeveral } from '../../../cards/obstacle/same-for-several.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import * as together from '../idea/several.js';

/**
 * One command on several ideas. What is said of their obstacle is one for all of them; where others resemble it those are shown
 * before the next ideas, for it may be one of them.
 */
export async function several(turn: Turn, press: VerbData<'several'>): Promise<Answer> {
  const { obstacleKind: kind = 'other', obstacleLine: line = '', idempotencyKey: operation } = press;
  if (press.do !== 'close' || !press.confirmed || !saysObstacle(press)) return together.several(turn, press);
  const done = await together.decideTogether(turn, press, (chosen) =>
    nameForSeveral(turn.deps, turn.person, chosen, { kind, line, operation }),
  );
  if (!('outcome' in done)) return done;
  const { outcome, ideas, obstacle } = done;
  const isShown = obstacle !== undefined && ideas.length > 0 && mayKeepObstacles(turn.deps, turn.person);
  const alike = isShown ? (await alikeObstacles(turn.deps))({ id: obstacle, kind, words: { line } }) : [];
  return alike.length > 0
    ? here(sameForSeveral(turn.context, { alike, line, ideas, outcome, pile: press.pile }))
    : together.goOn(turn, press.pile, outcome);
}
