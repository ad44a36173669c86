import { ME, SUBMITTER, SUCCESSOR } from '../../app/person/colleague.js';
import type { Idea } from '../../domain/idea/idea.js';
import { successorOf } from '../../domain/idea/people/successor.js';
import { isSubmitter } from '../../domain/idea/policy.js';
import type { Person } from '../../domain/person/person.js';
import type { CardContext } from '../card-context.js';
import type { Choice } from '../layouts/parts.js';

/** Whom a card offers for a task: oneself first, then who has said yes to taking over, the submitter who is still here, then those whom the organisation file names in the department. */
export function colleaguesOf({ directory, t }: CardContext, person: Person, idea: Idea): Choice[] {
  const code = idea.department;
  const department = directory.department(code);
  const named = [
    ...directory.leadersOf(code),
    ...directory.deputiesOf(code),
    ...(department?.managers ?? []),
    ...(department?.units.flatMap((unit) => unit.managers) ?? []),
  ];
  const others = named.filter(({ email }) => !person.emails.includes(email));
  const unique = [...new Map(others.map(({ email, name }) => [email, { value: email, title: name }])).values()];
  const isNoChoice = idea.submittersLeft || isSubmitter(person.ref, idea);
  const submitter = isNoChoice ? [] : [{ value: SUBMITTER, title: t('panel.theSubmitter') }];
  const successor = successorOf(idea);
  const takesOver =
    successor === undefined || successor === person.ref ? [] : [{ value: SUCCESSOR, title: t('panel.theSuccessor') }];
  return [{ value: ME, title: person.name }, ...takesOver, ...submitter, ...unique];
}
