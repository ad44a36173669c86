import type { PersonRef } from '../../person/person.js';
import type { Day } from '../../time.js';

/** What somebody can say that they think of an idea, as it stands in the form. */
export const views = ['goOn', 'otherwise', 'notNow', 'cannotSay'] as const;
export type View = (typeof views)[number];

/**
 * Somebody whom those who decide have asked what they think of an idea. `asked`: by whom, who hears when the last has said, and
 * how long; `view`: what they have said; with neither of them they did not say in time.
 */
export interface Opinion {
  person: PersonRef;
  asked?: { by: PersonRef; until: Day };
  view?: View;
  line?: string;
}
