import { isOpenTo } from '../../../domain/idea/decide.js';
import { type PartName, partNames } from '../../../domain/idea/fields.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { canBeFilled } from '../../../domain/idea/needs.js';
import type { Role } from '../../../domain/idea/policy.js';
import { type MethodTally, toldOf } from '../../../domain/method/method-use.js';
import { type Method, type MethodFill, methodsFor } from '../../../domain/method/methods.js';
import type { Person } from '../../../domain/person/person.js';
import type { MethodUse } from '../../../store/method/method-uses.js';
import { type Deps, todayIn } from '../../deps.js';
import { rolesNow } from '../roles.js';

/** Which method somebody opens, perhaps from what an idea needs. */
export interface MethodAsked {
  method?: string | undefined;
  idea?: string | undefined;
  part?: PartName | undefined;
}

/** A method as somebody reads it. */
export interface MethodView {
  method: Method;
  /** Others by which the same answer can be found. */
  others: readonly Method[];
  /** How it went for others; absent where too few have used it. */
  tally?: MethodTally | undefined;
  /** The idea from whose card it was opened. */
  idea?: MethodOnIdea | undefined;
}

export interface MethodOnIdea {
  id: string;
  /** What it fills, where this reader can fill it in now. */
  fills?: PartName | 'core' | undefined;
  part?: PartName | undefined;
  /** They work with the idea, and so may say that it has used the method. */
  works: boolean;
  /** What the idea has said of it before. */
  use?: MethodUse | undefined;
}

/**
 * One method; undefined where there is none of that name, or none for what the idea needs. One round trip, three where it is opened
 * from an idea, however many use it.
 */
export async function openMethod(deps: Deps, person: Person, asked: MethodAsked): Promise<MethodView | undefined> {
  const { methods } = deps.settings();
  const idea = asked.idea === undefined ? undefined : (await deps.ideas.load(asked.idea))?.idea;
  const fitting = idea && asked.part ? methodsFor(methods, asked.part, idea.stage) : [];
  const method = methods.find(({ id }) => id === asked.method) ?? fitting[0];
  if (!method) return undefined;
  const [tally, onIdea] = await Promise.all([
    deps.methodUses.tally(method.id, todayIn(deps)),
    idea && onIdeaOf(deps, person, { idea, method, part: asked.part }),
  ]);
  return { method, others: fitting.filter(({ id }) => id !== method.id), tally: toldOf(tally), idea: onIdea };
}

async function onIdeaOf(
  deps: Deps,
  person: Person,
  { idea, method, part }: { idea: Idea; method: Method; part: PartName | undefined },
): Promise<MethodOnIdea> {
  const [roles, use] = await Promise.all([rolesNow(deps, person, idea), deps.methodUses.use(idea.id, method.id)]);
  return {
    ...{ id: idea.id, part, fills: fillsNow(idea, roles, part ?? method.fills) },
    works: worksWith(idea, roles),
    use,
  };
}

function fillsNow(idea: Idea, roles: ReadonlySet<Role>, what: PartName | MethodFill): MethodOnIdea['fills'] {
  if (what === 'core') return isOpenTo('tellCore', idea, roles) ? what : undefined;
  const part = partNames.find((one) => one === what);
  return part && isOpenTo('fill', idea, roles) && canBeFilled(idea, part) ? part : undefined;
}

/** Those who fill in what an idea needs are who finds it out. */
export const worksWith = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  isOpenTo('fill', idea, roles) || isOpenTo('tellCore', idea, roles);
