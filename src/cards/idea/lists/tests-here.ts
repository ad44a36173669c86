import { isFull, testsHere } from '../../../app/idea/lists/tests-here.js';
import { type Section, section } from '../../paragraphs.js';
import type { Reading } from '../reading.js';

/** Whether the department has more tests than it brings to an end in a year, as far as is known. */
export function hasNoRoom(reading: Reading): boolean {
  const found = reading.foundOf(testsHere);
  return found !== undefined && isFull(found);
}

/** "Ni har 9 test igång. Förra året blev 4 klara.", to whoever decides, where more are begun than are brought to an end. */
export function roomForTests(reading: Reading): Section[] {
  const { t } = reading.context;
  const found = reading.foundOf(testsHere);
  if (!found || !isFull(found) || !reading.reader.roles.has('decider')) return [];
  return section(t('tests.heading'), t('tests.here', { ...found }));
}
