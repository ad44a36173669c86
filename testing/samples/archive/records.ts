import { type IdeaRecord, type RecordCopy, recordCopy } from '../../../src/app/archive/record-of-idea.js';
import type { SaidBeside } from '../../../src/app/archive/said-beside.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import type { PersonRef } from '../../../src/domain/person/person.js';
import { given, type Step } from '../idea/story.js';
import { people } from '../person/people.js';

/** The smallest picture that there is: one pixel. */
const PIXEL = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** The record of an idea after these steps, or of what `changes` make of it; with a picture for each that it names. */
export function recordAfter(
  copy: RecordCopy,
  steps: readonly Step[],
  {
    names = people,
    changes,
    said = [],
  }: { names?: ReadonlyMap<PersonRef, string>; changes?: Partial<Idea>; said?: readonly SaidBeside[] } = {},
): IdeaRecord {
  const { idea, events } = given(...steps);
  return recordCopy(copy, {
    at: '2026-11-21T12:00:00.000Z',
    idea: { ...idea, ...changes },
    events,
    names,
    said,
    pictures: idea.pictures.map((name) => ({ name, type: 'image/gif', bytes: Buffer.from(PIXEL, 'base64') })),
  });
}
