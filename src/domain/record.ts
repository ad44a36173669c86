/** The kinds of record that people can name by a bare id: no two records have the same one, whatever their kinds. */
export const recordKinds = ['idea'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Whether this version of the bot knows records of this kind: a newer one, beside it while instances are being replaced, knows more. */
export const isRecordKind = (kind: string | undefined): kind is RecordKind => recordKinds.some((one) => one === kind);

export interface RecordName {
  record: RecordKind;
  id: string;
}

/** One thing that happened to a record. */
export interface EventName extends RecordName {
  seq: number;
}

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
