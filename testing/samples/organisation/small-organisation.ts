import type { Organisation } from '../../../src/domain/organisation/organisation.js';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file.js';

type PostsOfPlace = Partial<Record<'leaders' | 'deputies' | 'managers', readonly string[]>>;

/** An organisation of departments by code, where everybody's address is their name at ort.example. */
export function organisationOf({
  office = ['office'],
  ...departments
}: { office?: readonly string[] } & Record<string, PostsOfPlace | readonly string[]>): Organisation {
  const contact = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
  const parsed = parseOrganisation({
    municipality: { name: 'Orten', innovationOffice: 'Innovationskontoret' },
    innovationOffice: office.map(contact),
    officeDelegation: 'KS delegationsordning 7.1',
    departments: Object.entries(departments).map(([code, posts]) => ({
      code,
      name: code,
      headcount: 1,
      delegation: `Delegationsordning ${code} 4.2`,
      ...Object.fromEntries(Object.entries(posts).map(([post, names]) => [post, names.map(contact)])),
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.organisation;
}
