import { z } from 'zod';
import { byLanguage, firstLanguage, isAlwaysWritten, type Language } from '../languages.js';

/** What several parts of the organisation file are made of. */

/**
 * As much as an organisation file may hold. Each is well above what there is anywhere, so that only a mistake meets it,
 * and low enough that every card can be drawn of the largest file and every search of it takes milliseconds
 * (test/cards/largest-organisation.test.ts does both).
 */
export const mostInFile = {
  /** A region has 235, counting its companies and boards: twice that. */
  departments: 500,
  /** The largest school department of a city has some 800 schools and preschools. */
  unitsInDepartment: 1000,
  /** All units together: what is searched, and what a change of organisation looks through. */
  units: 5000,
  /** Other words for one place: nobody looks for it by more. */
  aliases: 20,
  /** Codes that a department has had, or that were departments which are a part of it now: each is looked up and read beside its own. */
  earlierCodes: 8,
  /** In one post of one place. A unit's leaders lead for its department too, which may so have many more. */
  contacts: 50,
  /** A department's managers, all of whom may stand in one list: the largest city has 9,000, and no card names more than a few. */
  managers: 10_000,
  goals: 50,
  /** All of them stand in help. */
  otherChannels: 20,
  /** By which a channel is known. */
  keywords: 50,
  domains: 50,
} as const;

/** Of a link to another channel, in characters: those that carry a whole form along are longer, and break in clients. */
export const LONGEST_LINK = 300;

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

/**
 * A text as the file may have it: one for every language, or one for each. Swedish and English have to be there; the first
 * language stands for a later one that is not, so that a language that the bot learns makes no file wrong.
 */
export const localisedOf = (one: typeof text) => {
  const written = (language: Language) => (isAlwaysWritten(language) ? one : one.optional());
  return z
    .union([one, z.strictObject({ ...byLanguage(written), [firstLanguage]: one })])
    .transform((name) =>
      byLanguage((language) => (typeof name === 'string' ? name : (name[language] ?? name[firstLanguage]))),
    );
};

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

export const contacts = z.array(contact).max(mostInFile.contacts).default([]);
export const managers = z.array(contact).max(mostInFile.managers).default([]);

/** Nobody decides on money here without it: a decision names the delegation that it rests on. */
export const delegation = text.meta({
  description:
    'The delegation that allows them to decide on money for tests, as people can find it: "Delegationsordning SBK 2026, punkt 4.2". Without one, decisions on money are taken outside and noted.',
});

/** What costs little is decided near by. */
export const smallTest = z.strictObject({
  costLimit: z.int().min(0).max(100_000).default(5000).meta({
    description:
      'A test that costs less, in SEK, is a small one: its plan needs four parts, and the manager of the unit that the idea comes from decides on the money. 0: none is.',
  }),
  delegation: delegation.optional().meta({
    description:
      "The delegation that allows managers of units to decide on money for small tests. Left out: the department's own.",
  }),
});

/** Without it no figure of the municipality's own work is counted or shown (MBL 11 §: measuring staff is negotiated first). */
export const measuring = z
  .strictObject({
    negotiated: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write a day such as 2026-03-02.')
      .meta({ description: 'The day on which it was negotiated with the unions (MBL 11 §).' }),
    decision: text.meta({ description: 'The decision to measure, as people can find it.' }),
  })
  .meta({
    description:
      'That figures may be counted and shown (`översikt`). Left out: none are, until it has been negotiated with the unions and decided.',
  });

/** Where the municipality has its meetings already. */
export const eventSystem = z
  .string()
  .trim()
  .max(LONGEST_LINK)
  .regex(/^https:\/\/\S+$/i, 'Write a link that begins with https://.')
  .meta({
    description:
      "The address of the municipality's own system for meetings and events. The bot then shows this link and plans no meetings itself. Left out: meetings are planned in the bot.",
  });

/** Who says before a test that something which it touches is in order. */
export const beforeTest = z
  .strictObject({ personalData: contact, workplace: contact, concerned: contact })
  .partial()
  .meta({
    description:
      'Who says before a test that it is in order: the data protection officer; HR or a safety representative; who knows those whom it concerns. What is bought is for `procurement`. Where nobody is named, those who decide on the idea say it.',
  });

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

/** How the classes are called where the file does not say. */
const usualClasses = [
  { code: 'nytt', name: { sv: 'Gjorde något nytt', en: 'Did something new' } },
  { code: 'efter', name: { sv: 'Tog efter något bra', en: 'Adopted something good' } },
  { code: 'klokt', name: { sv: 'Avslutade klokt', en: 'Ended wisely' } },
];

/** Without it nothing is nominated. */
export const award = z
  .strictObject({
    name: localised.prefault({ sv: 'Årets idé', en: 'Idea of the year' }),
    classes: z
      .array(z.strictObject({ code, name: localised }))
      .min(1)
      .max(6)
      .prefault(usualClasses),
  })
  .meta({
    id: 'Award',
    description:
      'The award for which leaders, managers and the innovation office nominate ideas. {} takes the usual classes. Left out: nothing is nominated.',
  });

/** As many as a night reads. */
const MOST_NEIGHBOURS = 300;
const publicKeys = z
  .array(
    z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'Write a public key as npm run sharing -- keys shows it: 44 letters.'),
  )
  .max(4);

/** What is shared with other municipalities, and whose is read (docs/SHARING.md). */
export const sharing = z
  .strictObject({
    mailbox: contact.shape.email.optional().meta({
      description:
        'The functional mailbox to which other municipalities write, and nobody’s own. Left out: nothing is shared.',
    }),
    keys: publicKeys.default([]).meta({
      description: 'The public keys by which what is shared is signed, as npm run sharing -- keys shows them.',
    }),
    revoked: publicKeys.default([]).meta({ description: 'Public keys of yours that are not to be believed any more.' }),
    readFrom: z
      .array(
        z.strictObject({
          name: text,
          address: z
            .string()
            .trim()
            .max(500)
            .regex(/^https?:\/\/[^\s@]+$/, 'Write the address of the file, which begins with https://.'),
          keys: publicKeys.min(1),
        }),
      )
      .max(MOST_NEIGHBOURS)
      .default([])
      .meta({ description: 'The municipalities whose shared solutions are read every night, with their public keys.' }),
  })
  .meta({ id: 'Sharing', description: 'Sharing with other municipalities. Left out: nothing is shared or read.' });
