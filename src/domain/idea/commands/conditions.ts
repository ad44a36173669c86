import type { Idea } from '../idea.js';
import type { Role } from '../policy.js';
import { stageNames, stages } from '../stages.js';

/** What the rules of several commands ask of an idea. */

export const open = stageNames.filter((stage) => stages[stage].open);
export const spreading = stageNames.filter((stage) => stages[stage].spreads);
/** Where a department that has begun may say how it goes: also while it tests at the same time as the one that has the idea. */
export const usedOrTested = stageNames.filter((stage) => stages[stage].spreads || stages[stage].tested);
export const driven = ['exploring', 'planning', 'piloting'] as const;

export const reason = { reason: 'required' } as const;
export const maybeReason = { reason: 'optional' } as const;

type AcceptedTask = 'driver' | 'doer' | 'owner';

/** Whoever decides on the money has asked the driver first. They may decide all the same. */
export const isAskedOfMoney = ({ question }: Idea): boolean => question?.backTo === 'funder';
export const isForFunder = (idea: Idea): boolean => idea.waiting?.for === 'funder' || isAskedOfMoney(idea);
/** Waits for them, or for an answer to their question: nobody has to wait for the answer. */
export const isWith = (whom: 'driver' | 'deciders', idea: Idea): boolean =>
  !isAskedOfMoney(idea) && (idea.waiting?.for === whom || idea.question?.backTo === whom);

export const asksToAccept =
  (task: AcceptedTask) =>
  (idea: Idea): boolean =>
    idea[task]?.accepted === false;
/** A task may be reported by the one who has said yes to it, and by a decider at any time. */
export const acceptedBy =
  (task: AcceptedTask) =>
  (idea: Idea, roles: ReadonlySet<Role>): boolean =>
    roles.has('decider') || idea[task]?.accepted === true;
