import type { Instant } from '../../domain/time.js';

/** Links that Teams itself opens, on every kind of device. Source: Microsoft's "Deep links" for Teams. */

const link = (path: string, query: Record<string, string>): string => {
  // encodeURIComponent and not URLSearchParams: Teams shows the latter's + for space as it stands.
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com/l/${path}?${pairs.join('&')}`;
};

/** Opens the chat with a person, with the first words written but not sent. */
export const chatLink = (email: string, message: string): string => link('chat/0/0', { users: email, message });

/**
 * Opens a new entry in the reader’s own calendar, for them to choose a time and save it: nothing is written there without them, and
 * the bot needs no right to it.
 */
export const calendarLink = (subject: string, content: string): string => link('meeting/new', { subject, content });

/** The same with a time: when something is that others have arranged. */
export const calendarEntryLink = (
  subject: string,
  content: string,
  { startTime, endTime }: { startTime: Instant; endTime: Instant },
): string => link('meeting/new', { subject, startTime, endTime, content });

/** Opens a new meeting with a person, for the reader to choose a time. */
export const meetingLink = (email: string, subject: string): string =>
  link('meeting/new', { attendees: email, subject });
