import { isMessageLink } from '../../../domain/idea/content/source.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { PartName } from '../../../domain/idea/fields.js';
import { maySeePlace } from '../../../domain/idea/policy.js';
import { isOpenToEverybody } from '../../../domain/idea/reading/visibility.js';
import type { Field } from '../../fields.js';
import type { Section } from '../../paragraphs.js';
import type { IdeaFact } from '../additions.js';
import { adoptions } from '../adopters.js';
import type { Reading } from '../reading.js';
import { documentLinks } from './answers.js';
import type { Stake } from './at-stake.js';
import { facts } from './facts.js';
import { aboutWords, ideaWords, type WordPart, wordParts } from './idea-words.js';
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
  /** Of its words these stand whole above the fold, with what is to be said about them; undefined where none begins there. */
  wordsAbove: readonly WordPart[] | undefined;
  /** What is decided on stands above the fold. */
  stake: Stake | undefined;
  /** Whose form is open, or which is being read: it stands there whole. */
  part: PartName | undefined;
  /** All that people have written and stands above the fold. */
  above: ReadonlySet<string>;
  /** The whole words of an idea that stands beside it. */
  beside: readonly Section[];
  /** What goes along with a button and has no room above. */
  fields: readonly { fields: Field[] }[];
  /** Facts of other rooms, beneath the idea's own. */
  added: readonly IdeaFact[];
}

/** The idea itself, for parts/details.json: its words, what it needs, what is known, where it is used, the facts and the newest events. */
export function details(
  reading: Reading,
  { history, pictures, folded, atWork, still, wordsAbove, stake, part, above, beside, fields, added }: DetailsOptions,
) {
  const { t } = reading.context;
  const events = newest(reading, history, above);
  const except = new Set([...(stake?.parts ?? []), ...(part ? [part] : [])]);
  return {
    isShown: !folded,
    unfold: folded ? [{ title: t('button.showIdea') }] : [],
    work: atWork ? needs(reading) : [],
    words: [
      ...(wordsAbove ? [] : aboutWords(reading)),
      ...ideaWords(
        reading,
        wordParts.filter((one) => !wordsAbove?.includes(one)),
      ),
      ...beside,
    ],
    source: [...sourceOf(reading), ...documentOf(reading, stake)],
    pictures: pictures.map((url, at) => ({ url, alt: t('idea.picture', { number: at + 1 }) })),
    needs: atWork ? [] : needs(reading, { still, except }),
    known: known(reading, { still, except }),
    adoptions: adoptions(reading),
    facts: [...facts(reading, stake?.kind), ...added.flatMap((of) => of(reading))],
    link: still ? [] : linkWord(reading),
    fields,
    happened: events.length > 0 ? [{ heading: t('idea.happened'), events }] : [],
  };
}

/**
 * The message that the idea was made of, to those who may read its words, and may know where it comes from: Teams opens it for who
 * may read the chat, and there stands who wrote it.
 */
const sourceOf = ({ context, idea, seesWords, reader }: Reading) =>
  idea.source && seesWords && maySeePlace(reader.roles, idea) && isMessageLink(idea.source)
    ? [{ links: [{ title: context.t('idea.source'), url: idea.source, style: 'default' }] }]
    : [];

/** The document of its plan, where it does not stand with what is decided on. One or none. */
function documentOf(reading: Reading, stake: Stake | undefined) {
  const links = stake?.links.length ? [] : documentLinks(reading);
  return links.length > 0 ? [{ links }] : [];
}

/**
 * "Länk till idén", for parts/details.json: a link in the text, for that is what every client lets people copy. It opens the
 * idea in the reader's own chat, and unfolds in others'. One or none: where everybody may read the idea.
 */
function linkWord({ context, idea }: Reading): { text: string }[] {
  const address = isOpenToEverybody(idea) ? context.linkTo(idea.id) : undefined;
  return address === undefined ? [] : [{ text: `[${context.t('idea.link')}](${address})` }];
}
