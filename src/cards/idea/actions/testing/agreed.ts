import { agreedStop, isTimeToStop } from '../../../../domain/idea/deciding/agreed-stop.js';
import { dayText } from '../../../../text/dates.js';
import type { Fact, Section } from '../../../paragraphs.js';
import { shortened } from '../../../shortened.js';
import { assignedText } from '../../parts/facts.js';
import type { Reading } from '../../reading.js';

/** So much of each answer. */
const BEGINNING = 90;

const inShort = (text: string): string => shortened(text.replace(/\s+/g, ' '), BEGINNING);

/**
 * "Ni bestämde": what was agreed before the test, as facts beside how it is today, for those who may stop it; from half of the
 * test on. One or none.
 */
export function agreedSoFar(reading: Reading): Section[] {
  const { context, idea, reader } = reading;
  const mayStop = reader.roles.has('driver') || reader.roles.has('decider');
  return idea.stage === 'piloting' && mayStop && isTimeToStop(idea, context.today) ? agreedFacts(reading) : [];
}

/** The same, whenever and to whomever it is shown. */
export const agreedFacts = (reading: Reading): Section[] => [
  { heading: [{ text: reading.context.t('idea.agreed') }], lines: agreedLines(reading) },
];

/** The same, a fact a line; none where nothing was agreed of when to stop. */
export function agreedLines(reading: Reading): Section['lines'] {
  const { context, idea } = reading;
  const { t, language, today } = context;
  const stop = agreedStop(idea);
  if (!stop) return [];
  const { stopNow, nextDecision } = idea.answers;
  return [
    t('idea.agreed.measure', { value: inShort(stop.measure) }),
    t('idea.agreed.stop', { figure: inShort(stop.figure), date: dayText(stop.on, language, today) }),
    stopNow ? t('idea.agreed.now', { value: inShort(stopNow) }) : t('idea.agreed.now.none'),
    ...(nextDecision ? [t('idea.agreed.decision', { value: inShort(nextDecision) })] : []),
    ...takesOver(reading).map((name) => t('idea.agreed.successor', { name })),
  ].map((text) => ({ text }));
}

/** Who takes over if it works, and that they have not answered yet. One or none. */
const takesOver = (reading: Reading): string[] => {
  const name = assignedText(reading, reading.idea.successor);
  return name ? [name] : [];
};

/** The same to whoever decides on the plan. One or none. */
export const successorFact = (reading: Reading): Fact[] =>
  takesOver(reading).map((text) => ({ label: reading.context.t('stake.successor'), values: [{ text }] }));

/** When the test is to stop, to whoever decides on its plan; said as well where nothing has been agreed. */
export function stopFact({ context, idea }: Reading): Fact {
  const { t, language, today } = context;
  const stop = agreedStop(idea);
  const text = stop
    ? t('stake.agreed.stop', {
        measure: inShort(stop.measure),
        figure: inShort(stop.figure),
        date: dayText(stop.on, language, today),
      })
    : t('stake.agreed.none');
  return { label: t('stake.agreed'), values: [{ text }] };
}
