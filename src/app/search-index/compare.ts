import type { HeldDocuments } from './held-documents.js';
import { likeness, likenessSettings, type TellingOf, type TermWeights } from './likeness.js';
import type { AlikeDocuments, ComparedDocuments } from './search-index.js';
import { sharedForms } from './shared-forms.js';
import type { Lexicon } from './words/lexicon.js';

/** A document as what it is about. */
export interface Comparable {
  id: string;
  leaning?: string;
  words: TermWeights;
  title: TermWeights;
}

/** How telling terms are, and how they are written. */
interface Comparing {
  telling: TellingOf;
  mostTelling: number;
  lexicon: Lexicon;
}

/** With so many of what stands beside, the newest, documents are compared. */
export const MOST_BESIDE = 60;

/** Those of these documents that are there, as what they are about. */
export const readDocuments = (
  documents: HeldDocuments,
  ids: readonly string[],
  weightsOf: (words: Uint32Array) => TermWeights,
): Comparable[] =>
  ids.flatMap((id) => {
    const place = documents.placeFor(id);
    if (place === undefined) return [];
    const leaning = documents.at(place)?.leaning;
    const [words, title] = [weightsOf(documents.comparedAt(place)), weightsOf(documents.titleAt(place))];
    return [{ id, words, title, ...(leaning && { leaning }) }];
  });

/** As many as one card shows to choose from. */
const MOST_IN_GROUP = 8;

/** Puts together what is alike, and the rest in the order of how little it is like what stands beside. */
export function compareDocuments(
  documents: readonly Comparable[],
  beside: readonly Comparable[],
  comparing: Comparing,
): ComparedDocuments {
  const near = new Map(
    documents.map(({ id, words }) => [
      id,
      beside
        .filter((other) => other.id !== id)
        .reduce((most, other) => Math.max(most, likenessOf(words, other.words, comparing)), 0),
    ]),
  );
  // Beside nothing, nothing is unlike.
  if (beside.length === 0) return { groups: groupsOf(documents, comparing), unlike: [] };
  const unlike = documents.map(({ id }) => id).sort((one, other) => (near.get(one) ?? 0) - (near.get(other) ?? 0));
  return { groups: groupsOf(documents, comparing), unlike };
}

const likenessOf = (one: TermWeights, other: TermWeights, { telling, mostTelling }: Comparing): number =>
  likeness(one, other, telling, mostTelling);

/** Each goes to the first one that it is like, and not to what that one has drawn along: a chain of likenesses is about nothing. */
function groupsOf(documents: readonly Comparable[], comparing: Comparing): AlikeDocuments[] {
  const groups: [Comparable, ...Comparable[]][] = [];
  for (const document of documents) {
    const group = groups.find(
      ([first, ...others]) =>
        others.length < MOST_IN_GROUP - 1 &&
        likenessOf(first.words, document.words, comparing) >= likenessSettings.threshold,
    );
    if (group) group.push(document);
    else groups.push([document]);
  }
  const { telling, lexicon } = comparing;
  return groups.map(([first, ...others]) => {
    const [second] = others;
    return {
      documents: [first, ...others].map(({ id, leaning }) => ({ id, ...(leaning && { leaning }) })),
      shared: second
        ? sharedForms(first.words, second.words, telling, lexicon, new Map([...first.title, ...second.title]))
        : [],
    };
  });
}
