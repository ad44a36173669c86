import { type Result, refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import type { Actor, CommandContext } from '../../command.js';
import type { Idea } from '../../idea.js';
import type { Refusal } from '../../refusal.js';
import { type Adoption, takesPart } from '../../use/adoption.js';
import { goesOnAt } from '../../use/in-use.js';

/** The departments that are not asked yet and do not have the idea already. */
export const notYetAsked = (departments: readonly string[], { department, adoptions }: Idea): string[] =>
  [...new Set(departments)].filter((code) => code !== department && !adoptions[code]);

/** The idea with these departments asked to take it in. */
export function withInvited(idea: Idea, { departments, answerBy }: { departments: string[]; answerBy: Day }): Idea {
  const invitations = departments.map((code): [string, Adoption] => [code, { status: 'invited', answerBy }]);
  return { ...idea, adoptions: { ...idea.adoptions, ...Object.fromEntries(invitations) } };
}

/** What a department does with the idea. */
export interface OfDepartment {
  department: string;
}

/** A leader answers for the own department only. */
export const leads = ({ leads: own }: Actor, department: string): boolean => own.includes(department);

export const notLed = ({ actor, data }: CommandContext<OfDepartment>): Result<never, Refusal> | undefined =>
  leads(actor, data.department) ? undefined : refuse({ code: 'notYourDepartment' });

export const statusIn = ({ idea, data }: Pick<CommandContext<OfDepartment>, 'idea' | 'data'>) =>
  idea.adoptions[data.department]?.status;

/** Why a department cannot say how it goes there: its leader does, while it has the idea in its everyday work or tests it. */
export function usingThere(context: CommandContext<OfDepartment>): Result<never, Refusal> | undefined {
  const status = statusIn(context);
  const { department, stage } = context.idea;
  // What its own department does with an idea is told otherwise (in-use/).
  const isThere = context.data.department !== department && takesPart(status) && goesOnAt(stage, status);
  return isThere ? notLed(context) : refuse({ code: 'notNow' });
}
