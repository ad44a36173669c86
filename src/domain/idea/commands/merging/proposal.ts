import type { Idea } from '../../idea.js';

export const isProposed = ({ proposal }: Idea): boolean => proposal !== undefined;

/** The idea when it is not proposed any more to become a part of another. */
export const withoutProposal = ({ proposal: _, ...idea }: Idea): Idea => idea;
