import { ME } from '../../app/person/colleague.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { CardContext } from '../card-context.js';
import type { Choice } from '../layouts/parts.js';

/** So many of those whom the organisation file names stand in a list; all others are found by their name. */
const MOST_NAMED = 5;

/** Oneself first, then those who lead and manage these departments, as choices of a field in which anybody can be found. */
export function namedPeople(
  { directory }: Pick<CardContext, 'directory'>,
  person: { name: string; emails: readonly string[] },
  departments: readonly string[],
): Choice[] {
  const named: Contact[] = departments.flatMap((code) => [
    ...directory.leadersOf(code),
    ...directory.deputiesOf(code),
    ...(directory.department(code)?.managers ?? []),
  ]);
  const others = named.filter(({ email }) => !person.emails.includes(email));
  const unique = new Map(others.map(({ email, name }) => [email, { value: email, title: name }]));
  return [{ value: ME, title: person.name }, ...[...unique.values()].slice(0, MOST_NAMED)];
}
