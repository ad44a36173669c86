import type { z } from 'zod';
import type { FileBytes } from '../../app/privacy/data-files.js';
import type { CardContext } from '../../cards/card-context.js';
import type { FileOffer } from '../../delivery/teams-port.js';
import type { TextKey } from '../../text/index.js';
import type { Answer } from './answer.js';
import type { Turn } from './turn.js';

/** A file that is whole; its name as it is to stand in somebody's OneDrive, with its ending. */
export interface MadeFile {
  name: string;
  bytes: FileBytes;
}

/** What is said of it: where somebody does not want it, where it is not there for them (any more), and whether it is stored. */
interface FileTexts {
  declined: TextKey;
  gone: TextKey;
  saved: TextKey;
  notSaved: TextKey;
}

interface FileRules<Of extends object> extends Partial<FileTexts> {
  /** By which Teams' question tells it from files of other kinds: it never changes. */
  name: string;
  /** Which one of its kind. It goes with Teams' question and comes back with the answer, so it is a few ids and codes. */
  of: z.ZodType<Of>;
  /** What Teams' question says that it is. */
  about: (context: CardContext, of: Of) => string;
  /** Makes it by the rights that its reader has now; undefined where they may not have it. */
  make: (turn: Turn, of: Of) => Promise<MadeFile | undefined>;
  /** What is said instead where it cannot be given now, and has been asked for anew. */
  instead?: (turn: Turn, of: Of) => Promise<TextKey | undefined>;
  /** It has been taken, or is not wanted. */
  settle?: (turn: Turn, of: Of) => Promise<void>;
}

/** A file of a kind, read from an answer to Teams' question. */
export interface AskedFile {
  make: () => Promise<MadeFile | undefined>;
  instead: () => Promise<TextKey | undefined>;
  settle: () => Promise<void>;
}

export interface FileKind<Of extends object = never> {
  name: string;
  texts: FileTexts;
  /** Teams' question whether its reader wants it; undefined where they may not have it. */
  offer: (turn: Turn, of: Of) => Promise<FileOffer | undefined>;
  /** Undefined where what the question held names none. */
  read: (turn: Turn, carried: unknown) => AskedFile | undefined;
}

/** Files that are made when their reader says yes to them, and so are as new as that; nothing of them is kept before. */
export function fileKind<Of extends object>(rules: FileRules<Of>): FileKind<Of> {
  const { name, about, make, instead, settle } = rules;
  const { declined = 'file.declined', gone = 'file.gone', saved = 'file.saved', notSaved = 'file.notSaved' } = rules;
  return {
    name,
    texts: { declined, gone, saved, notSaved },
    async offer(turn, of) {
      const made = await make(turn, of);
      if (!made) return undefined;
      const size = made.bytes instanceof Uint8Array ? made.bytes.length : made.bytes.size;
      return { name: made.name, size, about: about(turn.context, of), carries: { kind: name, of } };
    },
    read(turn, carried) {
      const parsed = rules.of.safeParse(carried);
      if (!parsed.success) return undefined;
      const of = parsed.data;
      return {
        make: () => make(turn, of),
        instead: async () => instead?.(turn, of),
        settle: async () => settle?.(turn, of),
      };
    },
  };
}

/** Asks in Teams' own way whether the reader wants a file, and says so where there is none for them. */
export async function offered<Of extends object>(turn: Turn, kind: FileKind<Of>, of: Of): Promise<Answer> {
  const offers = await kind.offer(turn, of);
  return offers ? { kind: 'offer', offers } : { kind: 'tell', text: turn.context.t(kind.texts.gone) };
}
