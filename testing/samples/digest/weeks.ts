import type { ReadWeek } from '../../../src/app/digest/week';
import type { Digest } from '../../../src/domain/digest/digest';
import type { Decision } from '../../../src/domain/idea/deciding/decisions';
import type { Idea } from '../../../src/domain/idea/idea';

/** What a week tells, with the ideas themselves. */
export interface WeekOfIdeas extends Pick<Digest, 'week' | 'scopes' | 'counts'> {
  reader: string;
  mine: readonly Idea[];
  newIdeas: readonly Idea[];
  decisions: readonly { idea: Idea; event: Decision }[];
  tested: readonly Idea[];
  late: readonly { idea: Idea; role: Digest['late'][number]['role']; days: number }[];
  testing?: readonly Idea[];
  adopted?: Digest['adopted'];
  money?: ReadWeek['money'];
}

/** A week in which nothing has happened. */
export const quietWeek: WeekOfIdeas = {
  ...{ reader: 'pMANAGER', week: '2026-W47', scopes: [{ department: 'VOO', unit: 'HTS' }] },
  ...{ mine: [], newIdeas: [], decisions: [], tested: [], late: [], counts: [] },
};

/** A week as it is read for a card that shows all of it. Ideas of the same id that are not the same one get ids of their own. */
export function readWeek({ reader, week, scopes, counts, adopted, money, ...told }: WeekOfIdeas): ReadWeek {
  const known = new Map<Idea, string>();
  const ideas = new Map<string, Idea>();
  const idOf = (idea: Idea): string => {
    const before = known.get(idea);
    if (before !== undefined) return before;
    const id = ideas.has(idea.id) ? `W${String(ideas.size).padStart(5, '0')}` : idea.id;
    known.set(idea, id);
    ideas.set(id, id === idea.id ? idea : { ...idea, id });
    return id;
  };
  const digest: Digest = {
    ...{ week, scopes, counts },
    mine: told.mine.map(idOf),
    newIdeas: told.newIdeas.map(idOf),
    decisions: told.decisions.map(({ idea, event }) => ({
      ...{ id: idOf(idea), event },
      ...((idea.ending?.tried || idea.ending?.lesson) && { tested: true as const }),
      ...(idea.ending?.lesson && { lesson: true as const }),
    })),
    tested: told.tested.map(idOf),
    late: told.late.map(({ idea, role, days }) => ({ id: idOf(idea), role, days })),
    ...(told.testing && { testing: told.testing.map(idOf) }),
    ...(adopted && { adopted }),
  };
  return { digest, reader, ideas, deciding: new Set(), ...(money && { money }) };
}
