import { asRead, type MaybeRead } from '../../domain/language/analysis/typed-text.js';
import { leftOver, phrase, saidIn } from '../../domain/language/phrases.js';
import { byLanguage, type Language, languageCodes } from '../../domain/languages.js';

/** What people say in their own words for a command, and what it is then: phrases as in domain/language/phrases.ts. */
const rows = {
  help: [
    '?man|jag|vi kan gora har|chatten|dig|botten',
    '=vad kan man|jag|vi anvanda dig|det till',
    '=vad kan|gor man|du|jag|har|gora',
    '=vad kan|gor man|du|jag gora har',
    '=vad kan du hjalpa mig med',
    '=hur funkar|fungerar du|det|detta|idelotsen|botten|har',
    '=vilka kommandon|ord finns',
    '=what can i|you do',
    '=how does this|it|the bot work|works',
    '=how do you work',
    'commands available',
    '=kan du|ni hjalpa mig',
    '=jag behover hjalp',
    '=hjalp! mig|oss',
    '=help! me|us',
    '=i need help',
    '=can you help',
    '=ar du|ni dar|vaken',
    '=are you there',
  ],
  eraseMe: [
    '=radera|raderar|slang|glom mig',
    '=radera|avsluta|stang mitt konto',
    '=ta|tag bort mig|mitt|allt',
    '=ta bort mitt konto',
    '=delete|erase|remove|forget me|us|everything',
    'vill|kan ni|du tar|ta bort mig',
    'radera|ta allt om mig',
    'ta bort allt|alla om|mina mig|uppgifter',
    'ta|tar|radera|raderar bort|mina uppgifter|personuppgifter|data',
    'radera|raderar mina uppgifter|personuppgifter',
    'raderad!|raderas!',
    'delete|erase|remove everything|all about me',
    'delete|erase|remove my account|data|information',
  ],
  myData: [
    'vad|hur hander|gor|anvander|hanterar mina|med personuppgift~',
    'vad|vilka|vilken sparar|sparas|sparat|lagrar|lagras|vet du|ni|om|mig',
    'vilka|vad uppgifter|information har|finns om mig|ni|du',
    'vad finns|ar sparat|lagrat',
    'var|hur lagras|sparas|lagrar|sparar|hanterar|hanteras uppgifter|personuppgifter|gdpr',
    'gdpr',
    'what do|does you|it|bot know|store|save me|about',
    'what|which data do|is you|stored store|save|stored|about',
  ],
  mine: [
    '^visa|se|hitta mina ide~|forslag',
    '=mina ide~|forslag',
    'var|hur hittar|ser jag mina ide~|forslag',
    'vilka ide~|forslag har jag skickat|lamnat',
    'how|where do|can see|find my ideas',
    '^show my ideas',
  ],
  queue: [
    'vad|nagot|vantar vantar|nagot pa mig',
    'vad vantar pa mig',
    'vill se min ko|tur',
    '=nar ar min tur',
    '=nar ar det min tur',
    'what is|s waiting for me',
    '=is it my turn',
    'vad ska|maste|behover jag svara|gora pa|nu',
  ],
  settings: [
    'hur|vill|kan|how|want byter|byta|andrar|change|switch sprak|language',
    'hur|var andrar|hittar installning~',
  ],
  thanks: [
    '=tack ska du ha',
    '=tack for det|allt|mig|hjalpen',
    '=tack hjalpen|hjalp|svaret|svar|informationen|infon',
    '=thanks|thank you|help|for|all|lot|much|answer',
    '=hejda|hej|adjo|bye|goodbye|hare da',
    '=hejda|adjo|bye|goodbye',
    '=ha det bra|gott|fint|lugnt',
    '=trevlig|glad helg|dag|kvall|jul|sommar',
    '=have nice|good day|weekend|one',
    '=super|perfekt|perfect|kanon|underbart|snyggt|nice|cool|awesome|jattebra',
  ],
} as const satisfies Record<string, readonly string[]>;

export type CommandMeant = keyof typeof rows;

const known = Object.entries(rows).map(([command, phrases]) => ({
  command: command as CommandMeant,
  phrases: phrases.map(phrase),
}));

/** The command that a sentence asks for in other words; undefined for none. */
export function commandMeant(text: MaybeRead): CommandMeant | undefined {
  const read = asRead(text);
  if (read.words.length > 12) return undefined;
  return known.find(({ phrases }) => phrases.some((one) => saidIn(one, read) !== undefined))?.command;
}

/** What each language is called, in each language. */
const called: Record<Language, Record<Language, string>> = {
  en: { sv: 'engelska|eng', en: 'english|eng' },
  sv: { sv: 'svenska|sve', en: 'swedish|swe' },
};
/** How a language is asked for in each, by what it is called there. */
const ways: Record<Language, (name: string) => string[]> = {
  sv: (name) => [`byt|byta|andra|vill|kan|prata|skriv|skriva|pa|till ${name}`],
  en: (name) => [`in|to|speak|write|use ${name}`, `want speak ${name}`],
};
const asksFor = (names: Record<Language, string>) =>
  [`=${Object.values(names).join('|')}`, ...languageCodes.flatMap((said) => ways[said](names[said]))].map(phrase);
const asked = Object.keys(called) as Language[];
const requests = byLanguage((language) => asksFor(called[language]));

/** In more words somebody speaks of a language rather than asking for it. */
const LONGEST_REQUEST = 7;
const MOST_BESIDE = 1;

/** The language that a message asks the bot to speak. */
export function languageAsked(text: MaybeRead): Language | undefined {
  const read = asRead(text);
  if (read.words.length > LONGEST_REQUEST) return undefined;
  return asked.find((language) =>
    requests[language].some((one) => {
      const places = saidIn(one, read);
      return places && leftOver(read.words, places).length <= MOST_BESIDE;
    }),
  );
}
