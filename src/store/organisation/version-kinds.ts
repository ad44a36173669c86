import { z } from 'zod';
import { flag, json, maybe, rowKind } from '../row-kinds.js';

/** How the rows are read that say which organisation is in force. */

/** The version that all instances follow. */
export const inForceKind = rowKind(
  'organisationInForce',
  {
    number: z.number(),
    hash: z.string(),
    at: z.string(),
    /** The hashes of files that have been taken in, the newest last. */
    known: json(z.array(z.string())),
  },
  { long: ['known'], joined: true },
);

/** A part of a file. */
export const filePartKind = rowKind(
  'organisationFile',
  { at: z.string(), parts: z.number(), text: z.string() },
  { long: ['text'], joined: true },
);

/** What made a version: a file, and who brought it. */
export const eventKind = rowKind('organisationEvent', {
  version: z.number(),
  at: z.string(),
  what: z.enum(['file', 'applied']),
  hash: maybe(),
});

/** A file that was not taken in, and why. */
export const faultKind = rowKind(
  'organisationFault',
  {
    at: z.string(),
    file: z.string(),
    count: z.number(),
    faults: json(z.array(z.object({ path: z.string(), message: z.string() }))),
    told: flag(),
  },
  { long: ['faults'], joined: true },
);
