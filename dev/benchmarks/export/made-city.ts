import type { Deps } from '../../../src/app/deps.js';
import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import type { Organisation } from '../../../src/domain/organisation/organisation.js';
import { departmentCode, type MadeRecord, manyRecords } from '../../../testing/properties/many-records.js';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation.js';

const DEPARTMENTS = 40;
/** So many events of an idea are written at once, and so many ideas at the same time. */
const TOGETHER = 15;
const AT_ONCE = 16;

/** A city of as many departments as its ideas name. */
export function madeCity(): Organisation {
  const example = exampleOrganisation();
  const [first] = example.departments;
  if (!first) throw new Error('The example has no department');
  return {
    ...example,
    departments: Array.from({ length: DEPARTMENTS }, (_, at) => ({
      ...{ ...first, code: departmentCode(at), name: { sv: `Förvaltning ${at}`, en: `Department ${at}` }, units: [] },
    })),
  };
}

/** Ideas of two years with all that happened to them, decided by the rules of the product. Always the same. */
export const madeRecords = (ideas: number): Generator<MadeRecord> =>
  manyRecords({
    ...{ ideas, departments: DEPARTMENTS, seed: 17, from: '2024-12-01', to: '2026-11-28', mergedOn: '2026-03-01' },
  });

/** Stores them. Gives how many events there are. */
export async function storeRecords(
  { ideas, commits }: Pick<Deps, 'ideas' | 'commits'>,
  records: Generator<MadeRecord>,
): Promise<number> {
  let [stored, events] = [0, 0];
  async function storeNext(): Promise<void> {
    for (let next = records.next(); !next.done; next = records.next()) {
      const id = `I${String(stored++).padStart(5, '0')}`;
      events += next.value.record.length;
      await storeIdea(id, next.value.record);
    }
  }
  async function storeIdea(id: string, record: readonly IdeaEvent[]): Promise<void> {
    let from = 0;
    while (from < record.length) {
      const to = endOf(record, from);
      const before = from === 0 ? undefined : await ideas.load(id);
      const { after: _, step: __, ...rows } = ideas.write({ before, id, events: record.slice(from, to) });
      const saved = await commits.commit(rows, { idempotencyKey: `${id}.${from}` });
      if (saved.kind !== 'saved') throw new Error(`Idea ${id} was not stored`);
      from = to;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, storeNext));
  return events;
}

/** Where the events end that are written with this one: an idea and what a department has of it change one after the other. */
function endOf(record: readonly IdeaEvent[], from: number): number {
  if (record[from]?.adoption !== undefined) return from + 1;
  const next = record.findIndex((event, at) => at > from && event.adoption !== undefined);
  return Math.min(next < 0 ? record.length : next, from + TOGETHER);
}
