import { asNow, mentions } from '../../domain/idea/people/same-person.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { moveMessages } from '../person-in-record.js';

/** In one idea: what they have in it, that they follow it, where its card stands. The trace stays: what they did is in the record under it. */
export async function moveInIdea(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  const { follows, reports, reactions, improvements, nominations, helpRequests } = deps;
  await identify(deps, id, from, to);
  const [followed, reported] = await Promise.all([follows.follows(id, from), reports.in(id, from)]);
  if (followed) {
    await follows.add(id, to);
    await follows.remove(id, from);
  }
  if (reported !== undefined) {
    await reports.add(id, to, reported);
    await reports.remove(id, from);
  }
  await reactions.move(id, from, to);
  await improvements.move(id, from, to);
  await nominations.move(id, from, to);
  await helpRequests.move(id, from, to, todayIn(deps));
  // In the row of an idea from before each had a row of its own they may stand as well: then that is the one.
  if ((await deps.ideas.load(id))?.idea.thankedBy.includes(to)) await reactions.take(id, 'thank', to);
  await moveMessages(deps, id, from, to);
}

/** Refused where they have no part in it, and where that has been done. */
async function identify(deps: Deps, id: string, formerly: PersonRef, person: PersonRef): Promise<void> {
  await actAsClock(deps, id, { name: 'identify', rest: formerly }, async (idea) => {
    const inRecord =
      asNow(idea, formerly) !== person &&
      !mentions(idea, formerly) &&
      (await deps.ideas.record(id)).some((event) => tracedIn(event).includes(formerly));
    return { type: 'identify', data: { formerly, person, ...(inRecord && { inRecord }) }, words: {} };
  });
}
