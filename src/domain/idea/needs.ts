import { isHandedIn } from './deciding/decided-on.js';
import type { Idea } from './idea.js';
import { type Stage, stageRow } from './stages.js';
import { takesPart } from './use/adoption.js';

/**
 * What an idea needs to go on, as parts of a few answers each ("Det här behövs"). A part is one short form. All answers are
 * kept as text: a choice as its option's name, several as names with commas, a date as YYYY-MM-DD, an amount as whole SEK.
 */
export type Field =
  | { kind: 'text'; limit: number }
  /** `formerly`: what options were called in answers of earlier years, each with its name now. */
  | { kind: 'one' | 'several'; options: readonly string[]; formerly?: Readonly<Record<string, string>> }
  | { kind: 'day' }
  | { kind: 'amount' };

// Together below 16,000 characters, so that the answers of one idea fit into one column of its row, escapes and all.
export const fields = {
  groups: { kind: 'several', options: ['residents', 'users', 'colleagues'] },
  participation: { kind: 'text', limit: 700 },
  origins: {
    kind: 'several',
    options: ['resident', 'serviceUser', 'pupil', 'visitor', 'association', 'company', 'university', 'colleague'],
    formerly: {
      residents: 'resident',
      associations: 'association',
      companies: 'company',
      academia: 'university',
      colleagues: 'colleague',
    },
  },
  expectation: { kind: 'text', limit: 1500 },
  worth: { kind: 'text', limit: 700 },
  cost: { kind: 'amount' },
  activity: { kind: 'text', limit: 1500 },
  companions: { kind: 'text', limit: 700 },
  start: { kind: 'day' },
  end: { kind: 'day' },
  sign: { kind: 'text', limit: 700 },
  measure: { kind: 'text', limit: 300 },
  today: { kind: 'text', limit: 200 },
  target: { kind: 'text', limit: 200 },
  partners: { kind: 'text', limit: 700 },
  procurement: { kind: 'one', options: ['no', 'yes'] },
  outcome: { kind: 'text', limit: 3000 },
  learned: { kind: 'text', limit: 3000 },
  recommendation: { kind: 'one', options: ['scale', 'here', 'extend', 'close'] },
  used: { kind: 'amount' },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

type Choosing = Extract<Field, { options: unknown }>;

/** The options that an answer names, each once; one that was called otherwise in earlier years, by its name now. */
export function chosenIn({ options, formerly = {} }: Choosing, answer: string): { chosen: string[]; unknown: boolean } {
  const names = answer.split(',').map((name) => name.trim());
  const named = names.map((name) => (Object.hasOwn(formerly, name) ? formerly[name] : name));
  const chosen = options.filter((option) => named.includes(option));
  return { chosen, unknown: named.some((name) => !chosen.includes(name ?? '')) };
}

export type Answers = Partial<Record<FieldName, string>>;

interface Part {
  fields: readonly FieldName[];
  /** A part that is asked for in the same form; it has one of its own too. */
  along?: string;
  /** The part is asked for only then. */
  when?: (idea: Pick<Idea, 'answers' | 'money' | 'smallTest'>) => boolean;
  /** A part that is filled by what happens, not by a form. */
  by?: (idea: Idea) => boolean;
}

/** What the test is said to cost, in whole SEK; undefined while nobody has said. */
export const costOf = ({ answers }: Pick<Idea, 'answers'>): number | undefined =>
  answers.cost === undefined ? undefined : Number(answers.cost);

const costs = (idea: Pick<Idea, 'answers'>): boolean => (costOf(idea) ?? 0) > 0;
/** It costs as much as makes a whole plan worth its while. */
const costsMore = (idea: Pick<Idea, 'answers' | 'smallTest'>): boolean => costs(idea) && !idea.smallTest;

/** Whether a test of this cost is a small one, where all below `limit` SEK are; one that costs nothing asks for no money at all. */
export const isSmallCost = (cost: number, limit: number): boolean => cost > 0 && cost < limit;

export const parts = {
  idea: { fields: [], by: ({ words }) => words.title !== '' && words.problem !== '' },
  done: { fields: [], by: ({ ending }) => ending?.done !== undefined },
  concerned: { fields: ['groups', 'participation'] },
  source: { fields: ['origins'] },
  expectation: { fields: ['expectation'], along: 'worth' },
  worth: { fields: ['worth'] },
  cost: { fields: ['cost'] },
  activity: { fields: ['activity', 'companions'] },
  time: { fields: ['start', 'end'] },
  sign: { fields: ['sign'] },
  goal: { fields: ['measure', 'today', 'target'], when: costsMore },
  partners: { fields: ['partners'], when: costsMore },
  procurement: { fields: ['procurement'], when: costsMore },
  money: { fields: [], when: costs, by: ({ money }) => money?.granted !== undefined },
  result: { fields: ['outcome', 'learned', 'recommendation'] },
  used: { fields: ['used'], when: ({ money }) => money?.granted !== undefined },
  owner: { fields: [], by: ({ owner }) => owner?.accepted === true },
  departments: { fields: [], by: ({ adoptions }) => Object.values(adoptions).some(({ status }) => takesPart(status)) },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof parts;
export const partNames = Object.keys(parts) as [PartName, ...PartName[]];

export const partRow = (part: PartName): Part => parts[part];

/** The part that is asked for in the same form; undefined for most. */
export function alongWith(part: PartName): PartName | undefined {
  const { along } = partRow(part);
  return partNames.find((name) => name === along);
}

/** All that the form of a part asks for. */
export function formFields(part: PartName): readonly FieldName[] {
  const along = alongWith(part);
  return [...partRow(part).fields, ...(along ? partRow(along).fields : [])];
}

/** True for a part that is a form: the others are filled by what happens. */
export const isForm = (part: PartName): boolean => partRow(part).fields.length > 0;

export type NeedState = 'done' | 'partly' | 'missing';
export interface Need {
  part: PartName;
  state: NeedState;
}

function stateOf(part: PartName, idea: Idea): NeedState {
  const { by, fields: asked } = partRow(part);
  if (by) return by(idea) ? 'done' : 'missing';
  const given = asked.filter((field) => idea.answers[field] !== undefined).length;
  return given === asked.length ? 'done' : given > 0 ? 'partly' : 'missing';
}

/** What a stage needs of this idea, done or not. */
export const needsOf = (idea: Idea, stage: Stage = idea.stage): Need[] =>
  stageRow(stage)
    .needs.filter((part) => partRow(part).when?.(idea) ?? true)
    .map((part) => ({ part, state: stateOf(part, idea) }));

/** Whether the form of a part can be filled now: by nobody while somebody decides on what stands there. */
export const canBeFilled = (idea: Idea, part: PartName): boolean =>
  isForm(part) && needsOf(idea).some((need) => need.part === part) && !isHandedIn(idea);

/** Whether everything that a form can fill is there: the idea can go on. */
export const isReady = (idea: Idea): boolean =>
  needsOf(idea).every(({ part, state }) => state === 'done' || !isForm(part));
