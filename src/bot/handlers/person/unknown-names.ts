import { answerName, openNames } from '../../../app/person/staff/unknown-places.js';
import { unknownNames } from '../../../cards/person/unknown-names.js';
import { officeName } from '../../../cards/places.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The office has said what a name means that other systems call a place by: nobody else may. The next is asked about in the same card. */
export async function nameMeans(
  turn: Turn,
  { idempotencyKey, name = '', department = '', none }: VerbData<'nameMeans'>,
): Promise<Answer> {
  const { deps, person, context } = turn;
  const place = none ? null : department;
  const answered = await answerName(deps, person, { name, place, idempotencyKey });
  if (answered.ok) {
    turn.changed();
    return here(unknownNames(turn.context, answered.value));
  }
  const { code } = answered.refusal;
  if (code === 'notAllowed') return tell(context.t('note.staffLoss.notYours', { office: officeName(context) }));
  const { open } = await openNames(deps);
  const fault = code === 'unknownDepartment' ? code : 'notSaved';
  return here(unknownNames(context, { open, fault, written: department }));
}
