import { isRecordKind, type RecordKind } from '../domain/record.js';
import { ideaSubject } from './idea/subject.js';
import type { AnySubject } from './subject.js';

/** The kinds of record of which people are told. */
const subjects: { readonly [K in RecordKind]: AnySubject } = { idea: ideaSubject };

/** Throws for a kind that only a newer version of the bot knows: its rows are left for that one. */
export function subjectOf(record: RecordKind): AnySubject {
  if (!isRecordKind(record)) throw new TypeError('A record of an unknown kind');
  return subjects[record];
}
