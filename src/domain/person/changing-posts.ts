import type { Directory } from '../organisation/directory.js';
import type { Contact, Department } from '../organisation/organisation.js';
import { type PlaceChange, type PostChange, type PostList, postLists } from '../organisation/overlay/change.js';
import type { Person } from './person.js';
import { postsHeld } from './posts.js';

/** What somebody's word on a change is worth: it is made, or somebody who answers for the department is asked. */
export type Say = 'decides' | 'proposes';

type Changer = Pick<Person, 'emails' | 'disowned'>;

/** In a department: its managers and the innovation office answer for it, and those who lead or stand in may propose. */
export function sayIn(person: Changer, code: string, directory: Directory): Say | undefined {
  const department = directory.codeNow(code);
  const { leads, deputises, manages, office } = postsHeld(person, directory);
  if (!directory.department(department)) return undefined;
  if (office || manages.some((place) => place.department === department && !place.unit)) return 'decides';
  const isOfIt = [...leads, ...deputises, ...manages.map((place) => place.department)].includes(department);
  return isOfIt ? 'proposes' : undefined;
}

/** Whether somebody may give departments other names, and make two of them one: the innovation office alone. */
export const reshapes = (person: Changer, directory: Directory): boolean => postsHeld(person, directory).office;

/**
 * About one change. Nobody gives themselves a post, whatever they are; what somebody is called they say themselves; and the words that a department is looked for by, everybody of it.
 */
export function sayAbout(person: Changer, change: PlaceChange, directory: Directory): Say | undefined {
  const say = sayIn(person, change.department, directory);
  if (!say) return undefined;
  if (change.kind === 'aliases') return 'decides';
  if (change.kind === 'name') return reshapes(person, directory) ? 'decides' : undefined;
  const isTheirs = (contact: Contact | undefined) => contact !== undefined && person.emails.includes(contact.email);
  if (change.out && change.out.email === change.in?.email)
    return say === 'decides' || isTheirs(change.out) ? 'decides' : undefined;
  const onPost = sayOnPost(person, change, directory);
  return onPost && isTheirs(change.in) ? 'proposes' : onPost;
}

/** On who comes to a post of a department or leaves it: whoever is of it on who leads and stands in, the office alone on who manages. */
export function sayOnPost(
  person: Changer,
  { department, post }: { department: string; post: PostList },
  directory: Directory,
): Say | undefined {
  const say = sayIn(person, department, directory);
  return post === 'managers' && !postsHeld(person, directory).office ? undefined : say;
}

/** Somebody in a post of a department, or of a unit of it. */
export interface Holder {
  unit?: string;
  contact: Contact;
}

/** Everybody in one post of a department and its units, in the order of the file. */
export const holdersOf = (department: Department, post: PostList): Holder[] => [
  ...department[post].map((contact) => ({ contact })),
  ...department.units.flatMap(({ code, [post]: contacts }) => contacts.map((contact) => ({ unit: code, contact }))),
];

/** How a press names one of them: no code holds this sign. */
export const holderValue = ({ unit = '', contact }: Holder): string => `${unit}|${contact.email}`;

/** Who is meant by that; undefined where they are not there any more. */
export const holderOf = (department: Department, post: PostList, value: string): Holder | undefined =>
  holdersOf(department, post).find((holder) => holderValue(holder) === value);

export type HolderOfPost = Holder & { post: PostList };

/** Everybody in any post of a department whom a press may mean, once for each post and place. */
export const holdersIn = (department: Department): HolderOfPost[] =>
  postLists.flatMap((post) => holdersOf(department, post).map((holder) => ({ ...holder, post })));

/** Of whom somebody may say what they are called or that they are away: who answers for the department of everybody, others of themselves. */
export function holdersInSayOf(person: Changer, { code }: Department, directory: Directory): HolderOfPost[] {
  const department = directory.department(code);
  const say = sayIn(person, code, directory);
  if (!department || !say) return [];
  return holdersIn(department).filter(({ contact }) => say === 'decides' || person.emails.includes(contact.email));
}

/** Who answers while a leader is away: deputies, else others who lead there; `office` where a department of theirs has neither. */
export function standInsFor(person: Changer, directory: Directory): { contacts: Contact[]; office: boolean } {
  const answering = postsHeld(person, directory).leads.map((department) => {
    const others = (contacts: readonly Contact[]) => contacts.filter(({ email }) => !person.emails.includes(email));
    const deputies = others(directory.deputiesOf(department));
    return deputies.length > 0 ? deputies : others(directory.leadersOf(department));
  });
  const byAddress = new Map(answering.flat().map((contact) => [contact.email, contact]));
  return { contacts: [...byAddress.values()], office: answering.some((contacts) => contacts.length === 0) };
}

/** A change of who has a post: somebody leaves it, somebody comes, or both. */
export const postChange = (
  department: string,
  post: PostList,
  { out, comes }: { out?: Holder | undefined; comes?: Contact | undefined },
): PostChange => ({
  ...{ kind: 'post', department, post },
  ...(out?.unit && { unit: out.unit }),
  ...(out && { out: out.contact }),
  ...(comes && { in: comes }),
});
