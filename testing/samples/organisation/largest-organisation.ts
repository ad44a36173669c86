import { slug } from '../../../src/domain/language/spelling.js';
import type { Organisation } from '../../../src/domain/organisation/organisation.js';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file.js';
import { mostInFile } from '../../../src/domain/organisation/schema-fields.js';
import { exampleFile } from './example-organisation.js';

type Raw = Record<string, unknown>;
interface RawFile extends Raw {
  departments: (Raw & { code: string; units?: Raw[] })[];
  otherChannels: Raw[];
  goals: Raw[];
}

/** `ordinary`: as departments and people are called; `longest`: as the schema allows, in letters of two bytes. */
export type NameLength = 'ordinary' | 'longest';

const LONGEST_NAME = 200;
/** As long as an address may be: 64 before the @, 254 in all. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;

const DOMAIN = 'soderhamra.example';

const places = [
  'Hemtjänst',
  'Förskolan',
  'Vårdcentralen',
  'Enheten för teknik och drift',
  'Grundskolan',
  'Biblioteket',
];
const quarters = ['Söder', 'Norra staden', 'Ekbacken', 'Östra Ängsgården', 'Väster', 'Lillåkra'];

/** Names, each with its number. */
const namer = (length: NameLength) => {
  const filled = (name: string): string => (length === 'longest' ? name.padEnd(LONGEST_NAME, ' åäö') : name).trimEnd();
  return {
    place: (n: number) => filled(`${places[n % places.length]} ${quarters[n % quarters.length]} ${n}`),
    text: (text: string) => filled(text),
  };
};

const upTo = <T>(most: number, first: readonly T[], more: (n: number) => T): T[] => [
  ...first.slice(0, most),
  ...Array.from({ length: Math.max(0, most - first.length) }, (_, n) => more(first.length + n)),
];

/**
 * The example organisation grown to all that the schema allows: departments, units, goals, channels and texts. Its
 * department VOO has as many units and as many people in each post as one can have; elsewhere a place has one
 * of each, for no card shows the people of two departments, and half a million people take minutes to read.
 */
export function largestOrganisation(length: NameLength): Organisation {
  const name = namer(length);
  const file = exampleFile() as RawFile;
  const contact = (post: string) => (n: number) => {
    const local = `${slug(post)}.${n}`.padEnd(length === 'longest' ? LONGEST_LOCAL : 0, 'x');
    const room = length === 'longest' ? LONGEST_ADDRESS - LONGEST_LOCAL - DOMAIN.length - 1 : 0;
    const email = `${local}@${'forvaltning.'.repeat(room / 12)}${DOMAIN}`;
    return { name: name.text(`${post} ${n}`), email, title: name.text(post) };
  };
  const people = (post: string, most: number) => Array.from({ length: most }, (_, n) => contact(post)(n));
  const one = (n: number, code: string) => ({
    code,
    name: name.place(n),
    headcount: 40,
    leaders: [contact('Ledare')(n)],
    managers: [contact('Chef')(n)],
  });
  const grown = (department: Raw & { units?: Raw[] }, at: number): Raw => ({
    ...department,
    ...(length === 'longest' && { name: name.place(at) }),
    ...(at === VOO && {
      leaders: people('Innovationsledare', mostInFile.contacts),
      deputies: people('Ersättare', mostInFile.contacts),
      managers: people('Förvaltningschef', mostInFile.managers),
      units: upTo(mostInFile.unitsInDepartment, department.units ?? [], (n) => one(n, `V${n}`)),
    }),
  });
  const VOO = file.departments.findIndex(({ code }) => code === 'VOO');
  const departments = upTo<Raw>(mostInFile.departments, file.departments.map(grown), (n) => one(n, `F${n}`));
  let left =
    mostInFile.units - departments.reduce((sum, { units }) => sum + ((units as Raw[] | undefined)?.length ?? 0), 0);
  for (const [at, department] of departments.entries()) {
    if (department.units !== undefined || left <= 0) continue;
    const some = Math.min(left, mostInFile.unitsInDepartment / 100);
    department.units = Array.from({ length: some }, (_, n) => one(n, `E${at}N${n}`));
    left -= some;
  }
  const parsed = parseOrganisation({
    ...file,
    departments,
    goals: upTo(mostInFile.goals, file.goals, (n) => ({ name: name.text(`Mål ${n}`) })),
    otherChannels: upTo(mostInFile.otherChannels, file.otherChannels, (n) => ({
      name: name.text(`Ärendekanalen ${n}`),
      for: name.text('Något som har en egen väg'),
      link: `https://kanal-${n}.soderhamra.example/${'a'.repeat(length === 'longest' ? 250 : 20)}`,
    })),
    purpose: 'Vi vill att alla som möter invånarna ska kunna ändra det som inte fungerar. '.repeat(
      length === 'longest' ? 7 : 1,
    ),
    innovationOffice: upTo(mostInFile.contacts, file.innovationOffice as Raw[], contact('Utvecklare')),
    registrars: people('Registrator', mostInFile.contacts),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 5)));
  return parsed.organisation;
}
