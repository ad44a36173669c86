import { isAskedInVain } from '../../../domain/idea/use/own-codes.js';
import { parsePlace } from '../../../domain/organisation/place.js';
import type { Listed } from '../../../store/idea/lists/listed.js';
import { type QueueName, readQueue } from '../../../store/keys.js';
import type { Deps } from '../../deps.js';
import { chainOf, type PostHolder, refsOn } from '../../person/post-holders.js';
import { upTo } from '../people/deciders.js';
import { fundingChainOf } from '../people/funders.js';

/** So many ideas are opened at a time. */
const LOOKED_AT_ONCE = 50;

/** Who reads a queue: those of whom nothing is known yet will read it when they come. */
type Readers = readonly PostHolder[] | 'somebody';

/**
 * Ideas that stand in queues which nobody reads now: their department is gone, a post has been left or said no to, or all
 * who have it are submitters. Reads every queue once, so it is no turn's work: a round trip for each thousand of ideas, and
 * two for each department, and two for each idea that departments with earlier codes are asked to take in.
 */
export async function unreadIdeas(deps: Deps): Promise<string[]> {
  const rows = (await Promise.all([deps.ideas.allWaiting(), deps.ideas.allAsked()])).flat();
  const readers = new Map<QueueName, Readers>();
  for (const { queue } of rows) if (!readers.has(queue)) readers.set(queue, await readersOf(deps, queue));
  const unread = rows.filter((row) => !isRead(row, readers.get(row.queue) ?? 'somebody'));
  return [...new Set([...unread.map(({ id }) => id), ...(await askedInVain(deps, rows))])];
}

/** Of what departments with several codes are asked: where they have the idea themselves, or stand in it by another code already. */
async function askedInVain({ ideas, directory }: Deps, rows: readonly (Listed & { queue: QueueName })[]) {
  const { everyCode } = directory();
  const codes = new Map<string, string[]>();
  for (const { queue, id } of rows) {
    const { whose, department: code = '' } = readQueue(queue) ?? {};
    if (whose === 'invited' && everyCode([code]).length > 1) codes.set(id, [...(codes.get(id) ?? []), code]);
  }
  const ids = [...codes.keys()];
  const vain: string[] = [];
  for (let from = 0; from < ids.length; from += LOOKED_AT_ONCE)
    for (const idea of await ideas.loadAllWhole(ids.slice(from, from + LOOKED_AT_ONCE)))
      if (codes.get(idea.id)?.some((code) => isAskedInVain(idea, code, directory()))) vain.push(idea.id);
  return vain;
}

async function readersOf(deps: Deps, queue: QueueName): Promise<Readers> {
  const { whose, department } = readQueue(queue) ?? {};
  switch (whose) {
    case 'leader':
    case 'deputy':
    case 'office':
      return upTo(whose, await chainOf(deps, department ?? ''));
    case 'unitManagerMoney':
      return (await fundingChainOf(deps, parsePlace(department ?? '', deps.directory()) ?? { department: '' }))
        .unitManager;
    case 'managerMoney':
      return (await fundingChainOf(deps, { department: department ?? '' })).manager;
    case 'officeMoney':
      return (await fundingChainOf(deps, { department: department ?? '' })).office;
    case 'invited':
      return deps.directory().department(department ?? '') ? 'somebody' : [];
    // Nobody here is left to move it to, and a person's own queue is theirs.
    default:
      return 'somebody';
  }
}

/** A queue's row holds those who had the idea or work on it, and the marks of those who were erased. */
const isRead = ({ submitters: barred }: Listed, readers: Readers): boolean =>
  readers === 'somebody' ||
  readers.some(
    ({ card, marks }) =>
      !marks.some((mark) => barred.includes(mark)) && !refsOn(card).some((ref) => barred.includes(ref)),
  );
