import { canThank, type Help, isAskedOf } from '../../domain/helping/help.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isOpenToEverybody } from '../../domain/idea/reading/visibility.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import type { HelpNamed } from './answer-help.js';

/** Somebody in a question for help, as the others in it read of them; a protected name is read by nobody. */
export interface HelpContact {
  name: string;
  email?: string;
  department?: string;
}

/** A question for help as one of those in it reads it. */
export interface HelpView {
  help: Help;
  idea: Idea;
  /** As what: `asked` can say yes or no; `solved`: somebody else came first; `over`: it has ended. */
  as: 'asker' | 'asked' | 'desk' | 'helper' | 'declined' | 'solved' | 'over';
  canThank: boolean;
  asker?: HelpContact;
  helper?: HelpContact;
}

/** Undefined for whoever is not in it, and where it is kept no longer or its idea is not to be read. Two round trips' time. */
export async function viewHelp(
  deps: Deps,
  person: Person,
  { idea: id, name }: HelpNamed,
): Promise<HelpView | undefined> {
  const [stored, found] = await Promise.all([deps.helpRequests.named(id, name), deps.ideas.load(id)]);
  if (!stored || !found || !isOpenToEverybody(found.idea)) return undefined;
  const { help } = stored;
  const as = partIn(help, heldRefsOf(person));
  if (!as) return undefined;
  const { by, helper } = help;
  const seesHelper = as === 'asker' && helper !== undefined;
  const people = await deps.people.byRefs([by, ...(seesHelper ? [helper] : [])]);
  const contact = (ref: PersonRef): HelpContact | undefined => {
    const known = people.get(ref)?.person;
    if (!known || known.protected) return undefined;
    const [email] = known.emails;
    const { name: named, department } = known;
    return { name: named, ...(email !== undefined && { email }), ...(department !== undefined && { department }) };
  };
  const asker = contact(by);
  const helping = seesHelper ? contact(helper) : undefined;
  return {
    ...{ help, idea: found.idea, as, canThank: as === 'asker' && canThank(help) },
    ...(asker && { asker }),
    ...(helping && { helper: helping }),
  };
}

function partIn(help: Help, refs: readonly PersonRef[]): HelpView['as'] | undefined {
  const { by, helper, asked, desk, no } = help;
  if (refs.includes(by)) return 'asker';
  if (helper !== undefined && refs.includes(helper)) return 'helper';
  const wasAsked = (some: readonly PersonRef[]) => some.some((ref) => refs.includes(ref));
  if (!wasAsked([...asked, ...desk])) return undefined;
  if (helper !== undefined) return 'solved';
  if (wasAsked(no)) return 'declined';
  if (!refs.some((ref) => isAskedOf(help, ref))) return 'over';
  return wasAsked(asked) ? 'asked' : 'desk';
}
