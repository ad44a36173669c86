import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { RecordPlace } from '../../domain/record.js';
import { placeKey } from '../keys.js';

/** So much of what came before a place. */
export interface RecordRange extends RecordPlace {
  limit: number;
}

/** An event of a page. `stage`: of a decision. */
export interface FoundEvent {
  event: IdeaEvent;
  stage?: Stage | undefined;
}

/** Where an event of an adoption stands among theirs; undefined of the idea's own. */
export const adoptionPlace = ({ at, adoption, seq }: IdeaEvent): string | undefined =>
  adoption === undefined ? undefined : placeKey(at, adoption, seq);

/**
 * A page of what happened to an idea and to its adoptions, from the newest of both, the newest first. The two are each in an
 * order of its own, by number and by time, and keep it: so the place after the page leaves out nothing, whatever the clocks
 * say. `hasMore`: there is more of the idea's own than this.
 */
export function mergedPage(
  own: readonly FoundEvent[],
  beside: readonly FoundEvent[],
  { below, before, limit }: RecordRange,
  hasMore = false,
): { found: FoundEvent[]; earlier?: RecordPlace } {
  const found: FoundEvent[] = [];
  let [ofIdea, ofAdoptions] = [0, 0];
  while (found.length < limit) {
    const [one, other] = [own[ofIdea], beside[ofAdoptions]];
    const next = one && (!other || one.event.at >= other.event.at) ? one : other;
    if (!next) break;
    found.push(next);
    if (next === one) ofIdea++;
    else ofAdoptions++;
  }
  const isAll = ofIdea === own.length && ofAdoptions === beside.length && !hasMore;
  if (isAll) return { found };
  const [lowest, oldest] = [own[ofIdea - 1]?.event, beside[ofAdoptions - 1]?.event];
  return { found, earlier: { below: lowest?.seq ?? below, before: oldest ? adoptionPlace(oldest) : before } };
}
