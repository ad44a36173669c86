import type { Command } from '../../../src/domain/idea/commands.js';
import { decide, type Refusal } from '../../../src/domain/idea/decide.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { answersFor, mayAnswer, mayName, type Role, rolesOn } from '../../../src/domain/idea/policy.js';
import { mayReadWords } from '../../../src/domain/idea/reading/visibility.js';
import type { Directory } from '../../../src/domain/organisation/directory.js';
import { createDirectory } from '../../../src/domain/organisation/directory.js';
import { heldPosts } from '../../../src/domain/person/held-posts.js';
import { postsOf } from '../../../src/domain/person/posts.js';
import { given, setting, submit, submitter } from '../../../testing/samples/idea/story.js';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation.js';
import { type AuditedAct, TARGET } from './acts.js';
import { emailOf, type PersonName, people, type Somebody } from './people.js';

const directory: Directory = createDirectory(exampleOrganisation());

const told = new WeakMap<AuditedAct, Idea>();
/** Each story is told once: nothing changes an idea in place. */
function storyOf(act: AuditedAct): Idea {
  const idea = told.get(act) ?? given(...act.given).idea;
  told.set(act, idea);
  return idea;
}

/** The idea as somebody meets it in an act. */
export function ideaFor(act: AuditedAct, name: PersonName, confidential: boolean): Idea {
  const idea = { ...storyOf(act), confidential };
  const lost = (people[name] as Somebody).onLostIdea;
  return lost ? { ...idea, tier: 'office' } : idea;
}

/** The idea of another department that a proposal is about. */
export const targetIdea: Idea = {
  ...given([submitter, submit({ department: 'SBK', submitter: 'pSTRANGER' })]).idea,
  id: TARGET,
};

export function rolesOf(name: PersonName, idea: Idea): ReadonlySet<Role> {
  const roles = rolesHere(name, idea);
  const answers = mayAnswer(people[name].ref, idea, targetIdea, rolesHere(name, targetIdea));
  return answers ? new Set<Role>([...roles, 'answerer']) : roles;
}

function rolesHere(name: PersonName, idea: Idea): ReadonlySet<Role> {
  const somebody: Somebody = people[name];
  const email = emailOf(somebody);
  return rolesOn({ ref: somebody.ref, emails: email ? [email] : [] }, idea, directory, somebody.whileAway === true);
}

/** The command as this person gives it: of their own comment where it is about one. */
export const commandOf = ({ command, ofOwn }: AuditedAct, ref: string): Command | undefined =>
  command && ofOwn ? ({ ...command, data: { ...command.data, by: ref } } as Command) : command;

/** Why somebody may not do it, by the domain's own rules; undefined when they may. */
export function refusalOf(act: AuditedAct, name: PersonName, confidential = false): Refusal | undefined {
  const idea = ideaFor(act, name, confidential || act.sees === 'name');
  const somebody: Somebody = people[name];
  const email = emailOf(somebody);
  const emails = email ? [email] : [];
  const roles = rolesOf(name, idea);
  if (act.command) {
    const actor = {
      ref: somebody.ref,
      roles,
      leads: answersFor(postsOf(emails, directory)),
      posts: heldPosts({ emails, disowned: [] }, directory),
    };
    const decision = decide(
      { ...commandOf(act, somebody.ref), decisionVersion: idea.decisionVersion } as Command,
      idea,
      actor,
      setting,
    );
    if (!decision.ok) return decision.refusal;
    // What the running bot finds in the chain: there is somebody who may.
    return act.command.type === 'noteDecision' ? { code: 'someoneMay' } : undefined;
  }
  const may = {
    idea: roles.has('reader'),
    form: roles.has('submitter'),
    name: mayName({ ref: somebody.ref, roles }, idea.submitter, idea),
    words: mayReadWords({ ref: somebody.ref, roles }, idea),
  }[act.sees ?? 'idea'];
  return may ? undefined : { code: 'notAllowed' };
}
