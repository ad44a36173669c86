import { carryNeeds } from '../../app/idea/merging/carry-needs.js';
import { lookUp } from '../../app/idea/people/audiences.js';
import { telling } from '../../app/idea/record/reactions.js';
import { recipientsOf } from '../../domain/idea/notices/notices.js';
import { reactions } from '../../domain/idea/reactions.js';
import { newIdeaId } from '../../domain/ids.js';
import { millisecondsOf } from '../../domain/time.js';
import { owed } from '../../store/delivery/deliveries.js';
import type { Uncounted, Untold } from '../../store/idea/reaction-kinds.js';
import { MOST_COUNTED } from '../../store/idea/reactions.js';
import { reactionsRun } from '../../store/keys.js';
import { UnreadableRow } from '../../store/row-versions.js';
import type { DeliveryDeps } from '../deps.js';

/** So often one call looks on behind what cannot be counted; the next begins with another idea. */
const MOST_LOOKS = 5;

/**
 * Counts what people have said of ideas by a press, and owes those whose ideas they are a message of it: the first at once,
 * the rest by the hour. Any number of relays may do the same at once, and one that dies half-way is finished by another.
 * One idea that goes wrong keeps no other: each look begins with another one, and goes on behind those that fill it in vain.
 * True when there is more.
 */
export async function countReactions(deps: DeliveryDeps, stopping?: AbortSignal): Promise<boolean> {
  const { app, log } = deps;
  const seenTo = async (one: Uncounted | Untold, work: () => Promise<boolean>): Promise<boolean> => {
    if (stopping?.aborted) return false;
    try {
      return await work();
    } catch (error) {
      // Operators have been told of the row itself, once.
      if (error instanceof UnreadableRow) return false;
      const { id, reaction } = one;
      log.error({ id, reaction, err: error }, 'Reactions could not be counted or told of; the next sweep tries again');
      return false;
    }
  };
  let from = newIdeaId(app.random);
  let found = await app.reactions.owed(from);
  let moved = false;
  for (let looks = 1; ; looks++) {
    for (const one of found.uncounted) if (await seenTo(one, () => count(deps, one))) moved = true;
    const last = found.uncounted.at(-1);
    if (moved || !found.more || !last || looks === MOST_LOOKS || stopping?.aborted) break;
    from = last.id;
    found = await app.reactions.owed(from);
  }
  // Counting has begun what is told.
  const { more } = found;
  const { untold } = moved || more ? await app.reactions.owed(from) : found;
  for (const one of untold) if (await seenTo(one, () => tell(deps, one))) moved = true;
  return moved && more;
}

/** True when something was counted here, so that there may be more, or something to tell. */
async function count({ app, log }: DeliveryDeps, uncounted: Uncounted): Promise<boolean> {
  const { id, reaction, rows } = uncounted;
  // Said while the idea became a part of another one: it stands there.
  if (reactions[reaction].goesAlong && rows.some(({ gone }) => !gone)) {
    const [idea] = await app.ideas.loadAll([id]);
    if (idea?.ending?.into) {
      await carryNeeds(app, id);
      log.info({ id, reaction, into: idea.ending.into }, 'Reactions were carried to the idea that theirs is a part of');
      return true;
    }
  }
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
