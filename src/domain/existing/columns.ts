import { plain } from '../language/spelling.js';
import type { ExistingStage } from './enter.js';

/** What a file of existing tests and solutions can say of each: one column each. */
export const columns = [
  'id',
  'department',
  'title',
  'problem',
  'solution',
  'stage',
  'result',
  'contact',
  'start',
  'end',
  'by',
] as const;
export type Column = (typeof columns)[number];

/** What each is called where nothing else is said, in any case and with or without å, ä and ö; the first is what faults call it. */
export const usualHeadings: { readonly [C in Column]: readonly [string, ...string[]] } = {
  id: ['Id', 'Nummer', 'Nr', 'Number', 'No'],
  department: ['Förvaltning', 'Bolag', 'Förvaltning eller bolag', 'Department', 'Company'],
  title: ['Namn', 'Titel', 'Rubrik', 'Name', 'Title'],
  problem: ['Behov', 'Problem', 'Need'],
  solution: ['Lösning', 'Så gör vi', 'Beskrivning', 'Solution', 'What we do', 'Description'],
  stage: ['Läge', 'Steg', 'Status', 'Stage'],
  result: ['Resultat', 'Lärdom', 'Lärdomar', 'Det här lärde vi oss', 'Result', 'Lesson', 'What we learned'],
  contact: ['Kontakt', 'Kontaktperson', 'E-post', 'Contact', 'E-mail'],
  start: ['Sedan', 'Start', 'Började', 'Since'],
  end: ['Slut', 'Testas till', 'Slutar', 'End', 'Until'],
  by: ['Inlagd av', 'Entered by'],
};

/** Without these a row says too little of anything. */
const required: readonly Column[] = ['title', 'problem', 'stage'];

/** Where each column that is there stands, from 0; or why the file cannot be read. */
export type FoundColumns =
  | { ok: true; at: Partial<Record<Column, number>>; ignored: string[] }
  | { ok: false; faults: string[] };

/**
 * The columns of a file by its headings. `named`: what a column is called in this file, where that is not the usual. A column
 * that nobody knows is left out and told of.
 */
export function findColumns(
  headings: readonly string[],
  named: Partial<Record<Column, string>>,
  hasDepartment: boolean,
): FoundColumns {
  const written = headings.map((heading) => plain(heading).trim());
  const at: Partial<Record<Column, number>> = {};
  const faults: string[] = [];
  for (const column of columns) {
    const name = named[column];
    const called = name === undefined ? usualHeadings[column] : [name];
    const found = written.flatMap((heading, place) =>
      called.some((one) => plain(one).trim() === heading) ? [place] : [],
    );
    const [first, second] = found;
    if (second !== undefined) {
      const both = found.map((place) => `“${headings[place]}”`).join(' and ');
      faults.push(`${both} may both be ${column}: say which with --columns`);
    } else if (first !== undefined) at[column] = first;
    else if (name !== undefined) faults.push(`there is no column “${name}”, which --columns names as ${column}`);
    else if (required.includes(column) || (column === 'department' && !hasDepartment)) {
      faults.push(`there is no column for ${column}: call it “${called[0]}”, or name it with --columns`);
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  const known = new Set(Object.values(at));
  return { ok: true, at, ignored: headings.filter((heading, place) => heading !== '' && !known.has(place)) };
}

/** How a stage is written, in plain spelling. */
const stageWords: { readonly [S in ExistingStage]: readonly string[] } = {
  piloting: [
    'testas',
    'testas nu',
    'test',
    'pilot',
    'pagar',
    'provas',
    'being tested',
    'tested',
    'testing',
    'piloting',
  ],
  inUse: ['anvands', 'i bruk', 'infort', 'infors', 'klar', 'in use', 'used', 'using', 'inuse'],
  closed: ['avslutad', 'avslutat', 'provad', 'provat', 'slutat', 'larde oss', 'closed', 'ended', 'tried', 'stopped'],
};

export const stageFrom = (written: string): ExistingStage | undefined =>
  (Object.keys(stageWords) as ExistingStage[]).find((stage) => stageWords[stage].includes(plain(written).trim()));
