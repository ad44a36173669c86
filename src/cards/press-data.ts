import { z } from 'zod';
import { PICTURE_NAME } from '../domain/idea/content/picture.js';
import { isMessageLink } from '../domain/idea/content/source.js';
import { partNames } from '../domain/idea/fields.js';
import { oneLine, tidy } from '../domain/language/tidy.js';

/**
 * One tolerant reader for each kind of field that people fill in. Teams sends what an input holds as text, an unticked
 * toggle as "false" and an untouched input not at all; other clients send null, numbers, or a multi-choice as a list. None
 * of that may make a living button dead, so nothing here refuses: what is no value is absent, and what is too long or no
 * date is passed on to the rule that can say so, with the form and all that was written.
 */

/** More than any form takes, and less than makes work: what is longer is refused all the same when it is cut here. */
const ABSURD = 30_000;

const scalar = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** What an input holds, as text: null and objects are nothing, the choices of a list stand between commas. */
export function asText(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.flatMap((one) => scalar(one) ?? []).join(',') : scalar(value);
  return text?.slice(0, ABSURD);
}

/**
 * A reader that takes anything. Its input type is what our own buttons write, so that the compiler still reads their data;
 * zod would call it unknown.
 */
const reading = <Out, In>(read: (value: unknown) => Out | undefined) =>
  z.preprocess(read, z.unknown()).optional() as unknown as z.ZodOptional<z.ZodType<Out, In>>;

const text = (read: (text: string) => string) =>
  reading<string, string | undefined>((value) => {
    const written = asText(value);
    return written === undefined ? undefined : read(written);
  });

// All text is tidied here, before any card can draw it again. Lengths are the domain's business: it answers with a text.
/** What somebody writes, on several lines. */
export const words = text(tidy);
/** What stands on one line: a title, an address, an amount, a list of choices with commas between. */
export const line = text(oneLine);
/** A code, or a place: `VOO.HTN` is a department with one of its units. */
export const code = text(oneLine);

/** Whether a field takes text as somebody may have typed it: what is read so is looked through before it goes anywhere. */
export const isTyped = (field: z.ZodType): boolean => field === words || field === line;

/** A date and a time of day, as some clients send a date: the date is what was chosen, whatever the zone. */
const DATE_WITH_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** A date, `2026-12-24`; what is none stays as it was written, for the rule to refuse. */
export const day = text((written) => {
  const tidied = oneLine(written);
  return DATE_WITH_TIME.exec(tidied)?.[1] ?? tidied;
});

export const toggle = reading<boolean, boolean | string | undefined>(
  (value) => asText(value)?.trim().toLowerCase() === 'true',
).transform((on) => on === true);

/** One of a few words; anything else is none. */
export const oneOf = <const T extends string>(known: readonly T[]) =>
  reading<T, T | undefined>((value) => {
    const written = asText(value)?.trim();
    return known.find((one) => one === written);
  });

/** Which part of what is needed. */
export const partName = oneOf(partNames);

/** Of a record of any kind. */
export const recordId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/);
/** The operation that a card has minted. */
export const idempotencyKey = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
/** The version of a record that a card shows. */
export const decisionVersion = z.coerce.number().int().nonnegative();

/** Somebody's object id in Entra; anything else is none. */
export const objectId = z
  .string()
  .regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)
  .optional()
  .catch(undefined);
/** The address of a message in Teams; anything else is none. */
export const messageLink = z.string().refine(isMessageLink).optional().catch(undefined);
/** The name of a stored picture. */
export const picture = reading<string, string | undefined>((value) => {
  const name = asText(value);
  return name !== undefined && PICTURE_NAME.test(name) ? name : undefined;
});

const LAST_PAGE = 1000;
/** The page of a list, from 0; the first where it is none. */
export const page = reading<number, number | string | undefined>((value) => {
  const number = Number(asText(value) ?? 0);
  return Number.isInteger(number) && number >= 0 && number <= LAST_PAGE ? number : 0;
}).transform((number) => number ?? 0);

/** A number of something, from one on; what is none is absent. */
export const count = z.coerce.number().int().positive().optional().catch(undefined);
/** An event of an idea, by its number. */
export const eventNumber = count;

/** Where an event of an adoption stands among these, as storage says (`RecordPlace`); what says nothing of the kind is absent. */
export const eventPlace = z
  .string()
  .max(100)
  .regex(/^\d{13}\|[^|]+\|\d{6}$/)
  .optional()
  .catch(undefined);

/** Where a part of what is stored about somebody begins, as the part before it said; what says nothing of the kind is absent. */
export const dataPlace = z
  .string()
  .max(200)
  .regex(/^(?:[rm]\.[^/\\#?]+|e\.[a-z]{1,20}~[0-9A-HJKMNP-TV-Z]{6}~\d{0,6}~(?:\d{13}\|[^|/\\#?]+\|\d{6})?)$/)
  .optional()
  .catch(undefined);
