import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { PartName } from '../../../domain/idea/fields.js';
import { adoptions } from '../adopting.js';
import type { Reading } from '../reading.js';
import type { Stake } from './at-stake.js';
import { facts } from './facts.js';
import { ideaWords } from './idea-words.js';
import { known, needs } from './needs.js';
import { newest } from './timeline.js';

interface DetailsOptions {
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
  /** Its problem alone stands above the fold. */
  problemAbove: boolean;
  /** All that people have written and stands above the fold. */
  above: ReadonlySet<string>;
}

/** The idea itself, for parts/details.json: its words, what it needs, what is known, where it is used, the facts and the newest events. */
export function details(
  reading: Reading,
  { history, pictures, folded, atWork, still, wordsAbove, stake, part, problemAbove, above }: DetailsOptions,
) {
  const { t } = reading.context;
  const events = newest(reading, history, above);
  const except = new Set([...(stake?.parts ?? []), ...(part ? [part] : [])]);
  const places = adoptions(reading);
  return {
    isShown: !folded,
    unfold: folded ? [{ title: t('button.showIdea') }] : [],
    work: atWork ? needs(reading) : [],
    words: wordsAbove ? [] : ideaWords(reading, stake?.kind === 'idea' || problemAbove ? 'rest' : 'all'),
    pictures: pictures.map((url, at) => ({ url, alt: t('idea.picture', { number: at + 1 }) })),
    needs: atWork ? [] : needs(reading, { still, except }),
    known: known(reading, { still, except }),
    adoptions: places.length > 0 ? [{ heading: t('idea.adoptions'), facts: places }] : [],
    facts: facts(reading, stake?.kind),
    happened: events.length > 0 ? [{ heading: t('idea.happened'), events }] : [],
  };
}
