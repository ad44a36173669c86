import { z } from 'zod';
import { languageCodes } from '../../languages.js';
import { code, contact, contacts, localised, mostInFile, text } from '../schema-fields.js';
import { placeCode } from '../sources/sources-schema.js';

/**
 * One change of the organisation that somebody has made beside the file. Each names the value that it has taken the place of, so
 * that it can be told later whether a new file has changed that too.
 */

/** The posts that a department or a unit gives, as the file calls them. */
export const postLists = ['leaders', 'deputies', 'managers'] as const;
export type PostList = (typeof postLists)[number];

const place = { department: code, unit: code.exactOptional() };
const aliases = z.array(text).max(mostInFile.aliases);
const name = z.record(z.enum(languageCodes), text);
/** What a source's name of a place means: a place, or none of all. */
const meant = z.union([placeCode, z.null()]);

/** Somebody has come to a post (`in`), has left it (`out`), or both; with one address in both, what is said of them is another. */
export const postChangeSchema = z
  .strictObject({
    kind: z.literal('post'),
    ...place,
    post: z.enum(postLists),
    out: contact.exactOptional(),
    in: contact.exactOptional(),
  })
  .refine((change) => change.in !== undefined || change.out !== undefined);

export const overlayChangeSchema = z.discriminatedUnion('kind', [
  postChangeSchema,
  z.strictObject({ kind: z.literal('aliases'), ...place, was: aliases, now: aliases }),
  z.strictObject({ kind: z.literal('name'), ...place, was: name, now: name }),
  /** A department has become a part of another one; `name`: what it was called, `people`: those who led it and stood in lead and stand in there. */
  z.strictObject({ kind: z.literal('merge'), department: code, into: code, name: localised, people: z.boolean() }),
  /**
   * Units of a department are a part of another one now. `created`: of one that there was not, what it is called, who leads it and
   * who manages it.
   */
  z.strictObject({
    ...{ kind: z.literal('split'), department: code, into: code },
    units: z.array(code).min(1).max(mostInFile.unitsInDepartment),
    created: z.strictObject({ name: localised, leaders: contacts, managers: contacts }).exactOptional(),
  }),
  /** What a source calls a place; without `was` nobody had said what that means. */
  z.strictObject({ kind: z.literal('sourcePlace'), name: text, was: meant.exactOptional(), now: meant }),
]);

export type OverlayChange = z.output<typeof overlayChangeSchema>;
export type PostChange = z.output<typeof postChangeSchema>;
export type NameRuleChange = Extract<OverlayChange, { kind: 'sourcePlace' }>;
export type MergeChange = Extract<OverlayChange, { kind: 'merge' }>;
export type SplitChange = Extract<OverlayChange, { kind: 'split' }>;
/** A change of a department or a unit itself, which stays. */
export type PlaceChange = Exclude<OverlayChange, NameRuleChange | MergeChange | SplitChange>;
/** Two departments have become one, or one has become two: what was changed before it is of what they were then. */
export const isReshaping = (change: OverlayChange): change is MergeChange | SplitChange =>
  change.kind === 'merge' || change.kind === 'split';

/** Of what a change is, by codes alone: `post.MIL.leaders`, `aliases.VOO.HTN`, `merge.MIL.SBF`, `split.VOO.HTJ`, `sourcePlace.MIL`. */
export function aboutOf(change: OverlayChange): string {
  if (change.kind === 'sourcePlace') return [change.kind, ...(change.now === null ? [] : [change.now])].join('.');
  if (isReshaping(change)) return [change.kind, change.department, change.into].join('.');
  const { kind, department, unit } = change;
  return [kind, department, ...(unit ? [unit] : []), ...(kind === 'post' ? [change.post] : [])].join('.');
}
