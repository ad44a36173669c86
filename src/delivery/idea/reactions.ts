import { lookUp } from '../../app/idea/people/audiences.js';
import { telling } from '../../app/idea/record/reactions.js';
import { recipientsOf } from '../../domain/idea/notices/notices.js';
import { millisecondsOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import { MOST_COUNTED, type Uncounted, type Untold } from '../../store/idea/reactions.js';
import { reactionsRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

/**
 * Counts what people have said of ideas by a press, and owes those whose ideas they are a message of it: the first at once,
 * the rest by the hour. Any number of relays may do the same at once, and one that dies half-way is finished by another.
 * One idea that goes wrong keeps no other. True when there is more.
 */
export async function countReactions(deps: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const { app, log } = deps;
  const found = await app.reactions.owed();
  const { uncounted, more } = found;
  const seenTo = async (one: Uncounted | Untold, work: () => Promise<boolean>): Promise<boolean> => {
    if (stopping?.aborted) return false;
    try {
      return await work();
    } catch (error) {
      const { id, reaction } = one;
      log.error({ id, reaction, err: error }, 'Reactions could not be counted or told of; the next sweep tries again');
      return false;
    }
  };
  let moved = false;
  for (const one of uncounted) if (await seenTo(one, () => count(deps, one))) moved = true;
  // Counting has begun what is told.
  const { untold } = moved || more ? await app.reactions.owed() : found;
  for (const one of untold) if (await seenTo(one, () => tell(deps, one))) moved = true;
  return moved && more;
}

/** True when something was counted here, so that there may be more, or something to tell. */
async function count({ app, log }: DeliveryDeps, uncounted: Uncounted): Promise<boolean> {
  const { id, reaction, rows } = uncounted;
  let counted = 0;
  for (; counted < rows.length; counted += MOST_COUNTED) {
    const some = rows.slice(counted, counted + MOST_COUNTED);
    if (!(await app.reactions.count({ id, reaction, rows: some }, app.now()))) break;
  }
  if (counted > 0) log.info({ id, reaction, rows: Math.min(counted, rows.length) }, 'Reactions were counted');
  return counted > 0;
}

async function tell({ app, deliveries, log, wake }: DeliveryDeps, untold: Untold): Promise<boolean> {
  const { id, reaction, from, due } = untold;
  const idea = (await app.ideas.load(id))?.idea;
  const event = idea && (await telling(app, idea, reaction, from));
  const recipients = idea && event ? recipientsOf(event, idea, await lookUp(app, idea, event)) : [];
  const people = await app.people.byRefs(recipients.map(({ person }) => person));
  // Whoever has had their data erased since is owed nothing.
  const messages = recipients
    .filter(({ person }) => people.has(person))
    .map(({ person, as }) => {
      const what = { kind: 'reactions', record: 'idea', id, reaction, from, as } as const;
      return owed({ person, run: reactionsRun(id, reaction, from) }, what, due, app.now());
    });
  await deliveries.add(messages);
  await app.reactions.told(untold);
  if (messages.length > 0) await wake(messages, Math.max(0, millisecondsOf(due) - millisecondsOf(app.now())));
  log.info({ id, reaction, messages: messages.length }, 'Reactions were made into messages');
  return true;
}
