/** The kinds of record that people can name by a bare id: no two records have the same one, whatever their kinds. */
export const recordKinds = ['idea', 'challenge', 'obstacle', 'undertaking', 'meeting', 'group'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Whether this version of the bot knows records of this kind: a newer one, beside it while instances are being replaced, knows more. */
export const isRecordKind = (kind: string | undefined): kind is RecordKind => recordKinds.some((one) => one === kind);

/** An event or a command that says all with its name. */
export type NoData = Record<never, never>;

export interface RecordName {
  record: RecordKind;
  id: string;
}

/** One thing that happened to a record; `id` may name a part of it, which numbers its events by itself. */
export interface EventName extends RecordName {
  seq: number;
}

/**
 * A place in a record's history: what came before an event of its own, by number, and before one of its parts, by where
 * it stands among theirs. Of what is left out everything comes.
 */
export interface RecordPlace {
  below?: number | undefined;
  before?: string | undefined;
}

/** Between a record's id and the name of its part. No id holds it. */
const PART = '~';

/** A part of a record that has a row, a version and events of its own, beside the record's. */
export const partId = (id: string, part: string): string => `${id}${PART}${part}`;

/** The id of the record that an id names, or of whose part it is. */
export const wholeId = (id: string): string => id.split(PART, 1)[0] ?? id;

/** A record in one word, where a row holds several, or something else in its place. */
export type RecordLabel = `${RecordKind}.${string}`;

export const labelOf = ({ record, id }: RecordName): RecordLabel => `${record}.${id}`;

/** Undefined of what is no record, and of a kind that only a newer version knows. */
export function readLabel(label: string): RecordName | undefined {
  const [record, id, ...rest] = label.split('.');
  return isRecordKind(record) && id && rest.length === 0 ? { record, id } : undefined;
}

/** What a message is drawn as: a record's card, a list of titles, or one that also quotes what somebody has said. */
export type CardName = RecordLabel | 'titles' | 'quotes';
