/**
 * The stem of a Swedish word in plain spelling: what its inflections have in common. Snowball's algorithm (Porter,
 * snowballstem.org/algorithms/swedish), and the endings that it leaves: skolan, huset, cykeln beside cyklar, idén, städning
 * beside städa, and words that change within (böcker). The stem is for comparing and not for reading.
 */
export function swedishStem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  let stem = longVowelEnding(word);
  stem = inflection(stem);
  stem = definite(stem);
  stem = shortened(stem);
  return syncope(undoubled(action(stem)));
}

const SHORTEST_STEM = 3;
/** In kurs and plats the s is the word's own; in a longer word it is nearly always a genitive. */
const LONGEST_WITH_OWN_S = 5;
const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);
/** Looked at before any pattern is: most words end in none of the letters that it asks for. */
const endsIn = (word: string, letters: string): boolean => letters.includes(word.charAt(word.length - 1));

/** Where endings may begin: after the first consonant that follows a vowel, and after three letters at least. */
function endingsFrom(word: string): number {
  for (let at = 1; at < word.length; at++)
    if (isVowel(word.charAt(at - 1)) && !isVowel(word.charAt(at))) return Math.max(at + 1, SHORTEST_STEM);
  return word.length;
}

/** Idéer, kommittén, caféet: the accent goes in plain spelling, and its vowel belongs to the stem. */
const longVowelEnding = (word: string): string =>
  endsIn(word, 'rast') ? word.replace(/e(?:er|erna|ers|ernas|et|ets)$/, 'e') : word;

/** The longest first, by their last letter. */
const endings = new Map<string, string[]>();
for (const ending of 'heterna hetens ares ena arnas ernas ornas andes arens andet heter anden erna arna orna ande arne aste aren ades erns ade are ern ens het ast ad en ar er or as es at a e'
  .split(' ')
  .sort((one, other) => other.length - one.length)) {
  const last = ending.slice(-1);
  endings.set(last, [...(endings.get(last) ?? []), ending]);
}

/** Snowball's first three steps. */
function inflection(word: string): string {
  const from = endingsFrom(word);
  let stem = word;
  const ending = endings.get(word.at(-1) ?? '')?.find((one) => word.endsWith(one) && word.length - one.length >= from);
  if (ending !== undefined) stem = word.slice(0, -ending.length);
  else if (word.length > LONGEST_WITH_OWN_S && endsIn(word, 's') && /[bcdfghjklmnoprtvy]s$/.test(word))
    stem = word.slice(0, -1);
  if (stem.length > from + 1 && endsIn(stem, 'dnt') && /(?:dd|gd|nn|dt|gt|kt|tt)$/.test(stem)) stem = stem.slice(0, -1);
  if (!endsIn(stem, 'tgs')) return stem;
  const third = /(?:lost|fullt|lig|ig|els)$/.exec(stem)?.[0];
  if (third === undefined || stem.length - third.length < from) return stem;
  return third === 'lost' || third === 'fullt' ? stem.slice(0, -1) : stem.slice(0, -third.length);
}

/** Skolan, cykeln, datorn. */
function definite(word: string): string {
  if (!endsIn(word, 'n')) return word;
  if (/[^aeiouy]an$/.test(word) && word.length - 2 >= endingsFrom(word)) return word.slice(0, -2);
  return /[eo][lr]n$/.test(word) && word.length > SHORTEST_STEM + 2 ? word.slice(0, -1) : word;
}

/** Huset; and what Snowball takes for an ending in the bare word is one in the longer too: resultat and resultatet, dator and datorer. */
function shortened(word: string): string {
  let stem = word;
  while (endsIn(stem, 'tdr') && /(?:et|at|ad|or)$/.test(stem) && stem.length - 2 >= endingsFrom(stem))
    stem = stem.slice(0, -2);
  return stem;
}

/** Städning and städa, träning and träna, samling and samla; not what is no act. */
function action(word: string): string {
  if (noActions.has(word) || !word.endsWith('ing')) return word;
  const [short, long] = [word.slice(0, -4), word.slice(0, -3)];
  if (word.endsWith('ning') && short.length >= SHORTEST_STEM && !isVowel(short.at(-1) ?? '')) return short;
  return long.length >= SHORTEST_STEM && /[aeiouy]/.test(long) ? long : word;
}

const noActions = new Set('tidning vaning ratning lordning ning sparling avdelning rening'.split(' '));

/** Rum and rummet, program and programmen, män and männen. */
const undoubled = (word: string): string => (endsIn(word, 'mn') && /(?:mm|nn)$/.test(word) ? word.slice(0, -1) : word);

/** The vowel that comes and goes: cykel and cyklar, fönster and fönstret, vatten and vattnet. */
function syncope(word: string): string {
  if (word.length <= SHORTEST_STEM || !endsIn(word, 'lrn')) return word;
  return word
    .replace(/([bcdfgkpstv])el$/, '$1l')
    .replace(/([bdfgkmptv])r$/, '$1')
    .replace(/([ckptv])n$/, '$1');
}

/** Words that change within, and short ones whose endings no rule tells from the word: the stem, and what it is written as. */
const rows: readonly [stem: string, words: string][] = [
  ['bok', 'bok boken bocker bockerna bockers bokens'],
  ['fot', 'fot foten fotter fotterna fottens'],
  ['rot', 'rot roten rotter rotterna'],
  ['natt', 'natt natten natter natterna nattens'],
  ['hand', 'hand handen hander handerna handens handernas'],
  ['bror', 'bror brodern broder broderna bror'],
  ['mor', 'mor modern modrar modrarna mamma mamman mammor mammorna'],
  ['far', 'far fadern fader faderna pappa pappan pappor papporna'],
  ['son', 'son sonen soner sonerna'],
  ['dotter', 'dotter dottern dottrar dottrarna'],
  ['man', 'man mannen man mannens mannen'],
  ['oga', 'oga ogat ogon ogonen'],
  ['ora', 'ora orat oron oronen'],
  ['gas', 'gas gasen gass gassen'],
  ['ide', 'ide iden ideer ideerna idens ideernas'],
  ['by', 'by byn byar byarna byarnas byns'],
  ['bro', 'bro bron broar broarna'],
  ['sjo', 'sjo sjon sjoar sjoarna'],
  ['stad', 'stad staden stader staderna stads stadens stan'],
  ['strand', 'strand stranden strander stranderna'],
  ['land', 'land landet lander landerna landets'],
  ['tand', 'tand tanden tander tanderna'],
  ['vatt', 'vatten vattnet vattnen vattnets'],
  ['somm', 'sommar sommaren somrar somrarna sommarens'],
  ['barn', 'barn barnet barnen barns barnets barnens'],
  ['ko', 'ko kon koer koerna koa koar'],
  ['tra', 'tra trad tradet traden tradens'],
  ['ljus', 'ljus ljuset ljusen'],
  ['cafe', 'cafe cafet cafeet cafeer cafeerna kafe kafet kafeer'],
  ['jobb', 'jobb jobbet jobben jobba jobbar jobbade'],
  ['buss', 'buss bussen bussar bussarna bussens'],
  ['mat', 'mat maten matens'],
  ['aldr', 'aldre aldres aldste aldsta'],
  ['museum', 'museum museums museet museets museer museers museerna museernas'],
  ['centr', 'centrum centrums centret centrets centra centrumet'],
  // Its stem by rule is a small word (mot), which is no part of a compound.
  ['mote', 'mote motes motet motets moten motens motena motenas'],
];

const irregular: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem] as const)),
);
