import { limits, type WordKey } from '../../../src/domain/idea/words';
import type { Language } from '../../../src/domain/languages';
import { sixtyTexts } from '../idea/sixty';
import { hostile, longWord } from './words';

/** What the people of a sample have written, each word as long as its kind may be. */
export type Content = Record<WordKey, string>;

const typical: Record<Language, Content> = {
  sv: {
    title: 'Delade cyklar i hemtjänsten',
    problem: 'Personalen får vänta på bilar varje morgon. Besöken hos de äldre blir sena, och det blir stressigt.',
    solution: 'Köp tre elcyklar som alla i gruppen delar på.',
    evidence: 'Vi räknade i två veckor: sex personer väntade i snitt en kvart om dagen.',
    question: 'Hur många cyklar tror du behövs?',
    answer: 'Tre räcker till att börja med.\nDe kan stå i cykelrummet.',
    reason: 'Vi har redan beställt fler bilar till hösten, och de löser samma problem.',
    tryAgain: 'Om bilarna inte räcker när sommaren är slut.',
    done: 'Tre elcyklar står i cykelrummet. Alla i gruppen kan låna dem.',
    workplace: 'Arbetsplatsträff, Hemtjänst Söder',
    source: 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1600000000000',
    comment: 'Vi har samma problem på Hemtjänst Norr. Får vi vara med i testet?',
    tried: 'Tio personer cyklade till besöken i tre månader.',
    lesson: 'Cyklarna sparade tid på sommaren. På vintern var det för halt, och då blev de stående.',
    went: 'Cyklarna används varje dag från april till oktober. Två grupper till vill ha egna.',
    progress: 'Cyklarna är beställda och kommer i maj.',
    thanks: 'Det här har vi väntat på. Bra tänkt!',
    opinion: 'Det fungerar hos oss. Börja med en grupp.',
    need: 'Vi väntar på bilar varje morgon, mest på vintern.',
    contact: 'Enhetschef Park',
    diary: 'VOO 2026-0412',
    taker: 'Kommundirektören',
    coreSame: 'Var tredje cykel är laddad.\nSamma app för att boka.\nEn person har hand om nycklarna.',
    coreOwn: 'Var cyklarna står, och vem som får boka först.',
    coreFirst: 'Ett låst rum med eluttag.',
    ownWay: 'Vi har lastcyklar, för vi kör redskap.',
    better: 'Färre väntar på bil: sex om dagen blev två.',
  },
  en: {
    title: 'Shared bicycles in home care',
    problem: 'Staff wait for cars every morning. Visits to the elderly start late, and people feel stressed.',
    solution: 'Buy three electric bicycles for the whole group to share.',
    evidence: 'We counted for two weeks: six people waited a quarter of an hour a day.',
    question: 'How many bicycles do you think are needed?',
    answer: 'Three are enough to begin with.\nThey can stand in the bicycle room.',
    reason: 'We have already ordered more cars for the autumn, and they solve the same problem.',
    tryAgain: 'If the cars are not enough when summer is over.',
    done: 'Three electric bicycles stand in the bicycle room. Everyone in the group can borrow them.',
    workplace: 'Workplace meeting, Home care South',
    source: 'https://teams.microsoft.com/l/message/19:abc@thread.v2/1600000000000',
    comment: 'We have the same problem in Home care North. May we take part in the test?',
    tried: 'Ten people cycled to their visits for three months.',
    lesson: 'The bicycles saved time in summer. In winter it was too slippery, and they were left standing.',
    went: 'The bicycles are used every day from April to October. Two more groups want their own.',
    progress: 'The bicycles are ordered and come in May.',
    thanks: 'We have been waiting for this. Well thought!',
    opinion: 'It works here. Begin with one group.',
    need: 'We wait for cars every morning, most of all in winter.',
    contact: 'Manager of Parks',
    diary: 'VOO 2026-0412',
    taker: 'The chief executive',
    coreSame: 'Every third bicycle is charged.\nOne app to book them.\nOne person keeps the keys.',
    coreOwn: 'Where the bicycles stand, and who may book first.',
    coreFirst: 'A locked room with sockets.',
    ownWay: 'We have cargo bicycles, because we carry tools.',
    better: 'Fewer wait for a car: six a day became two.',
  },
};

