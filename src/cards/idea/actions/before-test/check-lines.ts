import type { CheckName } from '../../../../domain/idea/deciding/check-names.js';
import { checksOf } from '../../../../domain/idea/deciding/checks.js';
import { dayText } from '../../../../text/dates.js';
import type { Fact, Section } from '../../../paragraphs.js';
import { shortened } from '../../../shortened.js';
import type { Reading } from '../../reading.js';

/** So much of what is missing. */
const BEGINNING = 160;

/** "Personuppgifter: klart", "Inköp: inte än: …", "Personuppgifter: väntar på …", a line for each of what the test touches. */
function checkLines(reading: Reading): Section['lines'] {
  return checksOf(reading.idea).map((name) => ({ text: lineOf(reading, name) }));
}

function lineOf({ context, idea, nameOf }: Reading, name: CheckName): string {
  const { t, language, today } = context;
  const { done, on, line } = idea.checks?.[name] ?? {};
  const ref = idea.checkedBy?.[name];
  const what = t(`check.name.${name}`);
  if (done) return t('check.done', { what, date: on ? dayText(on, language, today) : '' });
  if (line) return t('check.notYet', { what, line: shortened(line.replace(/\s+/g, ' '), BEGINNING) });
  return t('check.waits', { what, who: ref ? nameOf(ref).text : t('check.deciders') });
}

/** "Före testet": what it touches and whether that is in order, for those who have to do with the plan. One or none. */
export function beforeTest(reading: Reading): Section[] {
  const { context, idea, reader } = reading;
  const isConcerned = (['driver', 'decider', 'checker', 'funder'] as const).some((role) => reader.roles.has(role));
  const lines = checkLines(reading);
  if (idea.stage !== 'planning' || !isConcerned || lines.length === 0) return [];
  return [{ heading: [{ text: context.t('check.before') }], lines }];
}

/** The same among what is decided on. One or none. */
export const checksFact = (reading: Reading): Fact[] => {
  const values = checkLines(reading);
  return values.length > 0 ? [{ label: reading.context.t('check.before'), values }] : [];
};
