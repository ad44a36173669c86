import type { Deps } from '../../app/deps.js';
import { viewIdea } from '../../app/idea/idea-view.js';
import type { CardContext } from '../../cards/card-context.js';
import { colleaguesOf } from '../../cards/idea/colleagues.js';
import { type IdeaCardProps, ideaCard } from '../../cards/idea-card.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { asksToAct } from '../../domain/idea/notices/asking.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { isAskedBeside, isTheirTurn, type Role } from '../../domain/idea/policy.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { Person } from '../../domain/person/person.js';
import type { Drawing, DrawReason } from '../subject.js';

/** Somebody, and what they are to an idea now. */
export interface IdeaReader {
  person: Person;
  roles: ReadonlySet<Role>;
  /** Codes of the departments for which they answer. */
  departments: readonly string[];
}

/** An idea's card as it is now, for one reader. */
export async function draw(
  app: Deps,
  context: CardContext,
  idea: Idea,
  { person, roles }: IdeaReader,
  reason: DrawReason<IdeaEvent>,
): Promise<Drawing> {
  // What is told of, whose names are looked up.
  const events = reason.for === 'update' ? reason.history : [reason.event];
  const view = await viewIdea(app, person, idea, roles, { events });
  const colleagues = colleaguesOf(context, person, idea);
  const isTurn = isTheirTurn(person.ref, roles, idea);
  const drawing = (told: Pick<IdeaCardProps, 'happened' | 'receipt'>, follows: boolean, asks = false): Drawing => {
    return {
      message: ideaCard(context, { ...view, colleagues, ...told }),
      follows,
      asks,
    };
  };
  switch (reason.for) {
    case 'notice': {
      const { event } = reason;
      const as = reason.as as Audience;
      const asks = asksToAct(event, { ref: person.ref, roles, as }, idea);
      return drawing({ happened: { event, as } }, isTurn || isAskedBeside(roles), asks);
    }
    case 'update': {
      const latest = reason.history.findLast((event) => seesEvent({ ref: person.ref, roles }, event));
      const as = latest?.by === person.ref ? 'actor' : 'onlooker';
      return drawing(latest ? { happened: { event: latest, as } } : {}, true);
    }
    case 'receipt': {
      const { event } = reason;
      const isNew = event.type === 'submitted';
      const receipt = { officeInstead: idea.tier === 'office' };
      // What the answer would have shown: the idea as it is now, with what the reader has done.
      return drawing(isNew ? { receipt } : { happened: { event, as: 'actor' } }, isTurn);
    }
  }
}
