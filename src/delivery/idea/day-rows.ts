import type { Deps } from '../../app/deps.js';
import { namesIn, shownTo } from '../../app/idea/people/names.js';
import type { CardContext } from '../../cards/card-context.js';
import { ideaDayRows } from '../../cards/idea/lists/day-row.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import type { ToldAs } from '../subject.js';
import type { IdeaReader } from './draw.js';

/** What happened to an idea, in its reader's day card: what is told together in one row. One round trip. */
export async function dayRows(
  app: Deps,
  context: CardContext,
  idea: Idea,
  { person, roles }: IdeaReader,
  told: readonly ToldAs<IdeaEvent>[],
) {
  const reader = { ref: person.ref, roles };
  const names = shownTo(
    reader,
    idea,
    await namesIn(
      app,
      idea,
      told.map(({ event }) => event),
    ),
  );
  return ideaDayRows(
    context,
    { idea, reader, names },
    told.map((one) => ({ ...one, as: one.as as Audience })),
  );
}
