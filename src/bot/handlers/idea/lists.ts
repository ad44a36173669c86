import { myTurn } from '../../../app/idea/lists/my-turn.js';
import { myTurn as myTurnCard } from '../../../cards/idea/lists/my-turn.js';
import type { VerbData } from '../../../cards/verbs.js';
import type { Answer } from '../../turns/answer.js';
import { here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { choosing } from './several.js';

export const queue = async (turn: Turn, data: VerbData<'queue'>): Promise<Answer> => {
  if (data.several) return choosing(turn, data);
  const { filter = 'all', page } = data;
  return here(
    myTurnCard(turn.context, await myTurn(turn.deps, turn.person, filter, page, { withNeeds: true }), turn.person.ref),
  );
};
