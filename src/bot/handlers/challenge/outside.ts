import { openChallenge } from '../../../app/challenge/challenge-view.js';
import { outsideAnswers } from '../../../app/challenge/outside-answers.js';
import { outsideList } from '../../../cards/challenge/outside/outside-list.js';
import { textToPublish } from '../../../cards/challenge/outside/text-to-publish.js';
import { isTold, textToSend } from '../../../cards/challenge/outside/text-to-send.js';
import type { VerbData } from '../../../cards/verbs.js';
import { speaksOutside } from '../../../domain/challenge/outside.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** "Text att publicera", or "Svara dem utifrån": a message of its own, so that it can be copied. */
export async function challengeText(turn: Turn, data: VerbData<'challengeText'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const view = await openChallenge(deps, person, data.challenge);
  if (!view) return tell(context.t('challenge.notHere'));
  const { challenge, roles } = view;
  if (!speaksOutside(roles)) return tell(context.t('challenge.outside.notYours'));
  const isTime = data.reply ? isTold(challenge) : takesAnswers(challenge, context.today);
  if (!isTime) return tell(context.t('challenge.refusal.notNow'));
  return below(data.reply ? textToSend(context, view) : textToPublish(context, view));
}

/** "Svar utifrån": what has come in, for those who may read it. */
export async function challengeOutside(turn: Turn, data: VerbData<'challengeOutside'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const view = await outsideAnswers(deps, person, data.challenge, data.page);
  return view ? here(outsideList(context, view)) : tell(context.t('challenge.outside.notYours'));
}
