import { wordsAreErased } from '../../../domain/idea/people/leaving.js';
import { type Section, section } from '../../paragraphs.js';
import type { Reading } from '../reading.js';

/**
 * The idea in its submitter's words, with a line about it where a leader has hidden them: all of it, the problem alone
 * (with that line), or the rest beside it.
 */
export function ideaWords(reading: Reading, which: 'all' | 'problem' | 'rest' = 'all'): Section[] {
  const { kit, idea, seesWords } = reading;
  const { say } = kit;
  const { problem, solution, evidence } = idea.words;
  if (wordsAreErased(idea)) return which === 'rest' ? [] : section('', say('idea.erased'));
  const first = which === 'rest' ? [] : section('', hiddenLine(reading));
  if (!seesWords) return first;
  return [
    ...first,
    ...(which === 'rest' ? [] : section(say('idea.problem'), problem)),
    ...(which === 'problem'
      ? []
      : [...section(say('idea.solution'), solution), ...section(say('idea.evidence'), evidence)]),
  ];
}

/** Why the words are out of sight, and who still sees them; empty where they are not. */
function hiddenLine({ kit: { say }, idea, reader, seesWords }: Reading): string {
  const mine = seesWords && !reader.disclosed;
  if (idea.hidden) return say(mine ? 'idea.hiddenButYours' : 'idea.hidden');
  if (idea.withheld) return say(mine ? 'idea.withheldYours' : 'idea.withheld');
  if (!idea.unread) return '';
  return say(!seesWords ? 'idea.unread' : reader.roles.has('decider') ? 'idea.unreadToDecider' : 'idea.unreadYours');
}
