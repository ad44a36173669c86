import type { PersonRef } from '../../person/person.js';
import type { Idea } from '../idea.js';
import type { Role } from '../people/role.js';
import { worksOn } from '../policy.js';
import { isOpenToEverybody } from '../reading/visibility.js';
import { stages } from '../stages.js';

/** Whether others can be asked for help with it: it goes on, everybody may read it, and no name is kept. */
export const canHaveHelp = (idea: Idea): boolean =>
  stages[idea.stage].open && isOpenToEverybody(idea) && !idea.confidential;

/** Whoever has said yes to the work, and those who decide. */
export const mayAskForHelp = (idea: Idea, { ref, roles }: { ref: PersonRef; roles: ReadonlySet<Role> }): boolean =>
  canHaveHelp(idea) && (roles.has('decider') || worksOn(ref, idea));
