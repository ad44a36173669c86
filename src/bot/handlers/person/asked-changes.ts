import { answerChange, askedChanges } from '../../../app/person/posts/asked-changes.js';
import { changeQuestion } from '../../../cards/person/asked-changes.js';
import { officeName } from '../../../cards/places.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The office has said whether the chat or the file counts: nobody else may. The next is asked about in the same card. */
export async function changeCounts(
  turn: Turn,
  { idempotencyKey, change = '', keep }: VerbData<'changeCounts'>,
): Promise<Answer> {
  const { deps, person, context } = turn;
  const answered = await answerChange(deps, person, { id: change, keep, idempotencyKey });
  if (answered.ok) {
    turn.changed();
    return here(changeQuestion(turn.context, answered.value));
  }
  const { refusal } = answered;
  const office = officeName(context);
  if (refusal === 'notAllowed') return tell(context.t('note.staffLoss.notYours', { office }));
  const fault = context.t(`posts.refusal.${refusal}`, { office });
  return here(changeQuestion(context, { open: await askedChanges(deps), fault }));
}
