import { z } from 'zod';

/**
 * The file by which municipalities share solutions and lessons (docs/SHARING.md), and its JSON schema: `npm run
 * write:sharing-schema` writes docs/sharing.schema.json from here. What a later version adds is optional and passed over by
 * those who do not know it; what changes raises `version`.
 */
export const SHARING_VERSION = 1;
export const MEDIA_TYPE = 'application/vnd.idelotsen.sharing+json';

/** As much as a file may hold: a reader refuses the whole of one that holds more. */
export const mostInFeed = {
  /** Of the file, in bytes of UTF-8. */
  bytes: 4 * 1024 * 1024,
  /** What is shared, and what is told to be taken back. */
  entries: 200,
  withdrawn: 1000,
  signatures: 4,
  revoked: 20,
  /** Through how many municipalities something has come. */
  origins: 10,
  title: 120,
  text: 4000,
  line: 400,
} as const;

const line = z.string().trim().min(1).max(mostInFeed.line);
const text = z.string().trim().min(1).max(mostInFeed.text);
const instant = z.iso.datetime().meta({ description: 'In UTC.' });
/** 32 and 64 bytes as base64, which nothing else can be read as. */
const publicKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/)
  .meta({ contentEncoding: 'base64', description: 'An Ed25519 public key: 32 bytes.' });
const signature = z
  .string()
  .regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/)
  .meta({ contentEncoding: 'base64', description: 'An Ed25519 signature: 64 bytes.' });
const publisherCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ description: 'A short name of a municipality that never changes.' });
const entryId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
  .meta({ description: 'Means something only together with the municipality.' });
const entryVersion = z
  .int()
  .min(1)
  .meta({ description: 'Rises with each change, also when it is taken back or shared again.' });

/** Where something came from, the one that had it first at the end. */
const origin = z.object({ publisher: publisherCode, id: entryId });

export const entryKinds = ['solution', 'lesson'] as const;

export const sharedEntry = z.object({
  id: entryId,
  version: entryVersion,
  kind: z
    .enum(entryKinds)
    .meta({ description: 'solution: it is used. lesson: it has ended, and something was learned.' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .meta({ description: 'Of its texts, by ISO 639: sv or en, most often.' }),
  title: z.string().trim().min(1).max(mostInFeed.title),
  need: text.meta({ description: 'The problem that it solves.' }),
  core: text.optional().meta({ description: 'What must be the same wherever it is used.' }),
  ownWay: text.optional().meta({ description: 'What each does in its own way.' }),
  first: text.optional().meta({ description: 'What must exist before one can begin.' }),
  goal: text.optional().meta({ description: 'What was to come of it.' }),
  result: text.optional().meta({ description: 'What came of it.' }),
  money: z
    .object({ value: z.int().min(0).max(1e12), currency: z.literal('SEK'), hours: z.int().min(0).max(1e9).optional() })
    .optional()
    .meta({ description: 'What it cost to test, and hours of work.' }),
  lesson: text.optional().meta({ description: 'What was learned.' }),
  contact: z.email().max(254).meta({ description: 'A functional mailbox, and nobody’s own.' }),
  changed: instant,
  origins: z.array(origin).max(mostInFeed.origins).optional(),
});

/** It is shared no more. Who has read it before is to stop showing it. */
const withdrawn = z.object({ id: entryId, version: entryVersion, withdrawn: instant });

const publisher = z.object({ code: publisherCode, name: line });

/** What is signed. */
export const feedSchema = z
  .object({
    version: z.literal(SHARING_VERSION),
    publisher,
    number: z
      .int()
      .min(1)
      .meta({ description: 'Rises with each file. A reader takes none that is lower than one it has read.' }),
    issued: instant,
    expires: instant.meta({ description: 'A reader takes no file after this.' }),
    entries: z.array(z.union([sharedEntry, withdrawn])).max(mostInFeed.entries + mostInFeed.withdrawn),
    revoked: z
      .array(publicKey)
      .max(mostInFeed.revoked)
      .optional()
      .meta({ description: 'Keys of this municipality that are not to be believed any more.' }),
  })
  .meta({ title: 'A feed', description: 'What `payload` holds as JSON text.' });

/** The file itself. */
export const fileSchema = z
  .object({
    format: z.literal('idelotsen-sharing'),
    version: z.literal(SHARING_VERSION),
    payload: z.string().meta({
      description: 'A feed as JSON text. What is signed is this text in UTF-8, byte for byte.',
      contentMediaType: 'application/json',
    }),
    signatures: z.array(z.object({ publicKey, signature })).min(1).max(mostInFeed.signatures),
  })
  .meta({ title: 'What a municipality shares', description: 'docs/SHARING.md says how it is read.' });

export type SharingFile = z.infer<typeof fileSchema>;
export type SharedFeed = z.infer<typeof feedSchema>;
export type SharedEntry = z.infer<typeof sharedEntry>;
export type WithdrawnEntry = z.infer<typeof withdrawn>;
export type FeedEntry = SharedFeed['entries'][number];

export const isWithdrawn = (entry: FeedEntry): entry is WithdrawnEntry => 'withdrawn' in entry;
/** Whether it is an Ed25519 public key as files and settings spell it. */
export const isPublicKey = (written: string): boolean => publicKey.safeParse(written).success;
