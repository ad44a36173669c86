import { z } from 'zod';
import { matters } from '../language/matters.js';
import { slug } from '../language/spelling.js';
import { byLanguage, firstLanguage, languageCodes } from '../languages.js';
import { ownMethodsSchema } from '../method/method-schema.js';
import { calendarSchema } from './calendar/calendar-schema.js';
import { retention } from './retention/retention-schema.js';
import {
  award,
  beforeTest,
  code,
  contact,
  contacts,
  delegation,
  domain,
  eventSystem,
  LONGEST_LINK,
  localised,
  localisedOf,
  managers,
  measuring,
  mostInFile,
  NOT_EMPTY,
  sharing,
  smallTest,
  text,
} from './schema-fields.js';
import { officeIsGroup, sourcesSchema } from './sources/sources-schema.js';

/**
 * The organisation file, and at the same time the type of an organisation. What a reader of the file sees
 * (config/organisation.schema.json) is generated from here by dev/generators/organisation-schema.ts.
 *
 * Lenient where files may reasonably differ: one text stands for all languages, the first one's for a later one that is
 * left out, lists may be left out, and codes that nobody types may too. A key that is not known is a fault, because "leader" for "leaders" would lose people.
 */

/** What departments and units have in common. */
const place = {
  code,
  name: localised,
  aliases: z
    .array(text)
    .max(mostInFile.aliases)
    .default([])
    .meta({ description: 'Other words that people look for it by, for example "hemtjänst".' }),
  headcount: z.int().min(0).max(1_000_000),
  leaders: contacts.meta({ description: 'Innovation leaders: get every new idea and decide.' }),
  deputies: contacts.meta({ description: 'Decide while no leader can.' }),
  managers: managers.meta({ description: 'Get the past week, and read.' }),
};

const unit = z.strictObject(place).meta({
  id: 'Unit',
  description: "A part of a department. Its leaders and deputies act for the department's ideas.",
});

/** A code that a department has had, with the name by which it is still known. */
const earlier = z
  .union([code, z.strictObject({ code, name: localised.exactOptional() })], {
    error: 'Write a code, or { "code": "…", "name": … }.',
  })
  .transform((one) => (typeof one === 'string' ? { code: one } : one))
  .meta({ id: 'Earlier', description: 'A code of before, or { code, name }.' });

const department = z
  .strictObject({
    ...place,
    kind: z.enum(['department', 'company']).default('department'),
    board: localised.optional().meta({
      description:
        'The board that the department answers to, for example "Äldrenämnden": decisions on money are listed by it. Departments whose board is called the same are listed together. Left out: the department is listed by itself.',
    }),
    units: z.array(unit).max(mostInFile.unitsInDepartment).default([]),
    readFirst: z.boolean().default(false).meta({
      description: 'An idea is read by others only when an innovation leader of the department has read it.',
    }),
    headcounts: z
      .record(z.string().regex(/^20\d\d$/, 'Write a year, for example "2025".'), z.int().min(0).max(1_000_000))
      .optional()
      .meta({
        description:
          'How many worked there in earlier years, by year, where that was another number: { "2025": 410 }. Ideas by the hundred are counted by it.',
      }),
    costLimit: z.int().min(0).max(100_000_000).default(100_000).meta({
      description: 'Up to so many SEK the managers decide on money for a test; above it, the innovation office.',
    }),
    delegation: delegation.optional(),
    earlier: z.array(earlier).max(mostInFile.earlierCodes).default([]).meta({
      description:
        'Codes that this department has had before, and those of departments that are a part of it now, perhaps with their names: what is stored under them is its own. A department that is closed stands with whoever takes over its ideas.',
    }),
  })
  .meta({ id: 'Department' });

/** Gives what has a name but no code a code made from its name in the first language. */
function withCode<T extends { code?: string | undefined; name: string | Localised }>(
  entry: T,
  context: z.RefinementCtx,
) {
  const name = typeof entry.name === 'string' ? entry.name : entry.name[firstLanguage];
  const made = entry.code ?? slug(name).slice(0, 40);
  if (made === '') {
    context.addIssue({ code: 'custom', path: ['code'], message: 'No code can be made from this name: write a code.' });
  }
  return { ...entry, code: made };
}

const goal = z.strictObject({ code: code.optional(), name: localised }).transform(withCode);

const otherChannel = z
  .strictObject({
    code: code.optional(),
    name: localised,
    for: localised.optional().meta({ description: 'What belongs there: faults, incidents, whistleblowing.' }),
    keywords: z.array(text).max(mostInFile.keywords).default([]).meta({
      description:
        'Words by which the bot knows that something belongs there, in any form: "avvikelse". Left out: the usual words for what the channel is for.',
    }),
    matters: z.array(z.enum(matters)).optional().meta({
      description: 'What the channel is for, where its code and name do not say it.',
    }),
    link: z
      .string()
      .trim()
      .max(LONGEST_LINK)
      .regex(/^(https:\/\/\S+|mailto:\S+@\S+)$/i, 'Write a link that begins with https:// or mailto:.'),
  })
  .transform(withCode);

const sentences = localisedOf(z.string().trim().min(1, NOT_EMPTY).max(600));

