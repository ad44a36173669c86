import type { PersonRef } from '../../person/person.js';
import type { CommandContext } from '../command.js';
import type { Idea } from '../idea.js';
import type { Audience } from '../notices/audiences.js';

/** To whom a task falls that somebody has declined: to the one who has entered the idea as it was and named them; else absent. */
export interface FallsTo {
  enterer?: PersonRef;
}

/** Whoever has entered the idea, where somebody else declines what they were named for; an idea that was sent falls to those who decide. */
export function entererOf({ idea, actor }: Pick<CommandContext, 'idea' | 'actor'>): PersonRef | undefined {
  const { entered, submitter, submittersLeft, stage } = idea;
  const isThere = entered && !submittersLeft && submitter !== actor.ref;
  return isThere && (stage === 'piloting' || stage === 'inUse') ? submitter : undefined;
}

/** The idea with the task, which they have said yes to by entering it. */
export const withEnterer = (task: 'driver' | 'owner', idea: Idea, { enterer }: FallsTo): Idea =>
  enterer === undefined ? idea : { ...idea, [task]: { person: enterer, accepted: true } };

/** Either those who decide hear of it, or the one to whom it falls. */
export const fallsToThem = ({ as }: { as: Audience }, { data }: { data: FallsTo }): boolean =>
  (data.enterer === undefined) === (as === 'deciders');
