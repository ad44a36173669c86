import type { Deps } from '../app/deps.js';
import type { Subject } from '../store/delivery/subject.js';
import { readTold } from '../store/delivery/told-together.js';
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
  return (await toldByEach(app, kind, told.id, [told], loading)).flat();
}

/** The same for several that tell of one record, in their order. */
export async function toldByEach(
  app: Deps,
  kind: AnySubject,
  id: string,
  told: readonly TellingDelivery[],
  loading: Promise<SubjectRecord | undefined>,
): Promise<ToldAs<SubjectEvent>[][]> {
  const named = told.map((one) => (one.kind === 'notice' ? namedIn(one) : []));
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
    if (event) return [{ event, as }];
    const own = new Map(named[n]?.map((one) => [one.seq, one.as]));
    return events.flat().flatMap((found) => {
      const heardAs = own.get(found.seq);
      return heardAs === undefined ? [] : [{ event: found, as: heardAs }];
    });
  });
}

const namedIn = ({ together, seq, as }: Extract<TellingDelivery, { kind: 'notice' }>): { seq: number; as: string }[] =>
  together ? readTold(together) : [{ seq, as }];

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
