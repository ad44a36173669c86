import { openChallenge } from '../../../app/challenge/challenge-view.js';
import { titleOf } from '../../../cards/challenge/challenge-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { form, formWith } from '../idea/idea-forms.js';

/** The form for a new idea; as an answer to a challenge it goes to whoever asks, unless another department is chosen. */
export async function ideaForm(turn: Turn, data: VerbData<'form'>): Promise<Answer> {
  if (data.answersTo === undefined) return form(turn, data);
  const { deps, person, context } = turn;
  const view = await openChallenge(deps, person, data.answersTo);
  if (!view) return tell(context.t('challenge.notHere'));
  const { challenge } = view;
  if (!takesAnswers(challenge, context.today)) return tell(context.t('challenge.refusal.notNow'));
  const asks = challenge.department === undefined ? undefined : context.directory.department(challenge.department);
  const title = titleOf(context, { title: challenge.words.title ?? '' });
  return below(formWith(turn, { challenge: challenge.id }, asks?.code ?? person.department, title));
}
