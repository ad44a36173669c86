import { padded } from '../keys.js';

/** The keys of what says which organisation is in force. In People, for its rows hold names; one partition, so that a version and what made it change together. */
export const organisationPartition = (municipality: string): string => `${municipality}|organisation`;

export const inForceKey = 'shared|organisation|inForce';
/** A part of a file by its hash, for one row may be too small. */
export const fileKey = (hash: string, part: number) => `${fileParts(hash)}${padded(part)}`;
export const fileParts = (hash: string) => `${allFiles}${hash}|`;
export const allFiles = 'shared|organisation|file|';
/** What made a version, by the version's number. */
export const eventKey = (version: number) => `${allEvents}${padded(version)}`;
export const allEvents = 'shared|organisation|event|';
/** That a press has been carried out, by the key that its card has minted. */
export const spentKey = (idempotencyKey: string) => `${allSpent}${idempotencyKey}`;
export const allSpent = 'shared|organisation|op|';
/** Who is to be told that a version has given or taken a post. */
export const owedKey = (version: number, part = 0) =>
  `${allOwed}${padded(version)}${part === 0 ? '' : `|${padded(part)}`}`;
export const allOwed = 'shared|organisation|owed|';
/** That units have moved by a version, and how far their ideas have come along. */
export const unitMovesKey = (version: number) => `${allUnitMoves}${padded(version)}`;
export const allUnitMoves = 'shared|organisation|units|';
/** What somebody proposes for one post of one place, until it ends: by what it is about, so that there is one at a time. */
export const proposalKey = (about: string) => `${allProposals}${about}`;
/** Those of a department and its units: no code holds a full stop. */
export const proposalsIn = (department: string) => proposalKey(`post.${department}.`);
export const allProposals = 'shared|organisation|proposal|';
/** How a proposal has ended, by its own id. */
export const endedKey = (id: string) => `${allEnded}${id}`;
export const allEnded = 'shared|organisation|ended|';
/** That whoever proposed it has still to be told. */
export const untoldKey = (id: string) => `${allUntold}${id}`;
export const allUntold = 'shared|organisation|untold|';
/** A file that could not be taken in. */
export const faultKey = (hash: string) => `${allFaults}${hash}`;
export const allFaults = 'shared|organisation|fault|';
