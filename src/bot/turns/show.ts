import { newIdempotencyKey } from '../../domain/ids.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Translate } from '../../text/index.js';
import type { Chat } from '../chat.js';
import type { BotDeps } from '../deps.js';
import type { Incoming } from '../incoming.js';
import { type Answer, type Follows, tell } from './answer.js';
import { answerWith } from './answering.js';
import { keepTrying } from './keep-trying.js';
import type { TurnReceipt } from './turn-receipt.js';

/** Who acts, and what their turn has stored. */
export interface By {
  person: PersonRef;
  receipts: TurnReceipt;
}

type ShowDeps = Pick<BotDeps, 'log' | 'oweReceipt' | 'random' | 'sentCards' | 'remember'>;

/**
 * Shows an answer, and gives the activity in which it stands. What tells of something that is stored, and cannot be shown,
 * is owed; anything else is tried for ten seconds and then dropped. Throws what Teams has answered where nobody knows
 * whether the answer arrived and nothing was stored: then the person is told to ask again.
 */
export async function show(
  { log, oweReceipt }: ShowDeps,
  chat: Chat,
  activity: Incoming,
  answer: Answer,
  by?: By,
): Promise<string | undefined> {
  const receipt = by?.receipts.receipt(activity);
  const shown = await answerWith(chat, activity, answer, receipt ? (once) => once() : keepTrying);
  if (shown.ok) return shown.value;
  const { class: fault, reason, status, error } = shown.refusal;
  if (receipt && by) {
    await oweReceipt(by.person, receipt, shown.refusal);
    return undefined;
  }
  if (fault === 'unknown' && status !== undefined) throw error;
  const what = { person: by?.person, activity: activity.type, reason };
  log.warn(what, 'An answer could not be shown and is dropped: nothing was stored, and it can be asked for again');
  return undefined;
}

/** A surprise: a line with an id for the person, and with the same id in the log. What is stored all the same is owed. */
export async function showFailure(
  { log, oweReceipt, random }: ShowDeps,
  chat: Chat,
  activity: Incoming,
  { err, t, person, receipts }: { err: unknown; t: Translate; person?: PersonRef | undefined; receipts?: TurnReceipt },
): Promise<void> {
  const reference = newIdempotencyKey(random).slice(0, 8);
  const what = { reference, person, activity: activity.type, err };
  const receipt = receipts?.receipt(activity);
  try {
    if (person && receipt) {
      log.error(what, 'A turn failed after it had stored; its receipt is owed');
      await chat.answerInvoke({ text: t('reply.takesLonger') });
      await oweReceipt(person, receipt, { class: 'unsent', reason: 'turn failed' });
      return;
    }
    log.error(what, 'A turn failed; the person was given the reference');
    const shown = await answerWith(chat, activity, tell(t('error.unexpected', { id: reference })), keepTrying);
    if (!shown.ok) throw shown.refusal.error;
  } catch (error) {
    log.error({ err: error }, 'The answer to a failed turn could not be sent');
  }
}

/** Notes where an answer stands, so that it is drawn anew or taken out when what it shows changes. Not waited for. */
export function noteStanding(deps: ShowDeps, me: ReadPerson, answer: Answer, activity: string): void {
  if ('follows' in answer && answer.follows) keepUpToDate(deps, me, answer.follows, activity);
  const { person, reach } = me;
  const drawn = 'here' in answer ? answer.here : 'below' in answer ? answer.below : undefined;
  if (!reach || !drawn?.about) return;
  const { about } = drawn;
  deps
    .remember(about, { person: person.ref, conversation: reach.conversation, activity })
    .catch((error: unknown) =>
      deps.log.error(
        { records: about.records.map(({ id }) => id), err: error },
        'Where a record is shown could not be noted',
      ),
    );
}

/** A card that asks something; one that is not noted is refused kindly when it is pressed too late. */
function keepUpToDate(
  { sentCards, log }: ShowDeps,
  { person, reach }: ReadPerson,
  follows: Follows,
  activity: string,
): void {
  if (!reach) return;
  sentCards
    .put({ ...follows, person: person.ref, conversation: reach.conversation, activity })
    .catch((error: unknown) => log.error({ id: follows.id, err: error }, 'A card in a chat could not be noted'));
}
