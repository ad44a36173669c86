import type { Directory } from '../organisation/directory.js';

/** What the organisation file says that a person is. */
export interface Posts {
  leads: string[];
  deputises: string[];
  manages: { department: string; unit?: string }[];
  office: boolean;
  /** Keeps the municipality's records. */
  registrar?: true;
}

/** The person's posts, found by any of their addresses. */
export function postsOf(emails: readonly string[], directory: Directory): Posts {
  const unique = <T>(list: T[]) => [...new Set(list)];
  const managed = emails.flatMap((email) => directory.managedBy(email));
  return {
    leads: unique(emails.flatMap((email) => directory.departmentsLedBy(email))),
    deputises: unique(emails.flatMap((email) => directory.deputyIn(email))),
    manages: [...new Map(managed.map((post) => [`${post.department}.${post.unit ?? ''}`, post])).values()],
    office: emails.some((email) => directory.isOffice(email)),
    ...(emails.some((email) => directory.isRegistrar(email)) && { registrar: true as const }),
  };
}

/** One thing that the organisation file says that a person is. */
export type Post =
  | { role: 'leader' | 'deputy'; department: string }
  | { role: 'manager'; department: string; unit?: string }
  | { role: 'office' | 'registrar' };

/** A person's posts one by one: what they lead first, the innovation office last. */
export const listPosts = ({ leads, deputises, manages, office, registrar }: Posts): Post[] => [
  ...leads.map((department) => ({ role: 'leader' as const, department })),
  ...deputises.map((department) => ({ role: 'deputy' as const, department })),
  ...manages.map((place) => ({ role: 'manager' as const, ...place })),
  ...(office ? [{ role: 'office' as const }] : []),
  ...(registrar ? [{ role: 'registrar' as const }] : []),
];

/** The name of a post in buttons and in a person's record: `leader.VOO`, `manager.VOO.HTN`, `office`. No code holds a full stop. */
export const postName = (post: Post): string =>
  !('department' in post)
    ? post.role
    : [post.role, post.department, ...('unit' in post && post.unit ? [post.unit] : [])].join('.');

/** The post that a name stands for, or undefined where the organisation has no such department or unit (any more). */
export function parsePost(name: string, directory: Directory): Post | undefined {
  const [role, code = '', unit, ...rest] = name.split('.');
  if (role === 'office' || role === 'registrar') return code === '' ? { role } : undefined;
  const department = directory.department(code);
  if (!department || rest.length > 0) return undefined;
  if (role === 'leader' || role === 'deputy')
    return unit === undefined ? { role, department: department.code } : undefined;
  if (role !== 'manager') return undefined;
  if (unit === undefined) return { role, department: department.code };
  return department.units.some((it) => it.code === unit) ? { role, department: department.code, unit } : undefined;
}

/** What is left of a person's posts without those of which they have said "Det stämmer inte". */
export function withoutDisowned(posts: Posts, disowned: readonly string[]): Posts {
  const kept = (post: Post) => !disowned.includes(postName(post));
  return {
    leads: posts.leads.filter((department) => kept({ role: 'leader', department })),
    deputises: posts.deputises.filter((department) => kept({ role: 'deputy', department })),
    manages: posts.manages.filter((place) => kept({ role: 'manager', ...place })),
    office: posts.office && kept({ role: 'office' }),
    ...(posts.registrar && kept({ role: 'registrar' }) && { registrar: true as const }),
  };
}

/** What somebody is now, by any of their addresses and without what they have said is not theirs. */
export const postsHeld = (
  { emails, disowned }: { emails: readonly string[]; disowned: readonly string[] },
  directory: Directory,
): Posts => withoutDisowned(postsOf(emails, directory), disowned);
