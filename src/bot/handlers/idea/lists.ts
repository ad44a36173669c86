import { myTurn } from '../../../app/idea/lists/my-turn.js';
import { pilesOrTurn } from '../../../app/idea/lists/piles.js';
import { myTurn as myTurnCard } from '../../../cards/idea/lists/my-turn.js';
import { piles as pilesCard } from '../../../cards/idea/lists/piles.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Answer } from '../../turns/answer.js';
import { here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { choosing } from './several.js';

export const queue = async (turn: Turn, data: VerbData<'queue'>): Promise<Answer> => {
  const { deps, person, context } = turn;
  const { filter, page } = data;
  if (data.several || data.pile) return choosing(turn, data);
  if (filter || page > 0) {
    return here(
      myTurnCard(context, await myTurn(deps, person, filter ?? 'all', page, { withNeeds: true }), person.ref),
    );
  }
  const waiting = await pilesOrTurn(deps, person);
  return here('piles' in waiting ? pilesCard(context, waiting.piles) : myTurnCard(context, waiting.turn, person.ref));
};
