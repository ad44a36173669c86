import { postLists } from '../../../domain/organisation/overlay/change.js';

/** What of a department can be changed in the chat, each by a form of its own. */
export const postsParts = [...postLists, 'aliases', 'title', 'away'] as const;
export type PostsPart = (typeof postsParts)[number];
