import { openChallenge } from '../../../app/challenge/challenge-view.js';
import { answerToCorrect, outsideAnswers } from '../../../app/challenge/outside-answers.js';
import { correctionForm } from '../../../cards/challenge/outside/correction-form.js';
import type { OutsideDraft } from '../../../cards/challenge/outside/outside-fields.js';
import { outsideList } from '../../../cards/challenge/outside/outside-list.js';
import { textToPublish } from '../../../cards/challenge/outside/text-to-publish.js';
import { isTold, textToSend } from '../../../cards/challenge/outside/text-to-send.js';
import type { VerbData } from '../../../cards/verbs.js';
import { speaksOutside } from '../../../domain/challenge/outside.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
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

/** "Svar utifrån": what has come in, for those who may read it; or one of the answers in a form, for those who may correct it. */
export async function challengeOutside(turn: Turn, data: VerbData<'challengeOutside'>): Promise<Answer> {
  const { deps, person, context } = turn;
  if (data.answer !== undefined) return correction(turn, { challenge: data.challenge, answer: data.answer });
  const view = await outsideAnswers(deps, person, data.challenge, data.page);
  return view ? here(outsideList(context, view)) : tell(context.t('challenge.outside.notYours'));
}

/** The form in which an answer is corrected, with what was written in vain and why. */
export async function correction(
  { deps, person, context }: Turn,
  { challenge, answer = 0 }: Pick<VerbData<'actOnChallenge'>, 'challenge' | 'answer'>,
  { kept, fault }: { kept?: OutsideDraft; fault?: string | undefined } = {},
): Promise<Answer> {
  const found = await answerToCorrect(deps, person, challenge, answer);
  if (!found) return tell(fault ?? context.t('challenge.outside.correct.notYours'));
  if (!kept) return here(correctionForm(context, { ...found, fault }));
  return here(fitted(kept, (draft) => correctionForm(context, { ...found, fault, kept: draft })));
}
