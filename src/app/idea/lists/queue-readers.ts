import type { FunderTier, Tier } from '../../../domain/idea/idea.js';
import type { Directory } from '../../../domain/organisation/directory.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import { parsePlace } from '../../../domain/organisation/place.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { type QueueName, readQueue } from '../../../store/keys.js';
import type { Deps } from '../../deps.js';

/** A queue that posts read, without its place. */
type Whose = Tier | `${FunderTier}Money` | 'invited';
type QueueReaders = (directory: Directory, department: string, unit: string | undefined) => readonly Contact[];

const answer: QueueReaders = (directory, department) => [
  ...directory.leadersOf(department),
  ...directory.deputiesOf(department),
];
const office: QueueReaders = ({ office: all }) => all;
const managers: QueueReaders = (directory, department) => directory.department(department)?.managers ?? [];
const all =
  (...some: QueueReaders[]): QueueReaders =>
  (...place) =>
    some.flatMap((one) => one(...place));

/** Who reads each queue: what `queuesOf` says of a person, from the queue's side. */
const readers: { readonly [W in Whose]: QueueReaders } = {
  leader: answer,
  deputy: answer,
  office: all(answer, office),
  outside: all(answer, office),
  unitManagerMoney: (directory, department, unit) =>
    directory.department(department)?.units.find(({ code }) => code === unit)?.managers ?? [],
  managerMoney: managers,
  officeMoney: office,
  outsideMoney: all(answer, managers, office),
  invited: (directory, department, unit) => {
    const own = answer(directory, department, unit);
    // Where a department has nobody, the office answers for it.
    return own.length > 0 ? own : directory.office;
  },
};
const isWhose = (name: string): name is Whose => Object.hasOwn(readers, name);

/**
 * Everybody whom these queues stand in "Min tur" of today, as far as anybody has met or named them; deputies also while nobody
 * is away, for that may have been otherwise when they looked. One round trip's time, whatever the number of queues.
 */
export async function readersOf(
  { directory, people }: Pick<Deps, 'directory' | 'people'>,
  queues: readonly QueueName[],
): Promise<PersonRef[]> {
  const own = queues.filter((queue) => !readQueue(queue));
  const posts = queues.flatMap((queue) => {
    const { whose = '', department: place = '' } = readQueue(queue) ?? {};
    const { department, unit } = parsePlace(place, directory()) ?? { department: place };
    return isWhose(whose) ? readers[whose](directory(), department, unit) : [];
  });
  const known = await people.contacts(new Set(posts.map(({ email }) => email)));
  return [...new Set([...own, ...[...known.values()].map(({ ref }) => ref)])];
}
