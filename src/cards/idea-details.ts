import type { IdeaEvent } from '../domain/idea.js';
import { wordsAreErased } from '../domain/leaving.js';
import type { PartName } from '../domain/needs.js';
import { adoptions } from './adopting.js';
import type { Stake } from './at-stake.js';
import { facts } from './facts.js';
import { known, needs } from './needs.js';
import { type Section, section } from './paragraphs.js';
import type { Reading } from './reading.js';
import { newest } from './timeline.js';

interface Shown {
  history: readonly IdeaEvent[];
  /** Addresses of its pictures. */
  pictures: readonly string[];
  /** It opens on a press. */
  folded: boolean;
  /** What is needed stands before the fold. */
  atWork: boolean;
  /** A form is open beside it. */
  still: boolean;
  /** Its words stand above the fold. */
  wordsAbove: boolean;
  /** What is decided on stands above the fold. */
  stake: Stake | undefined;
  /** Whose form is open, or which is being read: it stands there whole. */
  part: PartName | undefined;
  /** Two ideas stand beside each other above the fold. */
  paired: boolean;
  /** All that people have written and stands above the fold. */
  above: ReadonlySet<string>;
}

/** The idea itself, for parts/details.json: its words, what it needs, what is known, where it is used, the facts and the newest events. */
export function details(
  reading: Reading,
  { history, pictures, folded, atWork, still, wordsAbove, stake, part, paired, above }: Shown,
) {
  const { say } = reading.kit;
  const events = newest(reading, history, above);
  const except = new Set([...(stake?.parts ?? []), ...(part ? [part] : [])]);
  const places = adoptions(reading);
  return {
    isShown: !folded,
    unfold: folded ? [{ title: say('button.showIdea') }] : [],
    work: atWork ? needs(reading) : [],
    words: wordsAbove ? [] : ideaWords(reading, { without: stake?.kind === 'idea' || paired ? ['problem'] : [] }),
    pictures: pictures.map((url, at) => ({ url, alt: say('idea.picture', { number: at + 1 }) })),
    needs: atWork ? [] : needs(reading, { still, except }),
    known: known(reading, { still, except }),
    adoptions: places.length > 0 ? [{ heading: say('idea.adoptions'), facts: places }] : [],
    facts: facts(reading, stake?.kind),
    happened: events.length > 0 ? [{ heading: say('idea.happened'), events }] : [],
  };
}

/** The idea in its submitter's words, with a line about it where a leader has hidden them. */
export function ideaWords(reading: Reading, { without = [] }: { without?: readonly 'problem'[] } = {}): Section[] {
  const { kit, idea, seesWords } = reading;
  const { say } = kit;
  const { problem, solution, evidence } = idea.words;
  if (wordsAreErased(idea)) return section('', say('idea.erased'));
  const hidden = section('', hiddenLine(reading));
  if (!seesWords) return hidden;
  return [
    ...hidden,
    ...(without.includes('problem') ? [] : section(say('idea.problem'), problem)),
    ...section(say('idea.solution'), solution),
    ...section(say('idea.evidence'), evidence),
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
