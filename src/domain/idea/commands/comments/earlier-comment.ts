import { type Result, refuse } from '../../../result.js';
import type { CommandContext } from '../../command.js';
import type { Idea, Who } from '../../idea.js';
import { asNow } from '../../people/same-person.js';
import type { Refusal } from '../../refusal.js';

/** A comment, by the number of its event, as storage knows it: who wrote it, and whether it is out of sight. */
export interface EarlierComment {
  comment: number;
  by: Who;
  out?: 'hidden' | 'removed' | undefined;
}

/** A comment is changed and removed by its writer only, and once it is removed by nobody. */
export function notTheirs({ data, idea, actor }: CommandContext<EarlierComment>): Result<never, Refusal> | undefined {
  if (asNow(idea, data.by) !== actor.ref) return refuse({ code: 'notAllowed' });
  return data.out === 'removed' ? refuse({ code: 'notNow' }) : undefined;
}

interface Changed {
  by: Who;
  data: { comment: number };
}

/**
 * The idea when an earlier comment says something else, or nothing any more (`text` undefined): the newest comment says what
 * its writer has made of it, and what another one quotes of it goes with it unless its writer has changed it.
 */
export function withComment(before: Idea, { by, data }: Changed, text: string | undefined): Idea {
  const idea = repliedAfter(before, by, data.comment, text);
  const { talk, ...rest } = idea;
  if (talk?.seq !== data.comment) return { ...idea, commentsOut: true };
  return { ...rest, ...(text !== undefined && { talk: { ...talk, text } }), commentsOut: true };
}

function repliedAfter(idea: Idea, by: Who, comment: number, text: string | undefined): Idea {
  const { replied, ...rest } = idea;
  if (replied?.to.as !== 'comment' || replied.to.seq !== comment) return idea;
  if (text === undefined || by !== replied.to.by) return rest;
  return { ...rest, replied: { ...replied, to: { ...replied.to, text } } };
}
