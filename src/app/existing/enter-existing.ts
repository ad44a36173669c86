import type { ExistingStage } from '../../domain/existing/enter.js';
import { mayEnterFor, usualAmong } from '../../domain/existing/may-enter.js';
import { decide } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { evolve } from '../../domain/idea/evolve.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import { newIdeaId } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Day } from '../../domain/time.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf } from '../deps.js';
import { tierFor } from '../idea/people/deciders.js';
import { colleague } from '../person/colleague.js';
import { chainOf } from '../person/post-holders.js';

/** Something that a department tests, uses or has tried, as it is written in a form or stands in a file. */
export interface ExistingEntry {
  idempotencyKey: string;
  stage: ExistingStage;
  /** Title, problem and perhaps solution; `lesson`: how it goes, or what was learned; `start` and `end`: days. */
  words: Words;
  /** Absent: the person's own, or the only one for which they may enter anything. */
  department?: string | undefined;
  /** Address of whoever answers for it, or what stands for oneself in a list. Absent: the one who enters it. */
  contact?: string | undefined;
  /** In use: when it is first asked how it goes. */
  askOn?: Day | undefined;
}

/** The idea that was made of it; `isNew`: by this call, and not by an earlier one with the same key. */
export interface EnteredIdea {
  idea: Idea;
  isNew: boolean;
}

/**
 * Enters what exists already as an idea in its stage, once for each key: the same again gives the idea that it became. Refuses
 * whoever has no post in the department, words and days that cannot be, and a contact who is no colleague. Nobody gets a
 * message. Two round trips, one more for a contact.
 */
export async function enterExisting(
  deps: Deps,
  person: Person,
  entry: ExistingEntry,
): Promise<Result<EnteredIdea, Refusal>> {
  const { idempotencyKey, stage, words, contact, askOn } = entry;
  const directory = deps.directory();
  const own = mayEnterFor(person, directory);
  if (own.length === 0) return refuse({ code: 'notAllowed' });
  const department = directory.codeNow(entry.department || usualAmong(own, person.department) || '');
  if (!department || !directory.department(department)) return refuse({ code: 'unknownDepartment' });
  if (!own.includes(department)) return refuse({ code: 'notYourDepartment' });
  const [chain, named] = await Promise.all([
    chainOf(deps, department),
    contact?.trim() ? colleague(deps, person, contact)() : person.ref,
  ]);
  if (!named) return refuse({ code: 'unknownColleague' });
  const submitters = { submitter: person.ref, coSubmitters: [] };
  const unit = department === person.department ? person.unit : undefined;
  const actor = { ref: person.ref, roles: new Set([]), leads: [] };
  return decideAndCreate(deps, deps.ideas, () => newIdeaId(deps.random), {
    judge(id): Verdict<Idea, IdeaEvent, Result<EnteredIdea, Refusal>> {
      const data = {
        ...{ id, stage, department, submitter: person.ref, tier: tierFor(chain, submitters) },
        ...(unit && { unit }),
        ...(named !== person.ref && { contact: named }),
        ...(askOn && { askOn }),
      };
      const decision = decide({ type: 'enter', data, words }, undefined, actor, settingOf(deps));
      if (!decision.ok) return answering(decision);
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value] },
        after: evolve(undefined, decision.value, id),
        answers: (idea) => accept({ idea, isNew: true }),
      };
    },
    // An operation that the same person has spent on something else makes nothing theirs.
    async again({ by, id, seq }) {
      const earlier = by === person.ref && seq === 1 ? await deps.ideas.load(id) : undefined;
      return earlier?.idea.entered ? accept({ idea: earlier.idea, isNew: false }) : refuse({ code: 'stale' });
    },
  });
}
