import { z } from 'zod';
import { byLanguage } from '../languages.js';

/** What the statements tell of, in the order in which results are shown. */
export const dimensions = [
  ...(['culture', 'structure', 'ability', 'leadership', 'resources', 'learning', 'collaboration'] as const),
] as const;
export type Dimension = (typeof dimensions)[number];

/** How far a statement is true: the first five words of the scale, from "not at all" on, and the last, which says that one does not know. */
export const STEPS = 5;
/** As many as three minutes are enough for, and as many as a press has fields for. */
export const STATEMENTS = 13;

const sentence = z.string().trim().min(1).max(200);

const statement = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write at most 40 small letters a to z, digits and -, and a letter first.')
      .meta({ description: 'A short code that never changes: by it one year is compared with the next.' }),
    dimension: z.enum(dimensions).meta({ description: 'What it tells of.' }),
    ...byLanguage(() => sentence),
    beside: z
      .strictObject(byLanguage(() => sentence.nullable()))
      .meta({ description: 'What the bot measures of the same; null where it measures nothing of it.' }),
    basedOn: z.string().trim().max(300).optional().meta({ description: 'Where it comes from. Not shown.' }),
  })
  .meta({ id: 'Statement' });

export type WrittenStatement = z.output<typeof statement>;

/** config/capability.json, with which the product comes. config/capability.schema.json is made from here (dev/generators/capability-schema.ts). */
export const surveyFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    scale: z
      .strictObject(byLanguage(() => z.array(sentence).length(STEPS + 1)))
      .meta({ description: 'The answers, from "not at all" to "entirely", and last that one does not know.' }),
    screens: z
      .array(z.string())
      .length(STATEMENTS)
      .meta({ description: 'In which order the statements are asked, by their ids. They are shown on three screens.' }),
    statements: z.array(statement).length(STATEMENTS),
  })
  .refine(
    ({ screens, statements }) =>
      new Set(screens).size === STATEMENTS && statements.every(({ id }) => screens.includes(id)),
    { path: ['screens'], message: 'Name each statement once.' },
  );

export type WrittenSurvey = z.output<typeof surveyFileSchema>;
