import type { PersonRef } from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import type { DeliveryDeps } from '../deps.js';
import type { SubjectEvent, SubjectRecord } from '../subject.js';
import { subjectOf } from '../subjects.js';
import { oweUpdates } from './owe-update.js';

/** So many cards are drawn anew in one go, before anything else is told; a record that more follow has its cards drawn piece by piece. */
export const MOST_AT_ONCE = 16;

/** With the message that comes after it, and not behind very many others. */
const BEFORE_MESSAGE = 'answer';

/** The cards of a record that show it as it was before an event. */
export interface OldCards {
  /** Has these people's cards drawn anew now: they are about to be told, and no card of theirs changes under their hands afterwards. */
  of(people: readonly PersonRef[]): Promise<void>;
  /** Owes it that all others are drawn anew. True where that is left to be done. */
  others(): Promise<boolean>;
}

/**
 * Has every card that follows the record show it as it is after the event: few of them now, and many little by little; the
 * one in which the actor sees it does already.
 */
export async function drawAnew(
  deps: DeliveryDeps,
  subject: SubjectRecord,
  { by }: SubjectEvent,
  { record, id, seq, shownIn }: Outgoing,
): Promise<OldCards> {
  const { decisionVersion } = subject;
  const whole = wholeId(id);
  // A part numbers its events by itself: a card shows them when it shows as much as has happened to all of it.
  const upTo = whole === id ? seq : subjectOf(record).seqOf(subject);
  const isActors = ({ person, activity }: SentCard): boolean => person === by && activity === shownIn;
  const old = (await deps.sentCards.of(whole)).filter((copy) => copy.seq < upTo);
  for (const copy of old.filter(isActors)) await deps.sentCards.moveOn({ ...copy, decisionVersion, seq: upTo });
  const others = old.filter((copy) => !isActors(copy));
  const isMany = others.length > MOST_AT_ONCE;
  if (!isMany) await oweUpdates(deps, others, upTo);
  return {
    async of(people) {
      const theirs = isMany ? others.filter(({ person }) => people.includes(person)) : [];
      await oweUpdates(deps, theirs, upTo, BEFORE_MESSAGE);
    },
    async others() {
      if (isMany) await deps.outbox.redraw({ record, id: whole, seq: upTo });
      return isMany;
    },
  };
}

/** Has the next cards of a record drawn anew, no more than a few. True when there are more. Done twice it changes nothing. */
export async function drawNext(deps: DeliveryDeps, outgoing: Outgoing): Promise<boolean> {
  const { outbox, sentCards, log } = deps;
  const { record, id, seq, after } = outgoing;
  const some = await sentCards.next(id, after, MOST_AT_ONCE);
  await oweUpdates(
    deps,
    some.filter((copy) => copy.seq < seq),
    seq,
  );
  const last = some.length === MOST_AT_ONCE ? some.at(-1) : undefined;
  if (last) {
    await outbox.redrawnTo(outgoing, last.person);
    return true;
  }
  await outbox.done(outgoing);
  log.info({ record, id, seq }, 'All cards of a record are to be drawn anew');
  return false;
}
