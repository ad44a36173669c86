import { type Person, refsOf } from '../../domain/person/person.js';
import { isRecordKind, labelOf, type RecordName, recordKinds } from '../../domain/record.js';
import type { Deps } from '../deps.js';
import { records } from '../records.js';

/** So many records at the same time. */
const TOGETHER = 8;
/** Of those with something of theirs in them that are not simply theirs, as many as are left while they wait for an answer. */
const MOST_TRACED = 100;
const MOST_OWN = 1000;

/**
 * Leaves somebody's marks in the records that they have or had, while it is still known who they are: who has their data
 * erased and comes back must not decide on them. Of somebody with very many records the rest get theirs when each is left
 * (`leave` in records.ts). Done again it changes nothing. Gives the marks.
 */
export async function leaveMarks(deps: Deps, person: Person): Promise<string[]> {
  const refs = refsOf(person);
  const [marks, own, traced] = await Promise.all([
    deps.marks.of(person),
    Promise.all(refs.flatMap((ref) => recordKinds.map((record) => ownOf(deps, record, ref)))),
    Promise.all(refs.map((ref) => deps.traces.of(ref))),
  ]);
  const known = traced.flat().filter(({ record }) => isRecordKind(record));
  const names = unique([...own.flat(), ...known.slice(0, MOST_TRACED)]);
  for (let from = 0; from < names.length; from += TOGETHER) {
    const some = names.slice(from, from + TOGETHER);
    await Promise.all(some.map(({ record, id }) => records[record].mark(deps, id, refs, marks)));
  }
  return marks;
}

const ownOf = async (deps: Deps, record: RecordName['record'], ref: Person['ref']): Promise<RecordName[]> =>
  (await records[record].ownOf(deps, ref, MOST_OWN)).map((id) => ({ record, id }));

const unique = (names: readonly RecordName[]): RecordName[] => [
  ...new Map(names.map((name) => [labelOf(name), name])).values(),
];
