import type { Deps } from '../app/deps.js';
import { type ElsewhereQuery, ideaElsewhere, readsElsewhere } from '../app/idea/idea-elsewhere.js';
import type { CardContext } from '../cards/card-context.js';
import { challengeElsewhere, ideaElsewhere as ideaElsewhereCard } from '../cards/conversation/elsewhere.js';
import type { NoteProps } from '../cards/note.js';
import { isRecordKind, type RecordKind, type RecordPlace, recordKinds } from '../domain/record.js';
import { openById } from './handlers/challenge/challenges.js';
import { openGroupById } from './handlers/group/groups.js';
import * as ideaPages from './handlers/idea/idea-pages.js';
import { openMeetingById } from './handlers/meeting/meetings.js';
import { openObstacleById } from './handlers/obstacle/obstacles.js';
import { openUndertakingById } from './handlers/undertaking/undertakings.js';
import { type Answer, tell } from './turns/answer.js';
import { readIdeaAhead } from './turns/read-ahead.js';
import type { Turn } from './turns/turn.js';
import type { BeginsReading } from './turns/turn-plan.js';

/** What of a record's card is open from the beginning. */
type OpenFirst = Pick<ideaPages.OpenedParts, 'panel' | 'department'>;

/** What people ask of a record by its bare id. Each gives undefined where no record of this kind has it. */
interface RecordInChat {
  /** The record, as a message of its own; of an idea with a part of its card open. */
  open(turn: Turn, id: string, opened?: OpenFirst): Promise<Answer | undefined>;
  /** What was decided on it, and why; of a kind on which nothing is decided the same as `open`. */
  why(turn: Turn, id: string): Promise<Answer | undefined>;
  /** The record as everybody may see it, where others read along. */
  elsewhere(
    deps: Deps,
    context: CardContext,
    query: ElsewhereQuery & { privateChat: string | undefined },
  ): Promise<NoteProps | undefined>;
  /** Begins to read it while it is found out who writes. Without it a turn reads when it needs it. */
  readAhead?(about: { id: string; history: boolean } & RecordPlace): BeginsReading;
}

const records: { readonly [K in RecordKind]: RecordInChat } = {
  idea: {
    open: ideaPages.open,
    why: ideaPages.why,
    async elsewhere(deps, context, { privateChat, ...query }) {
      const idea = await ideaElsewhere(deps, query);
      return idea && ideaElsewhereCard(context, idea, privateChat);
    },
    readAhead: readIdeaAhead,
  },
  challenge: {
    open: openById,
    why: openById,
    async elsewhere(deps, context, { privateChat, ...query }) {
      const [mayRead, stored] = await Promise.all([readsElsewhere(deps, query), deps.challenges.load(query.id)]);
      return mayRead && stored ? challengeElsewhere(context, stored.challenge, privateChat) : undefined;
    },
  },
  obstacle: {
    open: openObstacleById,
    why: openObstacleById,
    // What stands in somebody's way is for colleagues, in one's own chat.
    elsewhere: async () => undefined,
  },
  undertaking: {
    open: openUndertakingById,
    why: openUndertakingById,
    // A department's own list, for its follow-up.
    elsewhere: async () => undefined,
  },
  group: {
    open: openGroupById,
    why: openGroupById,
    // For those in it, in their own chats.
    elsewhere: async () => undefined,
  },
  meeting: {
    open: openMeetingById,
    why: openMeetingById,
    // For whom it is is asked of one reader.
    elsewhere: async () => undefined,
  },
};

/** Nearly every id is one of these, and is being read already: other kinds are asked when none of these has it. */
const USUAL = 'idea' satisfies RecordKind;

/** Asks each kind until one knows the id. No round trip more for the usual kind, one for all others together. */
async function firstOf<T>(ask: (kind: RecordInChat) => Promise<T | undefined>): Promise<T | undefined> {
  const found = await ask(records[USUAL]);
  if (found !== undefined) return found;
  const others = recordKinds.filter((kind) => kind !== USUAL).map((kind) => ask(records[kind]));
  return (await Promise.all(others)).find((one) => one !== undefined);
}

/** The record that has this id, whatever its kind, as a message of its own; undefined where none has it. */
export const recordWith = (turn: Turn, id: string, opened?: OpenFirst): Promise<Answer | undefined> =>
  firstOf((kind) => kind.open(turn, id, opened));

export const openRecord = async (turn: Turn, id: string, opened?: OpenFirst): Promise<Answer> =>
  (await recordWith(turn, id, opened)) ?? noRecord(turn);

/** What was decided on the record that has this id, and why. */
export const whyOfRecord = async (turn: Turn, id: string): Promise<Answer> =>
  (await firstOf((kind) => kind.why(turn, id))) ?? noRecord(turn);

const noRecord = ({ context }: Turn): Answer => tell(context.t('refusal.notFound'));

/** What is said of a record where others read along. */
export const recordElsewhere = (...asked: Parameters<RecordInChat['elsewhere']>): Promise<NoteProps | undefined> =>
  firstOf((kind) => kind.elsewhere(...asked));

/** Begins to read what a typed id most likely names. */
export const readAheadById = (id: string): BeginsReading | undefined =>
  records[USUAL].readAhead?.({ id, history: true });

/** Begins to read the record that a press names: in the field that is called as its kind. */
export function readAheadOf(data: object, part: { history: boolean } & RecordPlace): BeginsReading | undefined {
  const [kind, id] = Object.entries(data).find(([field]) => isRecordKind(field)) ?? [];
  return isRecordKind(kind) && typeof id === 'string' ? records[kind].readAhead?.({ id, ...part }) : undefined;
}
