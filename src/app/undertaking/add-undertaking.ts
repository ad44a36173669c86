import { newIdeaId } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { decideUndertaking } from '../../domain/undertaking/decide.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { UndertakingRefusal } from '../../domain/undertaking/refusal.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { UndertakingWords } from '../../domain/undertaking/words.js';
import { yearOf } from '../../domain/year-parts.js';
import type { OperationEffect } from '../../store/commit.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import { type Deps, todayIn } from '../deps.js';
import { mayUndertakeFor } from './roles.js';
import { undertakingSetting } from './setting.js';

/** What stands in the form. */
export interface UndertakingAdded {
  idempotencyKey: string;
  department: string;
  until: string;
  words: UndertakingWords;
}

type Added = Result<Undertaking, UndertakingRefusal>;

/**
 * Adds what a department undertakes for the year of its day, once for each form: the same again gives the one that it became. Three
 * of a year at most: each takes a place that no other has at the same moment. Two round trips.
 */
export async function addUndertaking(
  deps: Deps,
  person: Person,
  { idempotencyKey, until, words, ...named }: UndertakingAdded,
): Promise<Added> {
  const department = deps.directory().codeNow(named.department);
  const mayAdd = mayUndertakeFor(deps, person, department);
  if (!mayAdd) return refuse({ code: 'notAllowed' });
  const codes = deps.directory().everyCode([department]);
  const year = yearOf(until || todayIn(deps));
  const made = await decideAndCreate(deps, deps.undertakings, () => newIdeaId(deps.random), {
    beside: () => deps.undertakings.ofYear(year, codes),
    judge(_id, ofYear): Verdict<Undertaking, UndertakingEvent, Added> {
      const counted = ofYear.filter(({ stage }) => stage !== 'dropped');
      const [placesTaken, dropped] = [counted.map(({ place }) => place), ofYear.length - counted.length];
      const command = { type: 'addUndertaking', data: { department, until }, words } as const;
      const actor = { ref: person.ref, roles: new Set<never>(), mayAdd };
      const decision = decideUndertaking(command, undefined, actor, {
        ...undertakingSetting(deps),
        ...{ placesTaken, dropped },
      });
      if (!decision.ok) return answering(decision);
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: accept };
    },
    again: async (effect) => (await addedBy(deps, person, effect)) ?? refuse({ code: 'stale' }),
  });
  if (made.ok) return made;
  // A refusal may be our own effect, seen again: the place is taken by what was added.
  const effect = await deps.commits.effectOf(idempotencyKey);
  return (effect && (await addedBy(deps, person, effect))) ?? made;
}

/** What an operation has added; undefined of one that has been spent on something else, or that is another's. */
async function addedBy(
  { undertakings }: Pick<Deps, 'undertakings'>,
  person: Person,
  { by, id, seq, record }: OperationEffect,
): Promise<Added | undefined> {
  if (record !== 'undertaking' || by !== person.ref || seq !== 1) return undefined;
  const stored = await undertakings.load(id);
  return stored && accept(stored.undertaking);
}
