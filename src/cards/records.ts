import type { Held } from '../app/records.js';
import type { Person } from '../domain/person/person.js';
import { isRecordKind, type RecordKind, type RecordName } from '../domain/record.js';
import type { TextKey } from '../text/index.js';
import type { CardContext } from './card-context.js';
import { heldInChallenge } from './challenge/held-in-challenge.js';
import { heldInGroup } from './group/held-in-group.js';
import { heldInIdea } from './idea/held-in-idea.js';
import { heldInMeeting } from './meeting/held-in-meeting.js';
import { heldInObstacle } from './obstacle/held-in-obstacle.js';
import { heldInUndertaking } from './undertaking/held-in-undertaking.js';

/** A kind of record in what is told of records of any kind. */
interface RecordOnCards<K extends RecordKind> {
  /** What one is called, by its `id`. */
  readonly name: TextKey;
  /** The heading over all of them in "Mina uppgifter", with their `count`; 0 where there are more than these. */
  readonly heading: TextKey;
  /** How many there are of them, by their `count`, among other words. */
  readonly counted: TextKey;
  /** What is stored of somebody in one of them, line by line; an empty line before it. */
  held(context: CardContext, person: Person, part: Extract<Held, { record: K }>): string[];
}

const records: { readonly [K in RecordKind]: RecordOnCards<K> } = {
  idea: { name: 'idea.id', heading: 'data.ideas', counted: 'data.ideasFound', held: heldInIdea },
  challenge: {
    ...{ name: 'challenge.id', heading: 'challenge.held.heading', counted: 'challenge.counted' },
    held: heldInChallenge,
  },
  obstacle: {
    ...{ name: 'obstacle.id', heading: 'obstacle.held.heading', counted: 'obstacle.counted' },
    held: heldInObstacle,
  },
  undertaking: {
    ...{ name: 'undertaking.id', heading: 'undertaking.held.heading', counted: 'undertaking.counted' },
    held: heldInUndertaking,
  },
  group: {
    ...{ name: 'group.record', heading: 'group.held.heading', counted: 'group.counted' },
    held: heldInGroup,
  },
  meeting: {
    ...{ name: 'meeting.id', heading: 'meeting.held.heading', counted: 'meeting.counted' },
    held: heldInMeeting,
  },
};

/** "Idé 7K3M2P"; its bare id of a kind that only a newer version of the bot knows. */
export const recordName = ({ t }: CardContext, { record, id }: RecordName): string =>
  isRecordKind(record) ? t(records[record].name, { id }) : id;

interface HeldOfKind {
  heading: string;
  /** None where nothing is held. */
  lines: string[];
}

/** What the records hold of somebody, by kind. `isWhole`: these are all of them, so that their headings say how many there are. */
export const heldByKind = (
  context: CardContext,
  person: Person,
  parts: readonly Held[],
  isWhole: boolean,
): HeldOfKind[] =>
  (Object.keys(records) as RecordKind[]).map((kind) => heldOf(kind, context, { person, parts, isWhole }));

/** "3 idéer": how many of each kind, without those of which there is none; of the first kind, where there is nothing. */
export function countedByKind({ t }: CardContext, parts: readonly Held[]): string {
  const counts = (Object.keys(records) as RecordKind[]).map((kind) => ({
    kind,
    count: parts.filter(({ record }) => record === kind).length,
  }));
  const some = counts.filter(({ count }) => count > 0);
  return (some.length > 0 ? some : counts.slice(0, 1))
    .map(({ kind, count }) => t(records[kind].counted, { count }))
    .join(', ');
}

function heldOf<K extends RecordKind>(
  kind: K,
  context: CardContext,
  { person, parts, isWhole }: { person: Person; parts: readonly Held[]; isWhole: boolean },
): HeldOfKind {
  const isOfKind = (part: Held): part is Extract<Held, { record: K }> => part.record === kind;
  const own = parts.filter(isOfKind);
  return {
    heading: context.t(records[kind].heading, { count: isWhole ? own.length : 0 }),
    lines: own.flatMap((part) => records[kind].held(context, person, part)),
  };
}
