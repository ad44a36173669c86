import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { IdeaEvents } from '../../store/idea/lists/every-event.js';
import type { Deps } from '../deps.js';
import { namesIn } from '../idea/people/names.js';
import { type ExportScope, isInSpan, isWithin } from './export-scope.js';

/** Whoever reads a file that has left: nobody in particular, so that it shows what everybody in the municipality may read. */
export const anybody = { ref: '', roles: new Set(['reader'] as const) };

/** An idea with what happened to it in the span, oldest first, as far as everybody may know of it; `names` of those in it, where they are asked for. */
export interface ExportedIdea {
  idea: Idea;
  events: readonly IdeaEvent[];
  names: ReadonlyMap<PersonRef, string>;
}

/** So many ideas are held at a time. */
const PAGE = 500;
/** Names of so many ideas are read at the same time. */
const AT_ONCE = 16;

const noNames: ReadonlyMap<PersonRef, string> = new Map();

/**
 * All ideas to which something happened in the span, in the order of their ids, a page at a time: being sent in is one such
 * thing. Ideas and events lie in the same order, and are read side by side; no more than a page of both is held.
 */
export async function* exportedIdeas(
  deps: Pick<Deps, 'ideas' | 'people'>,
  scope: ExportScope,
  stopping?: AbortSignal,
): AsyncGenerator<ExportedIdea[]> {
  const happened = deps.ideas.everyEvent();
  let next = await nextOf(happened);
  let after: string | undefined;
  do {
    const page = await deps.ideas.page(after, PAGE, stopping);
    const found: { idea: Idea; events: IdeaEvent[] }[] = [];
    for (const idea of page.ideas) {
      while (next && next.id < idea.id) next = await nextOf(happened);
      const all = next?.id === idea.id ? next.events : [];
      if (!isWithin(scope, idea.department)) continue;
      const events = all.filter((event) => isInSpan(scope, event.day) && seesEvent(anybody, event));
      // Of one that has come from an earlier version, whose events cannot be read, the idea alone.
      if (events.length > 0 || (scope.from === undefined && scope.to === undefined)) found.push({ idea, events });
    }
    yield await named(deps, scope, found);
    after = page.last;
  } while (after !== undefined);
}

const nextOf = async (happened: AsyncGenerator<IdeaEvents>): Promise<IdeaEvents | undefined> => {
  const { value, done } = await happened.next();
  return done ? undefined : value;
};

async function named(
  deps: Pick<Deps, 'people'>,
  { names: asked }: ExportScope,
  found: readonly { idea: Idea; events: IdeaEvent[] }[],
): Promise<ExportedIdea[]> {
  if (!asked) return found.map((one) => ({ ...one, names: noNames }));
  const all: ExportedIdea[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const some = found.slice(from, from + AT_ONCE);
    all.push(
      ...(await Promise.all(
        some.map(async ({ idea, events }) => ({ idea, events, names: await namesIn(deps, idea, events) })),
      )),
    );
  }
  return all;
}
