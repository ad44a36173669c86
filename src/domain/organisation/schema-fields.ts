import { z } from 'zod';
import { byLanguage } from '../languages.js';

/** What several parts of the organisation file are made of. */

// Of what is empty nothing more needs to be said.
export const NOT_EMPTY = { abort: true };
export const text = z.string().trim().min(1, NOT_EMPTY).max(200);

/** Azure Table keys refuse / \ # ? and control characters; `|` and `.` separate the parts of our own keys and posts, `,` several codes that are chosen. */
const CODE = /^[^/\\#?\p{Cc}|.,]+$/u;
export const code = z
  .string()
  .trim()
  .min(1, NOT_EMPTY)
  .max(40)
  .regex(CODE, 'A code becomes part of storage keys: write it without / \\ # ? | . , and control characters.')
  .meta({ description: 'A short code that never changes, for example "SBK". Not / \\ # ? | a full stop or a comma.' });

export const localisedOf = (one: typeof text) =>
  z
    .union([one, z.strictObject(byLanguage(() => one))])
    .transform((name) => (typeof name === 'string' ? byLanguage(() => name) : name));

export const localised = localisedOf(text).meta({
  id: 'Localised',
  description: 'A text in Swedish and English, or one text for both.',
});

export const contact = z
  .strictObject({
    name: text,
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .regex(z.regexes.unicodeEmail, 'Write an e-mail address such as name@municipality.example.')
      .meta({ description: 'The e-mail address or UPN that Teams shows for this person, any case.' }),
    title: text,
  })
  .meta({ id: 'Contact' });

export const contacts = z.array(contact).default([]);

/** The part of an address after its @, as people write it: also with the @. */
export const domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((written) => written.replace(/^@/, ''))
  .pipe(
    z
      .string()
      .max(253)
      .regex(
        /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u,
        'Write a mail domain such as municipality.example.',
      ),
  );
