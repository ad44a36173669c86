/** How often a stem is written as a word of its own; 0 where it is none. */
export type StandsAlone = (stem: string) => number;

/** No part of a compound is shorter. */
const SHORTEST_PART = 3;
/** Shorter words are no compounds that anybody would look for by a part. */
const SHORTEST_COMPOUND = 7;
/** Nor are those that are shorter than this three words in one. */
const LONG_COMPOUND = 14;
/** Endings that look like words: kunskap is no skåp. */
const noParts = new Set('skap het ning ande ende els bar sam lig full vis are'.split(' '));

/**
 * The parts of a compound as stems, when words that stand alone elsewhere make it up: snöröjning is snö and röja. Parts are
 * learned from what people write, so there is no list of them. None for what is no compound, or of unknown parts.
 */
export function partsOfCompound(word: string, stemOf: (word: string) => string, alone: StandsAlone): string[] {
  if (word.length < SHORTEST_COMPOUND) return [];
  return bestSplit(word, stemOf, alone) ?? inThree(word, stemOf, alone) ?? [];
}

function bestSplit(word: string, stemOf: (word: string) => string, alone: StandsAlone): [string, string] | undefined {
  let best: [string, string] | undefined;
  let most = 0;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const first = knownFirst(word.slice(0, at), stemOf, alone);
    // Of two ways to part it, the one whose rarer half is the more usual word.
    if (first === undefined || alone(first) <= most) continue;
    const last = knownLast(word.slice(at), stemOf, alone);
    if (last === undefined || first === last) continue;
    const usual = Math.min(alone(first), alone(last));
    if (usual <= most) continue;
    [best, most] = [[first, last], usual];
  }
  return best;
}

/** Hemtjänst|personal|möte: the first part, and the rest in two. */
function inThree(word: string, stemOf: (word: string) => string, alone: StandsAlone): string[] | undefined {
  if (word.length < LONG_COMPOUND) return undefined;
  for (let at = word.length - 2 * SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = knownFirst(word.slice(0, at), stemOf, alone);
    const rest = first === undefined ? undefined : bestSplit(word.slice(at), stemOf, alone);
    if (first !== undefined && rest) return [first, ...rest];
  }
  return undefined;
}

function knownLast(word: string, stemOf: (word: string) => string, alone: StandsAlone): string | undefined {
  if (noParts.has(word)) return undefined;
  const stem = stemOf(word);
  return stem.length >= SHORTEST_PART && alone(stem) > 0 ? stem : undefined;
}

/** As it stands, or with the letter that binds it: arbet-s-plats, kyrk-o-gård, gat-u-lykta, skol-e-gård. */
function knownFirst(word: string, stemOf: (word: string) => string, alone: StandsAlone): string | undefined {
  if (alone(word) > 0) return word;
  const bound = /[seoua]$/.test(word) ? word.slice(0, -1) : '';
  if (bound.length >= SHORTEST_PART && alone(bound) > 0) return bound;
  const stem = stemOf(bound.length >= SHORTEST_PART ? bound : word);
  return stem.length >= SHORTEST_PART && alone(stem) > 0 ? stem : undefined;
}
