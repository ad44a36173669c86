import { type Actor, decide } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { evolve } from '../../domain/idea/evolve.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import { newIdeaId } from '../../domain/ids.js';
import { onlyDepartment } from '../../domain/organisation/place.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { answering, decideAndCreate, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf } from '../deps.js';
import { colleague } from '../person/colleague.js';
import { chainOf } from '../person/post-holders.js';
import { arrivesAt } from './people/holiday.js';

export interface Submission {
  idempotencyKey: string;
  words: Words;
  confidential: boolean;
  /** The form's department; the person's own where the form says none, and the only one there is where neither does. */
  department: string | undefined;
  /** E-mail address of the colleague whose idea it is: they are asked, and until they say yes it is the writer's. */
  forColleague?: string | undefined;
  /** The challenge that it answers, by its id. */
  challenge?: string | undefined;
}

/**
 * Takes in a new idea, once for each form: the same form again gives the idea that it became. Refuses words that are
 * missing or too long, a department that is none, and an address that is no colleague's. Two round trips, one more for
 * a colleague.
 */
export async function submitIdea(deps: Deps, person: Person, submission: Submission): Promise<Result<Idea, Refusal>> {
  const { idempotencyKey, words, confidential, challenge } = submission;
  const place = deps.directory().department(departmentOf(deps, submission, person) ?? '');
  if (!place) return refuse({ code: 'unknownDepartment' });
  const { code: department } = place;
  const [chain, whose] = await Promise.all([
    chainOf(deps, department),
    submission.forColleague?.trim() ? colleague(deps, person, submission.forColleague)() : person.ref,
  ]);
  if (!whose) return refuse({ code: 'unknownColleague' });
  const submitters = { submitter: person.ref, coSubmitters: [] };
  const unit = department === person.department ? person.unit : undefined;
  const actor = { ref: person.ref, roles: new Set([]), leads: [] };
  return decideAndCreate(deps, deps.ideas, () => newIdeaId(deps.random), {
    judge(id): Verdict<Idea, IdeaEvent, Result<Idea, Refusal>> {
      const data = {
        id,
        ...submitters,
        department,
        ...(unit && { unit }),
        confidential,
        ...(place.readFirst && { readFirst: true as const }),
        ...(challenge !== undefined && { challenge }),
        ...arrivesAt(deps, chain, submitters),
      };
      const decision = decide({ type: 'submit', data, words }, undefined, actor, settingOf(deps));
      if (!decision.ok) return answering(decision);
      const begun = evolve(undefined, decision.value, id);
      const asked = asking(deps, begun, whose, actor);
      return {
        ...{ kind: 'change', idempotencyKey, answers: accept },
        events: [decision.value, ...asked],
        after: asked.reduce((idea, event) => evolve(idea, event), begun),
      };
    },
    // An operation that the same person has spent on something else, perhaps another's idea, makes nothing theirs.
    async again({ by, id, seq }) {
      const earlier = by === person.ref && seq <= 2 ? await deps.ideas.load(id) : undefined;
      return earlier ? accept(earlier.idea) : refuse({ code: 'stale' });
    },
  });
}

/** The form's department, else the person's own, else the only one that there is. */
const departmentOf = (
  { directory }: Pick<Deps, 'directory'>,
  submission: Pick<Submission, 'department'>,
  person: Person,
): string | undefined => submission.department ?? person.department ?? onlyDepartment(directory())?.code;

/** Whether it would be taken in, as far as that can be said without asking storage. */
export function isSound(deps: Deps, person: Person, { words, ...rest }: Submission): boolean {
  const department = departmentOf(deps, rest, person);
  return deps.directory().department(department ?? '') !== undefined && !faultIn(deps, words);
}

/** What is wrong with the words of an idea, whoever sends it in and wherever; undefined where nothing is. */
export function faultIn(deps: Deps, words: Words): Refusal | undefined {
  const data = {
    id: '',
    submitter: '',
    coSubmitters: [],
    department: '',
    confidential: false,
    tier: 'leader' as const,
  };
  const actor = { ref: '', roles: new Set([]), leads: [] };
  const decision = decide({ type: 'submit', data, words }, undefined, actor, settingOf(deps));
  return decision.ok ? undefined : decision.refusal;
}

/** The question to the colleague whose idea it is, asked in the same change; none where the writer has it. */
function asking(deps: Deps, begun: Idea, person: PersonRef, writer: Pick<Actor, 'ref'>): IdeaEvent[] {
  if (person === writer.ref) return [];
  const actor: Actor = { ref: writer.ref, roles: new Set(['submitter']), leads: [] };
  const command = { type: 'addCoSubmitter', data: { person, as: 'submitter' }, words: {} } as const;
  const asked = decide(command, begun, actor, settingOf(deps));
  return asked.ok ? [asked.value] : [];
}
