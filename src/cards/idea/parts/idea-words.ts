import { wordsAreErased } from '../../../domain/idea/people/leaving.js';
import { type Section, section } from '../../paragraphs.js';
import type { Reading } from '../reading.js';

/**
 * The idea in its submitter's words, with a line about it where a leader has hidden them: all of it, the problem alone
 * (with that line), or the rest beside it.
 */
export function ideaWords(reading: Reading, which: 'all' | 'problem' | 'rest' = 'all'): Section[] {
  const { context, idea, seesWords } = reading;
  const { t } = context;
  const { problem, solution, evidence } = idea.words;
  if (wordsAreErased(idea)) return which === 'rest' ? [] : section('', t('idea.erased'));
  const first = which === 'rest' ? [] : section('', hiddenLine(reading));
  if (!seesWords) return first;
  return [
    ...first,
    ...(which === 'rest' ? [] : section(t('idea.problem'), problem)),
    ...(which === 'problem'
      ? []
      : [...section(t('idea.solution'), solution), ...section(t('idea.evidence'), evidence)]),
  ];
}

/** Why the words are out of sight, and who still sees them; empty where they are not. */
function hiddenLine({ context: { t }, idea, reader, seesWords }: Reading): string {
  const mine = seesWords && !reader.disclosed;
  if (idea.hidden) return t(mine ? 'idea.hiddenButYours' : 'idea.hidden');
  if (idea.withheld) return t(mine ? 'idea.withheldYours' : 'idea.withheld');
  if (!idea.unread) return '';
  return t(!seesWords ? 'idea.unread' : reader.roles.has('decider') ? 'idea.unreadToDecider' : 'idea.unreadYours');
}
