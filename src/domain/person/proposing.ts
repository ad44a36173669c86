import type { Directory } from '../organisation/directory.js';
import type { Contact } from '../organisation/organisation.js';
import type { PostChange } from '../organisation/overlay/change.js';
import { sayAbout } from './changing-posts.js';
import type { Person, PersonRef } from './person.js';

/** What is asked about a proposal: who has made it, and what it would change. */
interface ProposalAbout {
  by: PersonRef;
  change: PostChange;
}

/** Whether somebody may say yes or no: who answers for the department, never who has proposed it, nor whom it gives the post. */
export const mayAnswer = (person: Person, { by, change }: ProposalAbout, directory: Directory): boolean =>
  person.ref !== by && !(person.also ?? []).includes(by) && sayAbout(person, change, directory) === 'decides';

/** Who is asked: the department's managers who may answer; the innovation office where there are none, and about who manages. */
export function askedAbout(
  change: PostChange,
  proposer: Pick<Person, 'emails'>,
  directory: Directory,
): readonly Contact[] {
  const isPart = ({ email }: Contact) => email === change.in?.email || proposer.emails.includes(email);
  const others = (contacts: readonly Contact[]) => contacts.filter((contact) => !isPart(contact));
  const managers = change.post === 'managers' ? [] : others(directory.department(change.department)?.managers ?? []);
  return managers.length > 0 ? managers : others(directory.office);
}

/** Whether there is still something to say yes to: who is to leave has the post, and who is to come does not. */
export function isStillMeant(
  { department: code, unit, post, out, in: comes }: PostChange,
  directory: Directory,
): boolean {
  const department = directory.department(code);
  const place = unit === undefined ? department : department?.units.find((one) => one.code === unit);
  const has = (contact: Contact | undefined) => place?.[post].some(({ email }) => email === contact?.email) ?? false;
  return place !== undefined && (!out || has(out)) && (!comes || comes.email === out?.email || !has(comes));
}
