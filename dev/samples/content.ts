import type { Language } from '../../src/domain/person';
import { limits, type WordKey } from '../../src/domain/words';
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

const all = (write: (limit: number, key: WordKey) => string): Content =>
  Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, write(limit, key as WordKey)])) as Content;

export const typicalContent = (language: Language): Content => typical[language];

export function longContent(language: Language): Content {
  const { title, sentence } = long[language];
  const paragraph = sentence.repeat(3).trim();
  const text = `${paragraph}\n${paragraph}`;
  return all((limit, key) => (key === 'title' ? title.slice(0, limit) : text.slice(0, limit)));
}

/** Code, markup, another alphabet, and a word that no line can break. */
export const hostileContent: Content = all((limit) => `${longWord(50)} ${hostile}`.slice(0, limit).trim());
