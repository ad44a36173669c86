import type { TextKey } from '../../../text/index.js';
import type { QuestionRow } from './row.js';

/** How people ask what a word means. */
const asked = [
  'vad betyder|menas|innebar',
  'vad ar|gor',
  'vad ar|skillnaden|skillnad pa|mellan',
  'forklara|beskriv',
  'what does',
  'what is|s|are',
  'explain',
];

/** A word that cards use, as people write it, and what is said of it. */
const term = (answer: TextKey, ...words: string[]): QuestionRow => ({
  phrases: words.flatMap((word) => asked.map((ask) => `${ask} ${word}`)),
  answer,
  next: 'help',
  strict: true,
});

/** The words that cards use: a new one is a row and a text. */
export const termRows = {
  'means.leading': term('term.leading', 'driva|driver|drivare', 'leda|leder arbetet', 'driving|driver|leading|lead'),
  'means.owning': term('term.owning', 'aga|agare|agaren', 'ansvara|ansvarar vardagen', 'responsible', 'owner|owning'),
  'means.deputy': term('term.deputy', 'ersattare~', 'deputy|deputies'),
  'means.leader': term('term.leader', 'innovationsledare~|inovationsledare~', 'innovation leader'),
  'means.office': term('term.office', 'innovationskontor~', 'innovation office'),
  'means.department': term('term.department', 'forvaltning~', 'department|departments'),
  'means.submitter': term('term.submitter', 'idegivar~', 'submitter'),
  'means.submitted': term('term.submitted', 'inskickad|inskickat', 'submitted'),
  'means.doing': term('term.doing', 'gors nu', 'being done'),
  'means.exploring': term('term.exploring', 'utforska~', 'exploring|explored|explore'),
  'means.planning': term('term.planning', 'planera~|planering', 'planning|planned'),
  'means.piloting': term('term.piloting', 'testas|testa|test|testet|pilot', 'piloting|pilot|testing|tested'),
  'means.scaling': term('term.scaling', 'infors|infora|inforande|skala', 'adopting|adopted|introducing|scaling|scaled'),
  'means.inUse': term('term.inUse', 'anvands', 'in use'),
  'means.closed': term('term.closed', 'avslutad|avslutas|avslutat', 'closed'),
  'means.withdrawn': term('term.withdrawn', 'tillbakadragen|tillbakadraget', 'withdrawn'),
} as const satisfies Record<string, QuestionRow>;
