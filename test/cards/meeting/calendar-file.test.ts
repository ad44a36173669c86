import { calendarFile } from '../../../src/cards/meeting/calendar-file';
import { contextFor } from '../../../testing/samples/card-context';
import {
  arranger,
  cancels,
  changes,
  keeper,
  type MeetingStep,
  meetingAfter,
  on,
  plans,
} from '../../../testing/samples/meeting/meeting-story';

const context = contextFor('sv');
const file = (...steps: MeetingStep[]) => calendarFile(context, meetingAfter(...steps).meeting);
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a meeting as a calendar file', () => {
  it('has its times in UTC, in winter and in summer', () => {
    expect(file([arranger, plans()])).toContain('\r\nDTSTART:20261203T080000Z\r\nDTEND:20261203T093000Z\r\n');
    const summer = on('2027-05-01');
    expect(file([arranger, plans({ on: '2027-06-03' }), summer])).toContain('\r\nDTSTART:20270603T070000Z\r\n');
  });

  it('ends each line with CRLF and folds it at 75 octets, cutting no letter in two', () => {
    const text = file([arranger, plans({}, { what: 'ä'.repeat(119), where: `https://${'å'.repeat(200)}` })]);
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r\uFFFD]/);
    }
    expect(unfolded(text)).toContain(`SUMMARY:${'ä'.repeat(119)}`);
  });

  it('escapes what has a meaning in such a file, so that nobody writes a line of their own', () => {
    const text = file([arranger, plans({}, { what: 'A, b; c\\d', where: 'Torget\nATTENDEE:mailto:x@y.example' })]);
    expect(unfolded(text)).toContain('SUMMARY:A\\, b\\; c\\\\d');
    expect(unfolded(text).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });

  it('takes the place of an earlier one: the same name, a higher number', () => {
    const lineOf = (text: string, name: string) => unfolded(text).find((line) => line.startsWith(`${name}:`));
    const [first, later] = [file([arranger, plans()]), file([arranger, plans()], [keeper, changes()])];
    expect(lineOf(first, 'UID')).toBe(lineOf(later, 'UID'));
    expect([first, later].map((one) => lineOf(one, 'SEQUENCE'))).toEqual(['SEQUENCE:1', 'SEQUENCE:2']);
    expect(lineOf(file([arranger, plans()], [keeper, cancels()]), 'STATUS')).toBe('STATUS:CANCELLED');
  });
});
