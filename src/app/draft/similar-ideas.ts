import type { Idea } from '../../domain/idea/idea.js';
import { isSubmitter } from '../../domain/idea/policy.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import { documentOf, lessonOf } from '../search/document.js';
import { type Askable, askableFor } from '../search/whom-to-ask.js';
import { unlessSlow } from '../search-index/unless-slow.js';

/** An idea that everybody may read, as it stands now, and what it has in common with what somebody has written. */
export interface SimilarIdea {
  idea: Idea;
  /** Words as people write them, the most telling first; none where that cannot be said. */
  shared: readonly string[];
  /** Whom to ask about it. */
  asked?: Askable | undefined;
}

/** So many are shown. */
export const MOST_SIMILAR = 3;
/** Some of what is found is the person's own, or out of sight by now. */
const MOST_LOOKED_AT = 6;

/**
 * What exists already and is so much like these words that it may be about the same need, the most alike first. Nothing while
 * the index is being built, where it is slow or has failed: what somebody sends never waits for it. In memory; one round trip's time where
 * something is found, for what is shown is read anew, and one more where somebody can be asked about it.
 */
export async function similarIdeas(
  deps: Pick<Deps, 'searching' | 'ideas' | 'people' | 'directory'>,
  person: Person,
  { title = '', problem = '', solution }: Words,
): Promise<SimilarIdea[]> {
  const { searching, ideas } = deps;
  if (!searching.isWhole()) return [];
  const text = { title, problem, ...(solution && { solution }) };
  const found = await unlessSlow(searching.similar(text, { limit: MOST_LOOKED_AT }), []);
  if (found.length === 0) return [];
  const sharedIn = new Map(found.map(({ id, shared }) => [id, shared]));
  const there = await ideas.loadAll(found.map(({ id }) => id));
  const shown = there.filter((idea) => isShown(person, idea)).slice(0, MOST_SIMILAR);
  const asked = await askableFor(deps, person, shown);
  return shown.map((idea) => ({ idea, shared: sharedIn.get(idea.id) ?? [], asked: asked.get(idea.id) }));
}

/** Everybody may read it, it is not their own, and where it has ended there is something to learn from it. */
function isShown({ ref }: Person, idea: Idea): boolean {
  if (!documentOf(idea) || isSubmitter(ref, idea)) return false;
  return idea.stage !== 'closed' || lessonOf(idea) !== undefined;
}
