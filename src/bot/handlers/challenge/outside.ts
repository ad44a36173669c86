import { openChallenge } from '../../../app/challenge/challenge-view.js';
import { textToPublish } from '../../../cards/challenge/outside/text-to-publish.js';
import type { VerbData } from '../../../cards/verbs.js';
import { speaksOutside } from '../../../domain/challenge/outside.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "Text att publicera": a message of its own, so that it can be copied. */
export async function challengeText(turn: Turn, data: VerbData<'challengeText'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const view = await openChallenge(deps, person, data.challenge);
  if (!view) return tell(context.t('challenge.notHere'));
  if (!speaksOutside(view.roles)) return tell(context.t('challenge.outside.notYours'));
  if (!takesAnswers(view.challenge, context.today)) return tell(context.t('challenge.refusal.notNow'));
  return below(textToPublish(context, view));
}
