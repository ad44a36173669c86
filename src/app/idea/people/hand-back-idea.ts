import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { actAsClock } from '../clock/as-clock.js';

/** What somebody was to do on an idea who does not work here any more goes back to those who decide; nothing where that is nothing. */
export async function handBackIdea(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await actAsClock(deps, id, { name: 'handBack', rest: person }, () => ({
    type: 'handBack',
    data: { person },
    words: {},
  }));
}
