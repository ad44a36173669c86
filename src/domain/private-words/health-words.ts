import { isGivenName } from './given-names.js';
import { healthActs, isHealthWord } from './health-terms.js';

/**
 * Whether words may tell of the health of one person whom others could point out. Rules only, no service: a word of health,
 * and before it somebody (a name, "hon", "min kollega", "mannen i rum 4", oneself) with nothing between them that makes it
 * about many or about work. `npm run health-words` says how often they are right; who is asked without cause presses once.
 */
export function suspectsHealth(text: string): boolean {
  return text.normalize('NFC').split(SENTENCE_END).some(isAboutSomebody);
}

const SENTENCE_END = /[.!?\n;:]+(?=\s|$)/u;
const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** How far before a word of health its person may stand, in words. */
const NEAR = 8;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const pronouns = words('han hon hen honom henne he she him');
const own = words('jag i');
const genitives = words('hans hennes hens his her min mitt my');
const belongs = words('min mitt mina vår vårt våra my our din ditt er ert your');
/** Whom one has: one of them is somebody in particular. */
const kin =
  'kollega kollegan kollegor chef chefen son dotter mamma pappa mor far fru man make maka sambo bror syster mormor farmor ' +
  'morfar farfar granne grannen elev brukare patient klient kund boende medarbetare vikarie rektor vaktmästare handläggare ' +
  'lärare assistent lärling praktikant boss colleague manager wife husband mother father daughter brother sister neighbour ' +
  'pupil student client patient resident';
const relations = words(kin);
/** One in particular, where it is said what happened to them or where they are found. */
const definite = words(
  'kollegan chefen vikarien rektorn vaktmästaren brukaren patienten eleven klienten mannen kvinnan damen pojken flickan ' +
    'tjejen killen gubben tanten barnet medarbetaren läraren sköterskan föräldern man woman boy girl',
);
const somebody = words(
  'kollega brukare patient elev klient boende medarbetare vikarie lärare chef colleague resident pupil client',
);

/** Whom a workplace has one of: "vår teamledare är", "our caretaker had". */
const owners = words('min vår my our');
const many = words(
  'personal personalen enhet skola förskola avdelning grupp arbetsplats staff team school unit group kommun',
);

/** What joins somebody with their health. */
const links = words(
  'har hade haft är var fick fått blir blev blivit lider led lidit drabbades drabbats insjuknade tar äter åt går gick ligger ' +
    'dog sitter varit med sedan sen börja måste has had have is was got gets suffers takes diagnosed with on been',
);
/** What makes it about many, about others, or about work. */
const breaks = words(
  'om mot personer människor brukare patienter elever barn anhöriga medarbetare de dem alla många andra någon dessa folk ' +
    'äldre unga arbetar arbetat jobbar jobbat utbildat utbilda kurs läst ansvarig ansvarar expert projektet sjuksköterska ' +
    'undersköterska idé föreslog minska people those them patients pupils residents children about works work idea nurse ' +
    'reduce learn märkt köpt minskar hittat hand',
);
/** What has happened, once, to somebody. */
const happened = words(
  'fick fått blev blivit hade opererades bröt drabbades insjuknade svimmade var varit dog is was got has',
);
const PLACE =
  /(?:rum|rummet|lägenhet|lgh|våning|vån|avdelning|plan|klass|room|flat|ward|floor) \p{N}|(?:i|på|in) \p{N}{1,2}\s?\p{Lu}\b|på \p{Lu}\p{L}+(?:gatan|vägen|gränd)|hos oss|på (?:vår|min) (?:enhet|avdelning|arbetsplats|skola|slinga|grupp)/u;
const NUMBERED = /^(?:\p{N}+\p{Lu}?|två|tre|fyra|fem)$/u;

function isAboutSomebody(sentence: string): boolean {
  const written = sentence.match(WORD) ?? [];
  const small = written.map((word) => word.toLowerCase());
  const isFixed =
    PLACE.test(sentence) || (/(?:våning|rum|lägenhet)/u.test(sentence) && small.some((it) => NUMBERED.test(it)));
  const persons = small.flatMap((_, at) => (isPerson(written, small, at, isFixed) ? [at] : []));
  const plain = small.join(' ');
  if (healthActs.some((act) => act.test(plain)) && persons.length > 0) return true;
  return written.some((word, at) => isHealthWord(word) && belongsTo(small, at, persons, isFixed));
}

/** Whether the word at this place is somebody whom others could point out. */
function isPerson(written: readonly string[], small: readonly string[], at: number, isFixed: boolean): boolean {
  const [word = '', as = ''] = [small[at], written[at]];
  const before = small[at - 1] ?? '';
  if (pronouns.has(word) || genitives.has(word) || isGivenName(as)) return true;
  if (own.has(word)) return word === 'jag' || as === 'I';
  const isTheirs = belongs.has(before) || belongs.has(small[at - 2] ?? '');
  if (relations.has(word) && (isTheirs || (before === 'en' && small[at + 1] === 'som'))) return true;
  if (owners.has(before) && !many.has(word) && !isHealthWord(as) && links.has(small[at + 1] ?? '')) return true;
  const isOnce = isFixed || small.slice(at + 1, at + 5).some((next) => happened.has(next));
  if (definite.has(word) || (word.endsWith('n') && relations.has(word))) return isOnce;
  return isFixed && somebody.has(word) && (before === 'en' || before === 'a');
}

/** Whether the word of health at this place is one of these persons'. */
function belongsTo(small: readonly string[], at: number, persons: readonly number[], isFixed: boolean): boolean {
  // "Den dementa kvinnan i rum 8", "vår deprimerade kollega": the person comes after.
  if (persons.some((person) => person === at + 1) && (isFixed || belongs.has(small[at - 1] ?? ''))) return true;
  return persons.some((person) => {
    if (person >= at || at - person > NEAR) return false;
    const between = small.slice(person + 1, at);
    if (between.some((word) => breaks.has(word))) return false;
    const isOwn = genitives.has(small[person] ?? '') || small[person]?.endsWith('s');
    if (isOwn && between.length <= 1 && !between.some((word) => relations.has(word))) return true;
    return between.some((word) => links.has(word)) || between.length === 0;
  });
}
