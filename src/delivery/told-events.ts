import type { Deps } from '../app/deps.js';
import type { Subject } from '../store/delivery/subject.js';
import {
  onlyCounted,
  readCounted,
  readTold,
  shortened,
  type ToldCount,
  type ToldTogether,
} from '../store/delivery/told-together.js';
import type { AnySubject, SubjectEvent, SubjectRecord, ToldAs } from './subject.js';

/** What tells somebody of a record. */
export type TellingDelivery = Extract<Subject, { kind: 'notice' | 'reactions' }>;

/** Events of one record that are no farther apart are read together. */
const NEAR = 30;

/** The events that somebody is told of, oldest first, each with as what they hear of it; without what is there no more. `loading`: their record. */
export async function toldEvents(
  app: Deps,
  kind: AnySubject,
  told: TellingDelivery,
  loading: Promise<SubjectRecord | undefined>,
): Promise<ToldAs<SubjectEvent>[]> {
  return (await toldByEach(app, kind, told.id, [told], loading)).flatMap(({ events }) => events);
}

/** What one of several tells: events, and how many more. */
export interface ToldByOne {
  events: ToldAs<SubjectEvent>[];
  counted: readonly ToldCount[];
}

/**
 * The same for several that tell of one record, in their order. Of what is told together the newest are read, however many there
 * are: of the others it is known how many.
 */
export async function toldByEach(
  app: Deps,
  kind: AnySubject,
  id: string,
  told: readonly TellingDelivery[],
  loading: Promise<SubjectRecord | undefined>,
): Promise<ToldByOne[]> {
  const read = newestOf(told.map((one) => (one.kind === 'notice' ? toldIn(one) : NOTHING)));
  const named = read.map((one) => one.named);
  const together = nearEachOther(named.flat().map(({ seq }) => seq));
  const [events, reacted] = await Promise.all([
    Promise.all(together.map((seqs) => kind.events(app, id, seqs))),
    Promise.all(
      told.map(async (one) => {
        if (one.kind !== 'reactions') return undefined;
        const record = await loading;
        return record && kind.reacted(app, record, one.reaction, one.from);
      }),
    ),
  ]);
  return told.map(({ as }, n) => {
    const event = reacted[n];
    const counted = read[n]?.counted ?? [];
    if (event) return { events: [{ event, as }], counted };
    const own = new Map(named[n]?.map((one) => [one.seq, one.as]));
    const toldHere = events.flat().flatMap((found) => {
      const heardAs = own.get(found.seq);
      return heardAs === undefined ? [] : [{ event: found, as: heardAs }];
    });
    return { events: toldHere, counted };
  });
}

const NOTHING: ToldTogether = { named: [], counted: [] };

/** What is told together may be counted; what is told by itself is read. */
const toldIn = ({ together, seq, as }: Extract<TellingDelivery, { kind: 'notice' }>): ToldTogether =>
  together ? toldTogether(together) : { named: [{ seq, as }], counted: [] };

export const toldTogether = (together: string): ToldTogether => ({
  named: readTold(together),
  counted: readCounted(together),
});

/** Of several that tell of one record: each with those of the newest that are its own, and how many more it has. */
function newestOf(all: readonly ToldTogether[]): ToldTogether[] {
  const newest = shortened({ named: all.flatMap(({ named }) => named), counted: [] });
  const kept = new Set(newest.named.map(({ seq }) => seq));
  return all.map(({ named, counted }) => {
    if (named.length + counted.length === 1) return { named, counted };
    const others = named.filter((one) => !kept.has(one.seq));
    return {
      named: named.filter((one) => kept.has(one.seq)),
      counted: onlyCounted({ named: others, counted }),
    };
  });
}

/** Numbers of events in groups that are read at once, the lowest first. */
function nearEachOther(seqs: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const seq of [...new Set(seqs)].sort((one, other) => one - other)) {
    const group = groups.at(-1);
    if (group && seq - (group[0] ?? seq) < NEAR) group.push(seq);
    else groups.push([seq]);
  }
  return groups;
}
