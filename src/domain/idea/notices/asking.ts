import type { PersonRef } from '../../person/person.js';
import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea } from '../idea.js';
import { isTheirTurn, type Role } from '../policy.js';
import type { Audience } from './audiences.js';

/** Somebody whom a notice is for, and what they are to the idea. */
export interface NoticeReader {
  ref: PersonRef;
  roles: ReadonlySet<Role>;
  as: Audience;
}

/** Whether the event has put the idea's question to this reader; when it is not theirs any more, somebody else has answered it. */
export const isPutTo = (event: IdeaEvent, { ref, roles, as }: NoticeReader, idea: Idea): boolean =>
  (as === 'deciders' && event.to.waiting?.for === 'deciders') ||
  as === 'waitedFor' ||
  (event.to.waiting !== undefined && isTheirTurn(ref, roles, { ...idea, waiting: event.to.waiting }));

/**
 * Whether those who decide have answered what the event asked them to decide: the idea has gone on, rests, or waits for somebody else, though that be
 * one of them. What is asked of them now another event says; and what only tells them something stays told.
 */
export const isAnswered = (
  event: IdeaEvent,
  as: Audience,
  { stage, waiting, restsUntil }: Pick<Idea, 'stage' | 'waiting' | 'restsUntil'>,
): boolean =>
  as === 'deciders' &&
  event.to.waiting?.for === 'deciders' &&
  meaningOf(event).atOnce?.includes('deciders') === true &&
  (stage !== event.to.stage || waiting?.for !== 'deciders' || restsUntil !== undefined);

/** Whether a notice has been overtaken by what the idea and its reader are now: then it is not sent any more. */
export const isOvertaken = (event: IdeaEvent, { roles }: Pick<NoticeReader, 'roles'>, idea: Idea): boolean =>
  meaningOf(event).overtaken?.(idea, roles) === true;

/** Whether a notice asks its reader to act, so that it is better sent twice than never. */
export const asksToAct = (event: IdeaEvent, reader: NoticeReader, idea: Idea): boolean =>
  isPutTo(event, reader, idea) || (meaningOf(event).asksBeside?.includes(reader.as) ?? false);
