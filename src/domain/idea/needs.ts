import { agreedStop } from './deciding/agreed-stop.js';
import { isHandedIn } from './deciding/decided-on.js';
import { hasMeasuredGoal } from './deciding/measured-goal.js';
import { costOf, isFree } from './deciding/resources.js';
import { type FieldName, fields, type NeedField, type PartName, partFields } from './fields.js';
import type { Idea } from './idea.js';
import { type Stage, stageRow } from './stages.js';
import { takesPart } from './use/adoption.js';

interface NeedPart {
  /** A part that is asked for in the same form; it has one of its own too. */
  along?: PartName;
  /** The part is asked for only then. */
  when?: (idea: Pick<Idea, 'answers' | 'money' | 'smallTest'>) => boolean;
  /** The idea goes on without it: it is shown where this holds, and may be filled all the same. */
  beside?: (idea: Pick<Idea, 'answers'>) => boolean;
  /** A part that is filled by what happens, not by a form. */
  by?: (idea: Idea) => boolean;
}

/** It costs as much as makes a whole plan worth its while. */
const costsMore = (idea: Pick<Idea, 'answers' | 'smallTest'>): boolean => (costOf(idea) ?? 0) > 0 && !idea.smallTest;

const parts: { readonly [P in PartName]?: NeedPart } = {
  idea: { by: ({ words }) => words.title !== '' && words.problem !== '' },
  done: { by: ({ ending }) => ending?.done !== undefined },
  expectation: { along: 'worth' },
  goal: { when: costsMore },
  partners: { when: costsMore },
  procurement: { when: costsMore },
  agreement: { beside: () => true },
  soFar: { beside: (idea) => agreedStop(idea) !== undefined },
  money: { when: (idea) => !isFree(idea), by: ({ money }) => money?.granted !== undefined },
  used: { when: ({ money }) => money?.granted !== undefined },
  owner: { by: ({ owner }) => owner?.accepted === true },
  departments: { by: ({ adoptions }) => Object.values(adoptions).some(({ status }) => takesPart(status)) },
};

export const partRow = (part: PartName): NeedPart & { fields: readonly FieldName[] } => ({
  fields: partFields[part],
  ...parts[part],
});

/** The part that is asked for in the same form; undefined for most. */
export function alongWith(part: PartName): PartName | undefined {
  return partRow(part).along;
}

type AskedOf = Pick<Idea, 'answers' | 'money'>;

/** What was used is told of what was given, and whether a goal was reached where there was one. */
const fieldsWhen: { readonly [F in FieldName]?: (idea: AskedOf) => boolean } = {
  reached: hasMeasuredGoal,
  used: ({ money }) => (money?.granted ?? 0) > 0,
  usedHours: ({ money }) => (money?.grantedHours ?? 0) > 0,
};

/** The fields of a part that this idea is asked for. */
const askedOf = (part: PartName, idea: AskedOf): FieldName[] =>
  partRow(part).fields.filter((field) => fieldsWhen[field]?.(idea) ?? true);

/** All that the form of a part asks for of this idea. */
export function formFields(part: PartName, idea: AskedOf): readonly FieldName[] {
  const along = alongWith(part);
  return [...askedOf(part, idea), ...(along ? askedOf(along, idea) : [])];
}

/** All that the form of a part may ask for, of any idea. */
export function mayAsk(part: PartName): readonly FieldName[] {
  const along = alongWith(part);
  return [...partRow(part).fields, ...(along ? partRow(along).fields : [])];
}

const isOptional = (name: FieldName): boolean => {
  const field: NeedField = fields[name];
  return 'optional' in field && field.optional === true;
};

/** True for a part that is a form: the others are filled by what happens. */
export const isForm = (part: PartName): boolean => partRow(part).fields.length > 0;

export type NeedState = 'done' | 'partly' | 'missing';
export interface Need {
  part: PartName;
  state: NeedState;
}

function stateOf(part: PartName, idea: Idea): NeedState {
  const { by } = partRow(part);
  if (by) return by(idea) ? 'done' : 'missing';
  const asked = askedOf(part, idea);
  const given = (field: FieldName): boolean => idea.answers[field] !== undefined;
  if (asked.every((field) => given(field) || isOptional(field))) return 'done';
  return asked.some(given) ? 'partly' : 'missing';
}

/** What a stage needs of this idea, done or not. */
export const needsOf = (idea: Idea, stage: Stage = idea.stage): Need[] =>
  stageRow(stage)
    .needs.filter((part) => !isBeside(part) && (partRow(part).when?.(idea) ?? true))
    .map((part) => ({ part, state: stateOf(part, idea) }));

/** A part without which the idea goes on all the same. */
export const isBeside = (part: PartName): boolean => partRow(part).beside !== undefined;

/** What this idea may have at its stage beside what it needs, done or not. */
export const besideNeeds = (idea: Idea): Need[] =>
  stageRow(idea.stage)
    .needs.filter((part) => partRow(part).beside?.(idea) ?? false)
    .map((part) => ({ part, state: stateOf(part, idea) }));

/** Whether the form of a part can be filled now: by nobody while somebody decides on what stands there. */
export const canBeFilled = (idea: Idea, part: PartName): boolean =>
  isForm(part) && isAskedFor(idea, part) && !isHandedIn(idea);

const isAskedFor = (idea: Idea, part: PartName): boolean =>
  isBeside(part) ? stageRow(idea.stage).needs.includes(part) : needsOf(idea).some((need) => need.part === part);

/** Whether everything that a form can fill is there: the idea can go on. */
export const isReady = (idea: Idea): boolean =>
  needsOf(idea).every(({ part, state }) => state === 'done' || !isForm(part));