/** Longer than anybody should write, and shorter than they may. */
const long: Record<Language, { title: string; sentence: string }> = {
  sv: {
    title:
      'Samordnad schemaläggning av hembesök, hjälpmedelsleveranser och läkemedelsgenomgångar i hela äldreomsorgen från maj',
    sentence:
      'Varje morgon ringer personalen runt till flera enheter för att ta reda på vem som redan har varit hos brukaren, och ändå blir det ofta fel. ',
  },
  en: {
    title:
      'Joint scheduling of home visits, deliveries of assistive equipment and medication reviews in all elderly care from May',
    sentence:
      'Every morning the staff call several units to find out who has already visited the care recipient, and still it often goes wrong. ',
  },
};

/** As little as one can write. */
const bare: Record<Language, Content> = {
  sv: {
    ...{ title: 'Cyklar', problem: 'Bilar.', solution: '', evidence: '', question: '?', answer: 'Tre.' },
    ...{ workplace: '', source: '', comment: 'Ja.', reason: 'Nej.', tryAgain: '', tried: 'Allt.', lesson: 'Nej.' },
    ...{
      done: 'Ja.',
      went: 'Bra.',
      progress: 'Bra.',
      opinion: '',
      thanks: '',
      need: '',
      contact: '',
      diary: '',
      taker: 'A',
    },
    ...{ coreSame: 'A', coreOwn: '', coreFirst: '', ownWay: 'A', better: 'A' },
  },
  en: {
    ...{ title: 'Cycles', problem: 'Cars.', solution: '', evidence: '', question: '?', answer: 'Three.' },
    ...{ workplace: '', source: '', comment: 'Yes.', reason: 'No.', tryAgain: '', tried: 'All.', lesson: 'No.' },
    ...{
      done: 'Yes.',
      went: 'Well.',
      progress: 'Well.',
      opinion: '',
      thanks: '',
      need: '',
      contact: '',
      diary: '',
      taker: 'A',
    },
    ...{ coreSame: 'A', coreOwn: '', coreFirst: '', ownWay: 'A', better: 'A' },
  },
};

/** Titles of ideas, for lists. */
export const everydayTitles: Record<Language, readonly string[]> = {
  sv: [
    'Delade cyklar i hemtjänsten',
    'Läxhjälp på biblioteket',
    'Belysta skolvägar',
    'Bokningsbara mötesrum i stadshuset',
    'Gemensam matlåda på äldreboendet',
    'Återbruk av skolmöbler',
    'Digital vägvisare på badhuset',
  ],
  en: [
    'Shared bicycles in home care',
    'Homework help at the library',
    'Lit roads to school',
    'Meeting rooms to book in the town hall',
    'A shared meal at the home for the elderly',
    'School furniture used again',
    'A digital guide at the swimming hall',
  ],
};

/** What somebody calls a department that there is none of. */
export const unknownPlace: Record<Language, string> = { sv: 'rymden', en: 'space' };

const all = (write: (limit: number, key: WordKey) => string): Content =>
  Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, write(limit, key as WordKey)])) as Content;

export const typicalContent = (language: Language): Content => typical[language];

export const bareContent = (language: Language): Content => bare[language];

export function longContent(language: Language): Content {
  const { title, sentence } = long[language];
  const paragraph = sentence.repeat(3).trim();
  const text = `${paragraph}\n${paragraph}`;
  return all((limit, key) => (key === 'title' ? title.slice(0, limit) : text.slice(0, limit)));
}

/** Code, markup, another alphabet, and a word that no line can break. */
export const hostileContent: Content = all((limit) => `${longWord(50)} ${hostile}`.slice(0, limit).trim());

/** What other systems call places that the organisation file knows by no such name. */
export const unknownNames = [
  { name: 'Miljöförv', people: 14 },
  { name: 'Park o natur', people: 6 },
  { name: 'Konsulter', people: 1 },
];

/** Everything that people write in the samples of this language that are not hostile. */
export const writtenIn = (language: Language): string[] => [
  ...[typical[language], bare[language], longContent(language)].flatMap((content) => Object.values(content)),
  ...everydayTitles[language],
  unknownPlace[language],
  ...unknownNames.map(({ name }) => name),
  ...sixtyTexts(language),
];

/** A file of operators', and what is said of it in their words: the same in every language. */
export const faultyFile = {
  file: '/etc/idelotsen/organisation.json',
  fault: { path: 'departments[0].headcount', message: 'Write at least 0.' },
};
