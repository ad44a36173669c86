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
    if (first === undefined || first.times <= most) continue;
    const last = knownLast(word.slice(at), stemOf, alone);
    if (last === undefined || first.stem === last.stem) continue;
    const usual = Math.min(first.times, last.times);
    if (usual <= most) continue;
    [best, most] = [[first.stem, last.stem], usual];
  }
  return best;
}

/** Hemtjänst|personal|möte: the first part, and the rest in two. */
function inThree(word: string, stemOf: (word: string) => string, alone: StandsAlone): string[] | undefined {
  if (word.length < LONG_COMPOUND) return undefined;
  for (let at = word.length - 2 * SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = knownFirst(word.slice(0, at), stemOf, alone);
    const rest = first === undefined ? undefined : bestSplit(word.slice(at), stemOf, alone);
    if (first !== undefined && rest) return [first.stem, ...rest];
  }
  return undefined;
}

interface CompoundPart {
  stem: string;
  times: number;
}

const knownAs = (stem: string, alone: StandsAlone): CompoundPart | undefined => {
  const times = stem.length < SHORTEST_PART ? 0 : alone(stem);
  return times > 0 ? { stem, times } : undefined;
};

const knownLast = (word: string, stemOf: (word: string) => string, alone: StandsAlone): CompoundPart | undefined =>
  noParts.has(word) ? undefined : knownAs(stemOf(word), alone);

const binding = 'seoua';

/** As it stands, or with the letter that binds it: arbet-s-plats, kyrk-o-gård, gat-u-lykta, skol-e-gård. */
function knownFirst(word: string, stemOf: (word: string) => string, alone: StandsAlone): CompoundPart | undefined {
  const asItStands = knownAs(word, alone);
  if (asItStands) return asItStands;
  const isBound = word.length > SHORTEST_PART && binding.includes(word.charAt(word.length - 1));
  const bare = isBound ? word.slice(0, -1) : word;
  const bound = isBound ? knownAs(bare, alone) : undefined;
  if (bound) return bound;
  const stem = stemOf(bare);
  return stem === bare ? undefined : knownAs(stem, alone);
}
