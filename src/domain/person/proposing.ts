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

/** Whether it is theirs: who has proposed something may take it back, under whatever reference they did it. */
export const hasProposed = ({ ref, also = [] }: Person, { by }: Pick<ProposalAbout, 'by'>): boolean =>
  [ref, ...also].includes(by);

/** Whether somebody may say yes or no: who answers for the department, never who has proposed it, nor whom it gives the post. */
export const mayAnswer = (person: Person, { by, change }: ProposalAbout, directory: Directory): boolean =>
  !hasProposed(person, { by }) && sayAbout(person, change, directory) === 'decides';

/** Who is asked: the department's managers who may answer; the innovation office where there are none, and about who manages. */
export function askedAbout(
  change: PostChange,
  proposer: Pick<Person, 'emails'>,
  directory: Directory,
): readonly Contact[] {
  const managers = directory.department(change.department)?.managers ?? [];
  const asked = change.post === 'managers' ? [] : othersThan(change, proposer, managers);
  return asked.length > 0 ? asked : officeAskedAbout(change, proposer, directory);
}

/** Those of the office who may answer. */
export const officeAskedAbout = (
  change: PostChange,
  proposer: Pick<Person, 'emails'>,
  directory: Directory,
): readonly Contact[] => othersThan(change, proposer, directory.office);

/** Nobody answers who is a part of it. */
const othersThan = (
  change: PostChange,
  proposer: Pick<Person, 'emails'>,
  contacts: readonly Contact[],
): readonly Contact[] => contacts.filter(({ email }) => email !== change.in?.email && !proposer.emails.includes(email));

/** Whether there is still something to say yes to: who is to leave has the post, and who is to come does not. */
export function isStillMeant(
  { department: code, unit, post, out, in: comes }: PostChange,
  directory: Directory,
): boolean {
  const found = directory.department(code);
  // One that has become a part of another has no posts of its own any more.
  const department = found?.code === code ? found : undefined;
  const place = unit === undefined ? department : department?.units.find((one) => one.code === unit);
  const has = (contact: Contact | undefined) => place?.[post].some(({ email }) => email === contact?.email) ?? false;
  return place !== undefined && (!out || has(out)) && (!comes || comes.email === out?.email || !has(comes));
}
