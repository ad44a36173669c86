import { openIdea } from '../../../app/idea/open-idea.js';
import { sayImprovement as says } from '../../../app/improvement/say-improvement.js';
import { ideaCard } from '../../../cards/idea-card.js';
import { textToTellBack as drawnText } from '../../../cards/improvement/text-to-tell-back.js';
import type { VerbData } from '../../../cards/verbs.js';
import { mayTellBack } from '../../../domain/idea/use/tell-back.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { pageOf } from '../idea/idea-pages.js';

/** "Har det blivit bättre?", answered: the card says that it is counted. */
export async function sayImprovement(turn: Turn, data: VerbData<'sayImprovement'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const said = data.improvement && (await says(deps, person, data.idea, data.improvement));
  if (said === 'notFound') return tell(context.t('refusal.notFound'));
  if (said === 'notAsked') return tell(context.t('improvement.notAsked'));
  if (said) turn.stored();
  const view = await pageOf(turn, data.idea, { panel: 'improvement' });
  return view ? here(ideaCard(context, view)) : tell(context.t('refusal.notFound'));
}

/** "Text till dem som berättade": a message of its own, so that it can be copied. */
export async function textToTellBack(turn: Turn, data: VerbData<'textToTellBack'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const view = await openIdea(deps, person, data.idea);
  if (!view) return tell(context.t('refusal.notFound'));
  return mayTellBack(view.idea, view.reader.roles)
    ? below(drawnText(context, view))
    : tell(context.t('improvement.text.notYours'));
}
