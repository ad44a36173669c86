import { z } from 'zod';
import { overlayChangeSchema, postChangeSchema } from '../../domain/organisation/overlay/change.js';
import type { PassedPost } from '../../domain/organisation/overlay/passed-posts.js';
import { longColumns } from '../long-columns.js';
import { flag, json, maybe, rowKind } from '../row-kinds.js';
import { allOwed, owedKey } from './organisation-keys.js';

/**
 * file: one was found. applied: an operator has brought one. changed: somebody has changed a value beside it. answered: the
 * office has said which of two counts. groups: other people are in groups that say who has a post.
 */
export const whatHappens = ['file', 'applied', 'changed', 'answered', 'groups'] as const;

/** How the rows are read that say which organisation is in force. */

const changeSchema = z.object({
  id: z.string(),
  change: overlayChangeSchema,
  asked: flag(),
  at: z.string(),
  by: z.string(),
});

const heldGroupSchema = z.object({
  post: z.string(),
  group: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string() })),
  unread: flag(),
});

/** The version that all instances follow. */
export const inForceKind = rowKind(
  'organisationInForce',
  {
    number: z.number(),
    hash: z.string(),
    at: z.string(),
    /** The hashes of files that have been taken in, the newest last. */
    known: json(z.array(z.string())),
    /** What has been changed beside the file. */
    changes: json(z.array(changeSchema)).default([]),
    /** Who is in the groups that say who has a post. */
    groups: json(z.array(heldGroupSchema)).default([]),
  },
  { long: ['known', 'changes', 'groups'], joined: true },
);

/** A part of a file. */
export const filePartKind = rowKind(
  'organisationFile',
  { at: z.string(), parts: z.number(), text: z.string() },
  { long: ['text'], joined: true },
);

/** What made a version: a file, or a change beside it; who, when and why. */
export const eventKind = rowKind('organisationEvent', {
  version: z.number(),
  at: z.string(),
  what: z.enum(whatHappens),
  hash: maybe(),
  by: maybe(),
  why: maybe(),
  about: maybe(),
  change: maybe(),
});

/** Who is to be told that a version has given or taken a post. */
export const owedKind = rowKind(
  'organisationOwed',
  {
    version: z.number(),
    passed: json(
      z.array(
        z.object({
          email: z.string(),
          post: z.string(),
          came: z.boolean(),
          merged: z.string().exactOptional(),
          apart: z.string().exactOptional(),
        }),
      ),
    ),
    asks: flag(),
  },
  { long: ['passed'], joined: true },
);

/** The same as it is written. */
export const owedRows = (version: number, passed: readonly PassedPost[], asks: boolean) => {
  const parts = passed.length > 0 || asks ? inParts(passed) : [];
  return parts.map((some, at) => ({
    ...{ rowKey: owedKey(version, at), version, ...(at === 0 && asks && { asks }) },
    ...longColumns('passed', JSON.stringify(some)),
  }));
};

/** Which of a version's rows it is, after the first. */
export function partOf(rowKey: string): { part?: number } {
  const part = Number(rowKey.slice(allOwed.length).split('|')[1] ?? 0);
  return part > 0 ? { part } : {};
}

/** So many posts are in one row, or some more: whoever has left a post stands with whoever has come to it. */
const MOST_IN_ROW = 300;

function inParts(passed: readonly PassedPost[]): PassedPost[][] {
  const parts: PassedPost[][] = [[]];
  for (const [at, one] of passed.entries()) {
    const last = parts.at(-1) ?? [];
    if (last.length >= MOST_IN_ROW && passed[at - 1]?.post !== one.post) parts.push([one]);
    else last.push(one);
  }
  return parts;
}

/** That units have come to other departments by a version: their ideas follow. */
export const unitMovesKind = rowKind(
  'organisationUnitMoves',
  {
    version: z.number(),
    at: z.string(),
    moved: json(
      z.array(z.object({ from: z.string(), codes: z.array(z.string()), into: z.string(), units: z.array(z.string()) })),
    ),
    after: maybe(),
    looked: flag(),
    failed: flag(),
    until: maybe(),
  },
  { long: ['moved'], joined: true },
);

/** That a press has been carried out. */
export const spentKind = rowKind('organisationSpent', { at: z.string(), version: z.number() });

/** yes and no: somebody has answered. takenBack: whoever proposed it. expired: nobody has. overtaken: it has been changed otherwise. */
export const proposalEnds = ['yes', 'no', 'takenBack', 'expired', 'overtaken'] as const;

/** What somebody of a department proposes for a post there. */
export const proposalKind = rowKind('organisationProposal', {
  id: z.string(),
  change: json(postChangeSchema),
  at: z.string(),
  by: z.string(),
  told: flag(),
  officeTold: flag(),
});

/** How it ended. */
export const endedProposalKind = rowKind('organisationProposalEnded', {
  change: json(postChangeSchema),
  at: z.string(),
  by: z.string(),
  what: z.enum(proposalEnds),
  answeredBy: maybe(),
});

/** That whoever proposed it has still to be told. */
export const untoldKind = rowKind('organisationProposalUntold', { at: z.string() });

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
