import { answerLoss } from '../../../app/person/staff/look-at-source.js';
import { staffLossAnswered } from '../../../cards/person/staff-loss.js';
import { officeName } from '../../../cards/places.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The office has answered whether as many are gone as a source says: nobody else may. */
export async function staffLoss(
  turn: Turn,
  // Nothing is asked about nobody.
  { source = 'file', gone = 0, yes }: VerbData<'staffLoss'>,
): Promise<Answer> {
  const answered = await answerLoss(turn.deps, turn.person, { source, gone, yes });
  if (!answered.ok) return tell(turn.context.t('note.staffLoss.notYours', { office: officeName(turn.context) }));
  turn.changed();
  return here(staffLossAnswered(turn.context, source, answered.value));
}
