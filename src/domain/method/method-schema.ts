import { z } from 'zod';
import { byLanguage, firstLanguage, isAlwaysWritten, type Language } from '../languages.js';

/** The stages at which a method helps, by their names (domain/idea/stages.ts). */
export const methodStages = ['exploring', 'doing', 'planning', 'piloting', 'scaling', 'inUse'] as const;

/** What an idea needs that a method ends in: parts of "Det här behövs" by their names, and the lesson that is told at an end. */
export const methodFills = [
  ...(['concerned', 'source', 'expectation', 'worth', 'cost', 'activity', 'time', 'sign', 'goal'] as const),
  ...(['partners', 'procurement', 'agreement', 'result', 'used', 'core', 'lesson'] as const),
] as const;

/** As many steps as two screens of a phone show. */
export const mostSteps = 6;
/** More than these are searched, not chosen. */
const MOST_METHODS = 24;
/** Beside its name in a list. */
const LONGEST_TIME = 80;

const line = z.string().trim().min(1).max(300);

const methodText = z
  .strictObject({
    name: z.string().trim().min(1).max(60).meta({ description: 'What it is called.' }),
    when: line.meta({ description: 'When it helps, as a sentence.' }),
    who: line.meta({ description: 'Who does it.' }),
    time: z.string().trim().min(1).max(LONGEST_TIME).meta({ description: 'How long it takes.' }),
    gives: line.meta({ description: 'What there is afterwards.' }),
    steps: z.array(line).min(2).max(mostSteps),
    done: line.meta({ description: 'By what one sees that it is done.' }),
  })
  .meta({ id: 'MethodText' });

export type MethodText = z.output<typeof methodText>;

const written = (language: Language) => (isAlwaysWritten(language) ? methodText : methodText.optional());

/** A way to find an answer that an idea needs, which people can follow without anybody to teach them. */
export const methodSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write at most 40 small letters a to z, digits and -, and a letter first.')
      .meta({ description: 'A short code that never changes, for example "five-talks".' }),
    stages: z
      .array(z.enum(methodStages))
      .min(1)
      .meta({ description: 'The stages at which it helps, the usual one first.' }),
    fills: z.enum(methodFills).meta({ description: 'What the idea has that it did not have before.' }),
    family: z.string().trim().max(300).optional().meta({ description: 'Where it comes from. Not shown.' }),
    ...byLanguage(written),
    [firstLanguage]: methodText,
  })
  .meta({ id: 'Method' });

export type WrittenMethod = z.output<typeof methodSchema>;

export type MethodStage = (typeof methodStages)[number];
export type MethodFill = (typeof methodFills)[number];

/** config/methods.json, with which the product comes. config/methods.schema.json is made from here (dev/generators/methods-schema.ts). */
export const methodsFileSchema = z.strictObject({
  $schema: z.string().optional(),
  methods: z.array(methodSchema).min(1).max(MOST_METHODS),
});

/** What a municipality changes of the methods that the product comes with, in its organisation file. */
export const ownMethodsSchema = z
  .strictObject({
    hidden: z
      .array(z.string().trim().min(1).max(40))
      .max(MOST_METHODS)
      .default([])
      .meta({ description: 'Ids of methods that are not shown.' }),
    own: z
      .array(methodSchema)
      .max(MOST_METHODS)
      .refine(
        (all) => new Set(all.map(({ id }) => id)).size === all.length,
        'Two methods have the same id: change one.',
      )
      .default([])
      .meta({
        description: 'Methods of your own. One with the id of a method that is there stands in its place.',
      }),
  })
  .meta({ description: 'What you change of the methods (`metoder`): hide, replace, add. Left out: nothing.' });

export type OwnMethods = z.output<typeof ownMethodsSchema>;
