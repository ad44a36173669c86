import type { Outcome } from '../../../app/idea/act-on-idea.js';
import { colleaguesOf } from '../../../cards/idea/colleagues.js';
import { type IdeaView, ideaCard } from '../../../cards/idea/idea-card.js';
import { departmentAsked, departmentsOf } from '../../../domain/idea/policy.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { asking } from './idea-pages.js';

/** The idea as it stands after an act, with what happened; refused: with why, what somebody else did, and what was written in vain. */
export function outcomeCard(turn: Turn, outcome: Outcome, kept?: IdeaView['kept']): Answer {
  if (outcome.ok) turn.changed({ id: outcome.idea.id, seq: outcome.event.seq });
  const seen = outcome.ok ? outcome : outcome.seen;
  if (!seen) return tell(turn.kit.say('refusal.notFound'));
  const { idea, roles, names, pictures, event, others, beside } = seen;
  const asDepartment = departmentAsked(idea, departmentsOf(turn.person, turn.deps.directory));
  const view: IdeaView = {
    idea,
    reader: { ref: turn.person.ref, roles },
    names,
    pictures,
    colleagues: colleaguesOf(turn.kit, turn.person, idea),
    ...(asDepartment && { asDepartment }),
    ...(beside && { beside }),
    ...(event && { happened: { event, as: event.by === turn.person.ref ? 'actor' : 'onlooker' } }),
    ...(!outcome.ok && { fault: outcome.refusal, kept }),
    ...(others > 0 && { queue: others }),
  };
  return here(ideaCard(turn.kit, view), asking(turn, view));
}

export const shownIn = ({ pressed }: Turn) => (pressed ? { shownIn: pressed } : {});
