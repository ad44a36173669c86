import type { Meeting } from '../../domain/meeting/meeting.js';
import type { Instant } from '../../domain/time.js';
import type { CardContext } from '../card-context.js';
import { joinLink, timesOf } from './meeting-words.js';

/** A line of a calendar file has at most so many octets, its line end aside (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/**
 * A meeting as a calendar file (RFC 5545). Times are UTC, so that no program has to know a time zone; its name is the same for as long
 * as there is the meeting, and its number rises, so that a later file takes the place of an earlier one.
 */
export function calendarFile(context: CardContext, meeting: Meeting): string {
  const { settings, t } = context;
  const { id, seq, stage, words, changedAt } = meeting;
  const { startTime, endTime } = timesOf(context, meeting);
  const join = joinLink(meeting);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Idelotsen//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:meeting-${id}@${settings.municipality.code}.idelotsen`,
    `SEQUENCE:${seq}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startTime)}`,
    `DTEND:${utc(endTime)}`,
    `SUMMARY:${escaped(words.what ?? '')}`,
    ...(words.where ? [`LOCATION:${escaped(words.where)}`] : []),
    ...(join ? [`URL:${join}`] : []),
    `DESCRIPTION:${escaped(t('meeting.id', { id }))}`,
    `STATUS:${stage === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261203T080000Z`. */
const utc = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/gu, '\\n');

/** A line that is too long goes on in the next, which a blank begins; no letter is cut in two. */
function folded(line: string): string {
  const rows: string[] = [''];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter, 'utf8');
    if (octets + size > MOST_OCTETS) {
      rows.push(' ');
      octets = 1;
    }
    rows[rows.length - 1] += letter;
    octets += size;
  }
  return rows.join('\r\n');
}
