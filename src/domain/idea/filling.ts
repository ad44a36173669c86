import type { EventOf } from './events.js';
import type { Idea } from './idea.js';
import { formFields, partRow } from './needs.js';

/** The idea with what was filled in of a part: a field that was left empty is emptied. */
export function filled(idea: Idea, event: EventOf<'filled'>): Idea {
  const answers = { ...idea.answers };
  for (const field of partRow(event.data.part).fields) {
    const value = event.words[field];
    if (value === undefined) delete answers[field];
    else answers[field] = value;
  }
  // A form of an earlier version did not ask for what goes along, and so does not empty it.
  for (const field of formFields(event.data.part)) {
    const value = event.words[field];
    if (value !== undefined) answers[field] = value;
  }
  const { part, small, begun } = event.data;
  const { smallTest, testBegun, ...rest } = { ...idea, answers };
  const isSmall = part === 'cost' ? small : smallTest;
  const hasBegun = part === 'time' ? begun : testBegun;
  return { ...rest, ...(isSmall && { smallTest: isSmall }), ...(hasBegun && { testBegun: hasBegun }) };
}
