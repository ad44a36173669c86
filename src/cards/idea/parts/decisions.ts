import type { IdeaView } from '../../../app/idea/idea-view.js';
import { type Decision, decisionsIn } from '../../../domain/idea/deciding/decisions.js';
import { type IdeaEvent, inTime } from '../../../domain/idea/events.js';
import type { Stage } from '../../../domain/idea/stages.js';
import { postIn } from '../../person/post-names.js';
import { headline, type QuotedWords, quotedOf } from '../happened.js';
import type { Reading } from '../reading.js';
import { dateOf, roomFor } from './timeline.js';

const MOST_DECISIONS = 15;
const MOST_BYTES = 9000;

/** The same of a whole record: its newest decisions, and how many it has beside. */
export function decisions(reading: Reading, record: readonly IdeaEvent[]) {
  const all = decisionsIn(record.toSorted(inTime)).toReversed();
  const shown = all.slice(0, MOST_DECISIONS).map(({ event, stage }) => {
    return { event, stage, change: record.find(({ seq, adoption }) => seq === event.asOf && adoption === undefined) };
  });
  return decisionsShown(reading, shown, all.length - shown.length);
}

/** "Varför?": who decided what, when, at which stage and why, newest first. For parts/decisions.json. */
export function decisionsShown(reading: Reading, shown: NonNullable<IdeaView['decided']>, older = 0) {
  const { t } = reading.context;
  const fits = roomFor(MOST_BYTES);
  return {
    decisions: shown.map(({ event, stage, change }) => {
      const words = withContent(reading, event, change, quotedOf(reading, event));
      const lines = words.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
      return { ...decided(reading, event, stage), said: fits(lines) ? words : [] };
    }),
    none: shown.length === 0 ? [{ text: t('happened.noDecisions') }] : [],
    older: older > 0 ? [{ text: t('happened.olderDecisions', { count: older }) }] : [],
  };
}

/** Beside the words: for whose work money is, and what was decided on where that was not simply the idea as it was sent. */
function withContent(
  reading: Reading,
  event: Decision,
  change: IdeaEvent | undefined,
  words: QuotedWords[],
): QuotedWords[] {
  const { t } = reading.context;
  const driver = event.type === 'granted' ? event.data.driver : undefined;
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
