import { fromIdeaRow, joinEvent, listRows, reminderAt, splitEvent, toIdeaRow } from '../../src/store/idea-rows.js';
import * as story from '../domain/story.js';

const SWEDEN = 'Europe/Stockholm';

describe.each(Object.entries(story.standings))('the rows of an idea that is %s', (_name, steps) => {
  const { idea, events } = story.given(...steps);
  const lists = listRows(idea, SWEDEN);

  it('make the idea again', () => {
    expect(fromIdeaRow(toIdeaRow(idea, lists))).toEqual({ idea, lists });
  });

  it('keep each event apart from its words, and join them again', () => {
    for (const event of events) {
      const { row, text } = splitEvent(event);
      expect(JSON.parse(row.body)).not.toHaveProperty('words');
      expect(joinEvent(row, text)).toEqual(event);
      expect(text === undefined).toBe(Object.keys(event.words).length === 0);
      expect(joinEvent(row, undefined)).toEqual({ ...event, words: {} });
    }
  });

  it('stand in one queue and in the department’s list while it waits, and in none after', () => {
    const those = (prefix: string) => Object.keys(lists).filter((key) => key.startsWith(prefix));
    const waits = idea.waiting ? 1 : 0;
    expect(those('list|waits|')).toHaveLength(waits);
    expect(those('list|open|')).toHaveLength(waits);
    expect(those('due|')).toHaveLength(waits);
    expect(those('list|asked|')).toHaveLength(idea.question ? 1 : 0);
    expect(those('list|mine|')).toHaveLength(1);
  });
});

describe('the reminder', () => {
  it('comes at eight in the morning after the answer date, by the clocks of the municipality', () => {
    expect(reminderAt('2026-11-30', SWEDEN)).toBe('2026-12-01T07:00:00.000Z');
    expect(reminderAt('2026-06-30', SWEDEN)).toBe('2026-07-01T06:00:00.000Z');
    expect(reminderAt('2026-10-24', SWEDEN)).toBe('2026-10-25T07:00:00.000Z');
    expect(reminderAt('2026-11-30', 'Europe/Helsinki')).toBe('2026-12-01T06:00:00.000Z');
  });
});
