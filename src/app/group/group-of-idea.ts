import { inGroup } from '../../domain/group/group.js';
import type { Beside } from '../idea/beside.js';
import { isWorkedWith } from './group-view.js';

/** How many work with an idea together, and how much they have before them; for everybody who reads it. Names are for those in it. */
export const groupOfIdea: Beside<{ people: number; steps: number }> = {
  async lookUp(deps, _person, idea) {
    const group = isWorkedWith(idea) ? await deps.groups.ofIdea(idea.id) : undefined;
    const people = group ? inGroup(group).length : 0;
    return group && people > 0 ? { people, steps: group.steps.length } : undefined;
  },
};
