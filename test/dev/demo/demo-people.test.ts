import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPeople, demoWindows } from '../../../dev/demo/demo-people';
import { playgroundConfig } from '../../../dev/demo/playground';

const organisation = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', 'config', 'organisation.example.json'), 'utf8'),
) as { departments: Record<string, unknown>[]; innovationOffice: unknown };

/** Where in the example organisation each demo person stands; nowhere is an employee like any other. */
const places = [
  ['employee', []],
  ['leader', ['VOO leaders']],
  ['manager', ['VOO managers']],
  ['deputy', ['VOO deputies']],
  ['otherLeader', ['UTB leaders']],
  ['innovationOffice', ['innovation office']],
] as const;

describe('The people of the demo', () => {
  it.each(places)('has the %s where the example organisation has that person', (role, expected) => {
    const person = demoPeople.find((one) => one.role === role);
    expect(person && placesOf(person.email, person.name)).toEqual(expected);
  });

  it('gives each playground its own current user, and exactly the five others', () => {
    for (const { role } of demoWindows) {
      const { currentUser, users } = playgroundConfig(role) as { currentUser: User; users: User[] };
      expect(currentUser.id).toBe(`29:${role}`);
      expect(new Set([currentUser, ...users].map((user) => user.aadObjectId)).size).toBe(6);
    }
  });
});

interface User {
  id: string;
  aadObjectId: string;
}

function placesOf(email: string, name: string): string[] {
  const has = (contacts: unknown) =>
    (contacts as { email: string; name: string }[] | undefined)?.some(
      (one) => one.email === email && one.name === name,
    );
  const posts = organisation.departments.flatMap((department) =>
    ['leaders', 'deputies', 'managers'].flatMap((post) =>
      has(department[post]) ? [`${department.code} ${post}`] : [],
    ),
  );
  return has(organisation.innovationOffice) ? [...posts, 'innovation office'] : posts;
}
