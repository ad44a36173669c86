import type { PersonRef } from '../../person/person.js';
import type { Opinion } from '../deciding/opinion.js';
import type { Idea } from '../idea.js';

/** Every place of a value where a reference stands, with another in it; who then stands twice in a list stands there once. */
function replaced(value: unknown, from: PersonRef, to: PersonRef): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return [...new Set(value.map((one) => replaced(one, from, to)))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key === from ? to : key, replaced(one, from, to)]),
  );
}

/** Whose something is that stands under a reference: it may be an earlier one of theirs. */
export const asNow = ({ formerly }: Pick<Idea, 'formerly'>, ref: PersonRef): PersonRef => formerly?.[ref] ?? ref;

/** Whether somebody stands in the idea as it is now. */
export const mentions = ({ formerly: _, ...idea }: Idea, person: PersonRef): boolean =>
  JSON.stringify(idea).includes(JSON.stringify(person));

/**
 * The idea when two references are one person's. References are random and long, so what people have written is never taken
 * for one. The record keeps the earlier one; `formerly` says whose it is.
 */
export function asOnePerson({ formerly, ...idea }: Idea, from: PersonRef, to: PersonRef): Idea {
  // The shape is the same: only references have changed.
  const after = replaced(idea, from, to) as Idea;
  const earlier = replaced(formerly ?? {}, from, to) as NonNullable<Idea['formerly']>;
  const coSubmitters = after.coSubmitters.filter((person) => person !== after.submitter);
  const known = { ...after, coSubmitters, formerly: { ...earlier, [from]: to } };
  return after.opinions ? { ...known, opinions: onePerPerson(after.opinions) } : known;
}

/** What somebody was asked under two references they are asked once: what they have said of it stands, the first where both have. */
const onePerPerson = (opinions: readonly Opinion[]): Opinion[] =>
  opinions.filter((one, at) => {
    const theirs = opinions.filter(({ person }) => person === one.person);
    const kept = theirs.find(({ view }) => view !== undefined) ?? theirs.find(({ asked }) => asked) ?? theirs[0];
    return opinions.indexOf(kept ?? one) === at;
  });