const municipality = z
  .strictObject({
    code: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Write at most 40 of a to z, 0 to 9 and hyphen, for example "soderhamra".')
      .meta({ description: 'Part of every storage key, so never change it. Made from the name when left out.' })
      .optional(),
    name: text,
    defaultLanguage: z.enum(languageCodes).default(firstLanguage),
    innovationOffice: localised
      .optional()
      .meta({ description: 'What the innovation office is called, where there is one.' }),
  })
  .transform(withCode);

const digest = z.strictObject({
  day: z.int().min(1).max(7).default(1).meta({ description: 'ISO day of the week: 1 is Monday, 7 is Sunday.' }),
  hour: z.int().min(0).max(23).default(8),
  timeZone: z
    .string()
    .refine(isTimeZone, 'Write a time zone of the IANA database, for example Europe/Stockholm.')
    .default('Europe/Stockholm'),
});

/** A small municipality may be one alone. */
const NO_DEPARTMENT =
  'The list is empty: add at least one with code, name and headcount. Where the municipality is not divided, it is one department itself.';

const days = (usual: number) => z.int().min(1).max(365).default(usual);

export const organisationSchema = z
  .strictObject({
    $schema: z.string().optional(),
    municipality,
    goals: z.array(goal).max(mostInFile.goals).default([]),
    otherChannels: z.array(otherChannel).max(mostInFile.otherChannels).default([]),
    purpose: sentences.optional().meta({
      description: 'Why the municipality wants ideas, in two sentences of its own: shown in the welcome and in help.',
    }),
    answers: z
      .strictObject({
        pay: sentences,
        rights: sentences,
        law: sentences,
        anonymity: sentences,
        time: sentences,
        money: sentences,
      })
      .partial()
      .default({})
      .meta({
        description:
          'What is answered to questions about pay, rights, the law, anonymity, working time and money. What is left out sends to the innovation office.',
      }),
    departments: z.array(department).min(1, NO_DEPARTMENT).max(mostInFile.departments),
    domains: z.array(domain).max(mostInFile.domains).optional().meta({
      description:
        "The municipality's own mail domains. Whoever is named by address has one of these, is in this file, or has met the bot. Left out: the domains of the addresses in this file.",
    }),
    innovationOffice: contacts.meta({
      description: 'Reads everything, and gets the ideas that nobody else can decide on.',
    }),
    officeDelegation: delegation.optional(),
    lastResort: contact
      .optional()
      .meta({ description: 'Does all that the innovation office does where there is none. Needed only then.' }),
    registrars: contacts.meta({
      description: 'Keep the records: may read texts that are hidden or taken back, which the record then says.',
    }),
    digest: digest.prefault({}).meta({ description: 'When managers get the past week.' }),
    retention: retention
      .prefault({})
      .meta({ description: 'What is kept of somebody who has their data erased, and of ideas that have ended.' }),
    smallTest: smallTest.prefault({}).meta({ description: 'When a test is a small one.' }),
    calendar: calendarSchema.prefault({}).meta({
      description: 'On which days nobody is asked to answer, reminded or sent collected news.',
    }),
    sources: sourcesSchema.optional().meta({
      description: 'Where it comes from who works where. Left out: each person chooses it.',
    }),
    award: award.optional(),
    sharing: sharing.optional(),
    measuring: measuring.optional(),
    methods: ownMethodsSchema.optional(),
    eventSystem: eventSystem.optional(),
    beforeTest: beforeTest.optional(),
    procurement: contact
      .optional()
      .meta({ description: 'Whom to ask when a plan needs something bought: shown on its card.' }),
    leadingHours: z.int().min(1).max(40).default(2).meta({
      description: 'About how many hours a week it takes to lead the work on an idea: whoever is asked to reads it.',
    }),
    answerDays: z
      .strictObject({
        leader: days(14),
        submitter: days(14),
        driver: days(30),
        doer: days(7),
        funder: days(14),
        owner: days(14),
      })
      .prefault({})
      .meta({ description: 'How many days each has to answer before a reminder.' }),
  })
  .transform(({ $schema: _, municipality: { innovationOffice: named, ...municipality }, ...organisation }) => {
    // Without an office it is called what the one is who stands in for it; a file that names neither is refused elsewhere.
    const title = organisation.lastResort?.title ?? '';
    const hasOffice = organisation.innovationOffice.length > 0 || (officeIsGroup(organisation.sources) && named);
    const office = hasOffice ? named : byLanguage(() => title);
    return { ...organisation, municipality: { ...municipality, innovationOffice: office ?? byLanguage(() => '') } };
  })
  .meta({ title: 'The organisation file of Idélotsen' });

export type Organisation = z.output<typeof organisationSchema>;
/** What only the municipality can say. */
export type AnswerName = keyof Organisation['answers'];
export type Department = Organisation['departments'][number];
/** What a department has been called by before. */
export interface EarlierCode {
  code: string;
  name?: Localised;
}
export type Unit = Department['units'][number];
export type Contact = Organisation['innovationOffice'][number];
export type OtherChannel = Organisation['otherChannels'][number];
export type Goal = Organisation['goals'][number];
export type Localised = z.output<typeof localised>;

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
