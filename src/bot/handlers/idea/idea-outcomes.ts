import type { ActResult } from '../../../app/idea/act-on-idea.js';
import { colleaguesOf } from '../../../cards/idea/colleagues.js';
import { type IdeaCardProps, ideaCard } from '../../../cards/idea-card.js';
import { eventName, meaningOf } from '../../../domain/idea/events.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { asking } from './idea-pages.js';

/** The idea as it stands after an act, with what happened; refused: with why, what somebody else did, and what was written in vain. */
export function outcomeCard(
  turn: Turn,
  outcome: ActResult,
  kept?: IdeaCardProps['kept'],
  panel?: IdeaCardProps['panel'],
): Answer {
  // What is beside the record has no number there by which it could be shown again.
  if (outcome.ok && meaningOf(outcome.event).reaction) turn.changed();
  else if (outcome.ok) turn.changed(eventName(outcome.view.idea.id, outcome.event));
  const seen = outcome.ok ? outcome : outcome.seen;
  if (!seen) return tell(turn.context.t('refusal.notFound'));
  const { view, event, others } = seen;
  const card: IdeaCardProps = {
    ...view,
    colleagues: colleaguesOf(turn.context, turn.person, view.idea),
    ...(event && { happened: { event, as: event.by === turn.person.ref ? 'actor' : 'onlooker' } }),
    ...(!outcome.ok && { fault: outcome.refusal, kept }),
    ...(others > 0 && { queue: others }),
    ...(outcome.ok && panel && { panel }),
  };
  return here(ideaCard(turn.context, card), asking(turn, view));
}

export const shownIn = ({ cardActivityId }: Turn) => (cardActivityId ? { shownIn: cardActivityId } : {});
