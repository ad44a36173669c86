import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea } from '../idea.js';
import type { Since } from './sight.js';

/** What events do to who may read an idea (visibility.ts says who may). */

/** The idea after an event, as to who may read it: whether its leader has, and whether what was said of its text is answered. */
export function seenAfter(idea: Idea, event: IdeaEvent): Idea {
  const { opens, answersReport } = meaningOf(event);
  const { unread, report, ...rest } = idea;
  const stillUnread = unread && !opens?.(event);
  const stillReported = report && !answersReport;
  return { ...rest, ...(stillUnread && { unread }), ...(stillReported && { report }) };
}

/** Whether words that others have read are out of their sight by this event. */
export const takesAway = (event: IdeaEvent): boolean => meaningOf(event).takesAway?.(event) === true;

/** Whose line, of those that went with a press, is out of sight by this event. Undefined for events that hide none. */
export const hidesLine = (
  event: IdeaEvent,
): ReturnType<NonNullable<ReturnType<typeof meaningOf>['ofReaction']>> | undefined =>
  meaningOf(event).ofReaction?.(event);

/** What has become of an earlier comment by this event, kept beside its words. Undefined for events that change none. */
export const changesComment = (event: IdeaEvent): { seq: number; since: Since } | undefined =>
  meaningOf(event).ofComment?.(event);
