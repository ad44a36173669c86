import { isWithinLimit } from '../../../domain/idea/policy.js';
import { createDirectory, type Directory } from '../../../domain/organisation/directory.js';
import type { Contact, Organisation } from '../../../domain/organisation/organisation.js';
import { newlyThin, type ThinChain } from '../../../domain/organisation/organisation-rules.js';
import { parsePlace } from '../../../domain/organisation/place.js';
import { readQueue } from '../../../store/keys.js';
import type { Deps } from '../../deps.js';

/** What another organisation would do to ideas in flight. */
export interface OrganisationEffects {
  /** Queues that others would read: by whose they are (`leader`, `managerMoney`), of which place, and by how many ideas. */
  queues: QueueEffect[];
  /** Ideas whose money the department's managers decide on now and could not then, or the other way about: the sum, and the limit then. */
  sums: { id: string; department: string; sum: number; limit: number; above: boolean }[];
  /** Posts with somebody now and nobody then. */
  empty: { post: 'leaders' | 'managers'; department: string }[];
  /** Chains of fewer than two people, where there are two now. */
  thin: ThinChain[];
}

export interface QueueEffect {
  whose: string;
  place: string;
  ideas: number;
  before: readonly Contact[];
  /** Nobody: they go on to the next in the chain. */
  after: readonly Contact[];
}

/** Reads all that waits, and the ideas whose money is waited for: for operators, and no turn's work. */
export async function effectsOf(
  { ideas }: Pick<Deps, 'ideas'>,
  was: Organisation,
  is: Organisation,
): Promise<OrganisationEffects> {
  const [before, after] = [createDirectory(was), createDirectory(is)];
  const rows = (await Promise.all([ideas.allWaiting(), ideas.allAsked()])).flat();
  const queues = new Map<string, Set<string>>();
  for (const { queue, id } of rows) queues.set(queue, (queues.get(queue) ?? new Set()).add(id));
  const moved = [...queues].flatMap(([queue, ids]): QueueEffect[] => {
    const { whose, department: place } = readQueue(queue) ?? {};
    if (whose === undefined || place === undefined) return [];
    const [readers, then] = [readersIn(before, whose, place), readersIn(after, whose, place)];
    if (!readers || !then || sameAddresses(readers, then)) return [];
    return [{ whose, place, ideas: ids.size, before: readers, after: then }];
  });
  const funded = rows.filter(({ queue }) => /^(manager|office)Money$/.test(readQueue(queue)?.whose ?? ''));
  const waiting = await ideas.loadAll([...new Set(funded.map(({ id }) => id))]);
  return {
    queues: moved.sort((one, other) => other.ideas - one.ideas),
    sums: waiting.flatMap(({ id, department, money }) => {
      const sum = money?.asked ?? 0;
      const [within, then] = [before, after].map((directory) => isWithinLimit(sum, department, directory));
      const limit = after.department(department)?.costLimit;
      return within === then || limit === undefined ? [] : [{ id, department, sum, limit, above: !then }];
    }),
    empty: after.departments.flatMap(({ code, managers }) => {
      const led = (directory: Directory) => directory.leadersOf(code).length > 0;
      const managed = before.department(code)?.managers.length ?? 0;
      return [
        ...(led(before) && !led(after) ? [{ post: 'leaders' as const, department: code }] : []),
        ...(managed > 0 && managers.length === 0 ? [{ post: 'managers' as const, department: code }] : []),
      ];
    }),
    thin: newlyThin(before.thinChains, after.thinChains),
  };
}

/** Who reads a queue; undefined where it is nobody's post, or of a kind that only a newer version knows. */
function readersIn(directory: Directory, whose: string, place: string): readonly Contact[] | undefined {
  const department = directory.department(place.split('.', 1)[0] ?? '');
  switch (whose) {
    case 'leader':
    case 'invited':
      return directory.leadersOf(place);
    case 'deputy':
      return directory.deputiesOf(place);
    case 'office':
    case 'officeMoney':
      return directory.office;
    case 'managerMoney':
      return department?.managers ?? [];
    case 'unitManagerMoney': {
      const { unit } = parsePlace(place, directory) ?? {};
      return department?.units.find(({ code }) => code === unit)?.managers ?? [];
    }
    default:
      return undefined;
  }
}

function sameAddresses(one: readonly Contact[], other: readonly Contact[]): boolean {
  const [these, those] = [one, other].map((contacts) => new Set(contacts.map(({ email }) => email)));
  return these?.size === those?.size && [...(these ?? [])].every((email) => those?.has(email));
}
