import type { PersonRef } from '../../../person/person.js';
import type { CommandContext } from '../../command.js';
import type { Idea, Standing, Waiting } from '../../idea.js';
import { forDeciders, forDriver, waitsFor } from '../../standing.js';
import { withoutQuestion } from '../changes.js';

/** Whom an idea waits for when it waited for somebody who is not there any more. */

export type PersonTask = Extract<Waiting, { person: unknown }>['for'];
type Back = (context: CommandContext, gone: PersonRef, next: PersonRef | undefined) => Standing;

const toDeciders: Back = (context) => forDeciders(context, context.idea.stage);

const back: { readonly [T in PersonTask]: Back } = {
  driver: toDeciders,
  owner: toDeciders,
  // As when somebody says no to doing it.
  doer: (context) => forDeciders(context, 'submitted'),
  // The question goes to whoever is the submitter next; where nobody is, it is not waited for any more.
  submitter: (context, gone, next) => {
    const { idea } = context;
    if (next) return waitsFor(context, idea.stage, { for: 'submitter', person: next });
    const drives = idea.question?.backTo === 'driver' && idea.driver?.person !== gone;
    return drives ? forDriver(context, idea.stage) : forDeciders(context, idea.stage);
  },
};

/** As what the idea waits for them; undefined where it does not. */
export const taskWaitedFor = ({ waiting }: Idea, person: PersonRef): PersonTask | undefined =>
  waiting && 'person' in waiting && waiting.person === person ? waiting.for : undefined;

/** Whom it waits for instead of somebody for whom it waited as this. `next`: who is its submitter then; absent where that stays as it is. */
export const withoutThem = (
  context: CommandContext,
  gone: PersonRef,
  waitedAs: PersonTask,
  next?: PersonRef,
): Standing => back[waitedAs](context, gone, next);

/** The idea with the question that it waits for an answer to, where somebody can still give it. */
export const withoutTheirQuestion = (idea: Idea, { waiting }: Standing): Idea =>
  waiting?.for === (idea.question?.backTo === 'funder' ? 'driver' : 'submitter') ? idea : withoutQuestion(idea);
