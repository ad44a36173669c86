import type { ChangeRows, Operation, OperationEffect } from '../store/commit.js';
import type { Deps } from './deps.js';

/** How often a change is tried again when somebody else's comes between: far more than people can collide. */
const TRIES = 20;

/** A kind of record, as its store knows it: `S` is the record as read, with its version, and `R` the record itself. */
export interface RecordStore<S, R, E> {
  load(id: string): Promise<S | undefined>;
  /** `after`: the record that the events make, where whoever has decided on them knows it already. */
  write(change: { before: S | undefined; id: string; events: readonly E[]; after?: R }): ChangeRows & { after: R };
}

/**
 * What is made of a record as it was read: an answer that changes nothing, or events to save under an operation. `answers`
 * is asked of the record that they make, at the same time as that is saved, and counts where it is.
 */
export type Verdict<R, E, A> = { kind: 'answer'; answer: A } | ({ kind: 'change' } & Operation & EventsMade<R, E, A>);

interface EventsMade<R, E, A> {
  events: readonly E[];
  /** The record that they make, where it is known already. */
  after?: R;
  answers: (after: R, events: readonly E[]) => A | Promise<A>;
}

/** Nothing is changed. */
export const answering = <A>(answer: A) => ({ kind: 'answer', answer }) as const;

type CommitDeps = Pick<Deps, 'commits' | 'kick'>;

interface ChangeTask<S, R, E, A> {
  /** Which record, as it is now; none where it is to be made. */
  meet: () => Promise<{ id: string; before: S | undefined; verdict: Verdict<R, E, A> }>;
  /** The answer where the operation had been spent before, on what it says. */
  again: (effect: OperationEffect) => A | Promise<A>;
}

/**
 * The one way in which a record changes: load, judge on what is stored, decide, save; and all of it anew when somebody
 * else's change came between. `judge` gets undefined where there is no such record, and what `beside` has read at the same
 * time. An operation is one effect, however often it is tried. Tells delivery that others are owed messages.
 */
export function decideAndSave<S, R, E, A, T = undefined>(
  deps: CommitDeps,
  kind: RecordStore<S, R, E>,
  id: string,
  change: {
    beside?: () => Promise<T>;
    judge: (before: S | undefined, beside: T) => Promise<Verdict<R, E, A>>;
    again: ChangeTask<S, R, E, A>['again'];
  },
): Promise<A> {
  const { beside, judge, again } = change;
  return untilSaved(deps, kind, {
    async meet() {
      const [before, read] = await Promise.all([kind.load(id), beside?.()]);
      // Undefined where nothing is read beside it, and then T is that.
      return { id, before, verdict: await judge(before, read as T) };
    },
    again,
  });
}

/** The same for a record that is not there yet: `draw` gives an id, and another one where that is taken. */
export function decideAndCreate<S, R, E, A, T = undefined>(
  deps: CommitDeps,
  kind: RecordStore<S, R, E>,
  draw: () => string,
  change: {
    beside?: () => Promise<T>;
    judge: (id: string, beside: T) => Verdict<R, E, A>;
    again: ChangeTask<S, R, E, A>['again'];
  },
): Promise<A> {
  const { beside, judge, again } = change;
  return untilSaved(deps, kind, {
    async meet() {
      const id = draw();
      // Undefined where nothing is read beside it, and then T is that.
      return { id, before: undefined, verdict: judge(id, (await beside?.()) as T) };
    },
    again,
  });
}

async function untilSaved<S, R, E, A>(
  { commits, kick }: CommitDeps,
  kind: RecordStore<S, R, E>,
  { meet, again }: ChangeTask<S, R, E, A>,
): Promise<A> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { id, before, verdict } = await meet();
    if (verdict.kind === 'answer') return verdict.answer;
    const { kind: _, events, after: made, answers, ...operation } = verdict;
    const { after, ...written } = kind.write({ before, id, events, ...(made && { after: made }) });
    const [committed, answer] = await Promise.all([commits.commit(written, operation), answers(after, events)]);
    if (committed.kind === 'conflict') continue;
    // Also where it had been done before: whoever did it may have died before saying so.
    kick({ steps: written.step !== undefined });
    return committed.kind === 'saved' ? answer : again(committed.effect);
  }
  throw new Error(`A record changed ${TRIES} times while it was to be changed`);
}
