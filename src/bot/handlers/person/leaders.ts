import { findLeaders } from '../../../app/person/find-leaders.js';
import { departmentPicker } from '../../../cards/person/department-picker.js';
import { leaderChoice, leaderNotFound, leaders as leadersCard } from '../../../cards/person/leaders.js';
import type { VerbData } from '../../../cards/verbs.js';
import { sayIn } from '../../../domain/person/changing-posts.js';
import type { Answer } from '../../turns/answer.js';
import { here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** No department has a longer name, and looking for a longer one takes time. */
const LONGEST_QUERY = 200;

/** A department's innovation leaders: one's own, or whatever is asked for by name, alias or code. */
export const leaders = async (turn: Turn, { department, query }: VerbData<'leader'>): Promise<Answer> => {
  const found = await findLeaders(turn.deps, turn.person, query?.slice(0, LONGEST_QUERY).trim() || department || '');
  switch (found.kind) {
    case 'one':
      return here(
        leadersCard(turn.context, found, {
          mayChange: sayIn(turn.person, found.department.code, turn.context.directory) !== undefined,
        }),
      );
    case 'several':
      return here(leaderChoice(turn.context, found.hits));
    case 'none':
      return here(leaderNotFound(turn.context, found.query, found.closest));
    case 'unknownDepartment':
      return here(departmentPicker(turn.context, 'leader'));
  }
};
