import { answerClaim } from '../../../app/identity/claims.js';
import { accountAnswered } from '../../../cards/identity/account-notes.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The office has answered whether a new account is somebody whom they know: nobody else may. */
export async function account(turn: Turn, { claim, same }: VerbData<'account'>): Promise<Answer> {
  const answered = await answerClaim(turn.deps, turn.person, claim, same);
  if (!answered.ok) return tell(turn.context.t('reply.unknownButton'));
  turn.changed();
  return here(accountAnswered(turn.context, answered.value));
}
