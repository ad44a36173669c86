import { z } from 'zod';
import { recordCopies } from '../../app/archive/record-of-idea.js';
import { languageCodes } from '../../domain/languages.js';

/**
 * The shape of a record as programs read it: `npm run write:record-schema` writes docs/record.schema.json from it, which
 * whoever takes records in can check them against. What a later version adds is optional; what changes raises `version`.
 */
export const RECORD_VERSION = 1;

const text = z.string().meta({ description: 'As it was written, or as the language of the record says it.' });
const instant = z.iso.datetime().meta({ description: 'In UTC, with milliseconds.' });
const day = z.iso.date().meta({ description: 'The date in the municipality’s time zone.' });
const key = z
  .string()
  .regex(/^p[0-9]+$/)
  .meta({ description: 'Somebody in `people`. Means nothing outside this file.' });
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .meta({ contentEncoding: 'base64' });
const place = z.strictObject({ code: z.string(), name: text });
const sum = z.strictObject({
  amount: z.int().min(0).meta({ description: 'Whole SEK.' }),
  hours: z.int().min(0).meta({ description: 'Whole hours of work.' }),
});
const written = z.strictObject({
  name: z.string().meta({ description: 'What it is, in one word that does not change.' }),
  label: text,
  text,
});

const person = z.strictObject({
  key,
  name: text.optional().meta({ description: 'Left out where it is kept secret in this copy, or gone.' }),
  as: text.meta({ description: 'How the record names them.' }),
});

const event = z.strictObject({
  number: z.int().min(1).meta({ description: 'In the order in which it happened, from 1.' }),
  of: z
    .strictObject({ number: z.int(), department: z.string().optional() })
    .meta({ description: 'Its number in the idea, or in the adoption of a department.' }),
  at: instant,
  day,
  type: z.string().meta({ description: 'What kind of event, in one word that does not change.' }),
  what: text.meta({ description: 'The same as a sentence.' }),
  decision: z.boolean(),
  by: z.strictObject({
    person: key.optional().meta({ description: 'Left out where time did it.' }),
    name: text,
    post: z
      .strictObject({ role: z.string(), department: z.string().optional(), title: text })
      .optional()
      .meta({ description: 'In which it was decided.' }),
  }),
  stage: z.string().meta({ description: 'The stage that the idea was in after it.' }),
  answerBy: day.optional(),
  matterOf: z
    .int()
    .optional()
    .meta({ description: 'Of a decision: the number in the idea of the event since which what it is about stood so.' }),
  data: z.record(z.string(), z.json()),
  words: z.array(written),
});

export const recordSchema = z
  .strictObject({
    $schema: z.string(),
    version: z.literal(RECORD_VERSION),
    copy: z
      .enum(recordCopies)
      .meta({ description: 'whole: all that is kept. masked: what anybody in the municipality may read.' }),
    language: z.enum(languageCodes),
    madeAt: instant,
    timeZone: z.string(),
    municipality: place,
    idea: z.strictObject({
      id: z.string(),
      diaryNumber: text.optional(),
      title: text,
      stage: place,
      department: place,
      unit: place.optional(),
      origin: place,
      submittedAt: instant,
      changedAt: instant,
      isEntered: z.boolean().meta({ description: 'It existed before: nobody sent it in as an idea.' }),
      words: z.array(written),
      answers: z.array(written.extend({ value: z.string().meta({ description: 'As it is stored.' }) })),
      facts: z.array(z.strictObject({ label: text, values: z.array(text) })),
      money: z
        .strictObject({
          asked: sum,
          granted: sum.optional(),
          used: z.strictObject({ amount: z.int().optional(), hours: z.int().optional() }),
          diaryNumber: text.optional(),
        })
        .optional(),
      adoptions: z.array(z.strictObject({ department: place, status: z.string() })),
      pictures: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: base64 })),
    }),
    people: z.array(person),
    events: z.array(event),
    said: z
      .array(
        written.extend({
          when: z.union([instant, day]),
          class: z.string().optional().meta({ description: 'Of a nomination.' }),
          hidden: z.literal(true).optional().meta({ description: 'Taken out of sight by those who decide.' }),
        }),
      )
      .optional()
      .meta({ description: 'Thanks, "same problem" and nominations: in a whole copy, and without who wrote them.' }),
    definitions: z.array(z.strictObject({ term: text, means: text })),
  })
  .meta({
    title: 'The record of an idea in Idélotsen',
    description: 'All that happened to one idea, in order, with who decided and why.',
  });

export type RecordFile = z.infer<typeof recordSchema>;
