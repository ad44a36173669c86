import type { Deps } from '../../app/deps.js';
import { viewIdea } from '../../app/idea/idea-view.js';
import type { CardContext } from '../../cards/card-context.js';
import { colleaguesOf } from '../../cards/idea/colleagues.js';
import { type IdeaCardProps, ideaCard } from '../../cards/idea/idea-card.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { asksToAct } from '../../domain/idea/notices/asking.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { isAskedBeside, isTheirTurn, type Role } from '../../domain/idea/policy.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { Person } from '../../domain/person/person.js';
import type { Drawing, Occasion } from '../subject.js';

/** Somebody, and what they are to an idea now. */
export interface IdeaReader {
  person: Person;
  roles: ReadonlySet<Role>;
}

/** An idea's card as it is now, for one reader. */
export async function draw(
  app: Deps,
  context: CardContext,
  idea: Idea,
  { person, roles }: IdeaReader,
  occasion: Occasion<IdeaEvent>,
): Promise<Drawing> {
  const events = occasion.for === 'update' ? occasion.history : [occasion.event];
  const view = await viewIdea(app, person, idea, roles, { events });
  const colleagues = colleaguesOf(context, person, idea);
  const isTurn = isTheirTurn(person.ref, roles, idea);
  const drawing = (told: Pick<IdeaCardProps, 'happened' | 'receipt'>, follows: boolean, asks = false): Drawing => {
    return {
      message: ideaCard(context, { ...view, colleagues, ...told }),
      follows,
      asks,
      opensBy: context.t('idea.id', { id: idea.id }),
    };
  };
  switch (occasion.for) {
    case 'notice': {
      const { event } = occasion;
      const as = occasion.as as Audience;
      const asks = asksToAct(event, { ref: person.ref, roles, as }, idea);
      return drawing({ happened: { event, as } }, isTurn || isAskedBeside(roles), asks);
    }
    case 'update': {
      const latest = occasion.history.findLast((event) => seesEvent({ ref: person.ref, roles }, event));
      const as = latest?.by === person.ref ? 'actor' : 'onlooker';
      return drawing(latest ? { happened: { event: latest, as } } : {}, true);
    }
    case 'receipt': {
      const { event } = occasion;
      const isNew = event.type === 'submitted';
      const receipt = { officeInstead: idea.tier === 'office' };
      // What the answer would have shown: the idea as it is now, with what the reader has done.
      return drawing(isNew ? { receipt } : { happened: { event, as: 'actor' } }, isTurn);
    }
  }
}
