import { z } from 'zod';
import { code, NOT_EMPTY, text } from '../schema-fields.js';

/** What the organisation file says of the sources that tell who works where. */

/** As many of the sources' names as are given a place by hand: a large city's personnel system has a few hundred that no file knows. */
export const MOST_PLACE_RULES = 3000;
const MOST_WORDS = 20;

/** A place as it stands in presses and lists: `VOO`, or with a unit `VOO.HTN`. */
export const placeCode = z
  .string()
  .trim()
  .min(1, NOT_EMPTY)
  .max(81)
  .regex(/^[^.|]+(\.[^.|]+)?$/, 'Write the code of a department, for example "VOO", or with a unit "VOO.HTN".');

const places = z
  .record(text, z.union([placeCode, z.null()]))
  .refine((rules) => Object.keys(rules).length <= MOST_PLACE_RULES, `Write at most ${MOST_PLACE_RULES} names.`)
  .default({})
  .meta({
    description:
      'What the sources call a department or a unit, where that is no name, code or alias in this file: {"Miljöförv": "MIL"}. null: nobody there belongs to any of them.',
  });

/** Words that a cell has where it says yes. */
const yes = (...usual: string[]) => z.array(text).max(MOST_WORDS).default(usual);

/** What the columns of a file are called; each that is left out has its usual names. */
const column = text.optional();

const file = z.strictObject({
  delimiter: z.enum([';', ',', '\t', '|']).optional().meta({
    description: 'What stands between the columns. Left out: what divides the headings into most.',
  }),
  encoding: z.enum(['utf-8', 'windows-1252']).optional().meta({
    description: 'How letters are written. Left out: UTF-8 where the file is that, else Windows-1252.',
  }),
  columns: z
    .strictObject({ email: column, department: column, unit: column, away: column, protected: column })
    .prefault({})
    .meta({ description: 'What the columns are called, where that is not the usual. Others are never read.' }),
  awayWhen: yes('ja', 'yes', 'x', '1', 'true', 'tjänstledig', 'frånvarande').meta({
    description: 'What stands in the column "away" of somebody who is away, in any case.',
  }),
  protectedWhen: yes('ja', 'yes', 'x', '1', 'true', 'skyddad', 'skyddade personuppgifter').meta({
    description:
      'What stands in the column "protected" of somebody with protected personal data, in any case. Whatever else stands there protects too, unless it says no: nej, no, n, ej, 0, false, falskt, - or nothing.',
  }),
});

/** In which fields of Microsoft Entra places may stand. */
const entraField = z.enum(['department', 'companyName', 'officeLocation']);

const groupId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
    'Write the object id of a group in Microsoft Entra, a GUID.',
  );

/** Posts of a place, and those of the whole municipality. */
const placePosts = ['leaders', 'deputies', 'managers'] as const;
const wholePosts = ['innovationOffice', 'registrars'] as const;
export type GroupPost = (typeof placePosts)[number] | (typeof wholePosts)[number];
/** Each department's three, and some of units. */
const MOST_GROUPS = 3000;

/** Who has a post: the members of a group. */
const groupRule = z
  .strictObject({
    post: z.enum([...placePosts, ...wholePosts]),
    department: code.optional().meta({ description: 'Whose post it is; left out of innovationOffice and registrars.' }),
    unit: code.optional(),
    group: groupId.meta({ description: 'The object id of the group in Microsoft Entra.' }),
    title: text.meta({ description: 'What stands beside their names: "Innovationsledare".' }),
  })
  .refine(({ post, department }) => (department === undefined) === wholePosts.some((one) => one === post), {
    path: ['department'],
    message: 'Leaders, deputies and managers are of a department, innovationOffice and registrars of none.',
  })
  .refine(({ unit, department }) => unit === undefined || department !== undefined, {
    path: ['unit'],
    message: 'Write the department that the unit belongs to.',
  });
export type GroupRule = z.output<typeof groupRule>;

/** A post by its code: `MIL.leaders`, `VOO.HTN.managers`, `registrars`. */
export const postCode = ({ post, department, unit }: Pick<GroupRule, 'post' | 'department' | 'unit'>): string =>
  [...(department ? [department] : []), ...(unit ? [unit] : []), post].join('.');

const groupRules = z
  .array(groupRule)
  .max(MOST_GROUPS)
  .superRefine((rules, context) => {
    const seen = new Set<string>();
    for (const [at, rule] of rules.entries()) {
      if (seen.has(postCode(rule)))
        context.addIssue({ code: 'custom', path: [at], message: 'This post has a group already: keep one of them.' });
      seen.add(postCode(rule));
    }
  });

const graph = z
  .strictObject({
    department: entraField.default('department').meta({ description: 'The field that says the department.' }),
    unit: entraField.optional().meta({ description: 'The field that says the unit, where one does.' }),
    protectedGroup: groupId.optional().meta({
      description: 'The object id of the group whose members have protected personal data.',
    }),
    posts: groupRules.optional().meta({
      description:
        'Posts that the members of a group have. Where this file names people for one of them, they count instead; in the chat such a post is not changed.',
    }),
  })
  .refine(({ department, unit }) => department !== unit, {
    path: ['unit'],
    message: 'The department stands in this field: write another, or leave it out.',
  });

export const sourcesSchema = z.strictObject({
  places,
  file: file.optional().meta({
    description: 'A file from the personnel system, one row for each person. {} where its columns have usual names.',
  }),
  graph: graph.optional().meta({ description: 'The municipality’s directory in Microsoft Entra, by Microsoft Graph.' }),
});

export type Sources = z.output<typeof sourcesSchema>;
export type PlaceRules = Sources['places'];
export type FileSource = NonNullable<Sources['file']>;
export type GraphSource = NonNullable<Sources['graph']>;

/** Whether a group says who is in the innovation office. */
export const officeIsGroup = (sources: Sources | undefined): boolean =>
  sources?.graph?.posts?.some(({ post }) => post === 'innovationOffice') ?? false;
