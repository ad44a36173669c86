import { type Decision, decisionsIn } from '../../../domain/idea/deciding/decisions.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Stage } from '../../../domain/idea/stages.js';
import { postIn } from '../../post-names.js';
import { headline, type QuotedWords, said } from '../happened.js';
import type { Reading } from '../reading.js';
import { bySeq, dateOf, roomFor } from './timeline.js';

const MOST_DECISIONS = 15;
const MOST_LETTERS = 10_000;

/** "Varför?": who decided what, when, at which stage and why, newest first. For parts/decisions.json; `record` is whole. */
export function decisions(reading: Reading, record: readonly IdeaEvent[]) {
  const { t } = reading.context;
  const all = decisionsIn(record.toSorted(bySeq)).toReversed();
  const fits = roomFor(MOST_LETTERS);
  const older = all.length - MOST_DECISIONS;
  return {
    decisions: all.slice(0, MOST_DECISIONS).map(({ event, stage }) => {
      const words = withContent(reading, event, record, said(reading, event));
      const lines = words.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
      return { ...decided(reading, event, stage), said: fits(lines) ? words : [] };
    }),
    none: all.length === 0 ? [{ text: t('happened.noDecisions') }] : [],
    older: older > 0 ? [{ text: t('happened.olderDecisions', { count: older }) }] : [],
  };
}

/** Beside the words: for whose work money is, and what was decided on where that was not simply the idea as it was sent. */
function withContent(
  reading: Reading,
  event: Decision,
  record: readonly IdeaEvent[],
  words: QuotedWords[],
): QuotedWords[] {
  const { t } = reading.context;
  const driver = event.type === 'granted' ? event.data.driver : undefined;
  const change = record.find(({ seq }) => seq === event.asOf);
  const lines = [
    ...(driver ? [t('happened.driver', { who: reading.nameOf(driver).text })] : []),
    ...(change && change.type !== 'submitted' ? [t('happened.asOf', { date: dateOf(reading, change) })] : []),
  ].map((text) => ({ text }));
  if (lines.length === 0) return words;
  const [{ sections, notes } = { sections: [], notes: [] }] = words;
  return [{ sections, notes: [...notes, ...lines] }];
}

const decided = (reading: Reading, event: Decision, stage: Stage) => ({
  when: [dateOf(reading, event), reading.context.t(`stage.${stage}`), ...postIn(reading.context, event)].join(' · '),
  what: headline(reading, event),
});
