import type { Drawn } from '../../cards/card-context.js';
import { type Shown, shortCard } from '../../cards/conversation/short-card.js';
import { bytesOf } from '../../cards/layouts/fitting.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import { firstLanguage, type Language } from '../../domain/languages.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { ReadPerson } from '../../store/person/people.js';
import { UnreadableRow } from '../../store/row-versions.js';
import type { Translate } from '../../text/index.js';
import type { Chat } from '../chat.js';
import type { BotDeps } from '../deps.js';
import type { Incoming } from '../incoming.js';
import { type Answer, type Follows, tell } from './answer.js';
import { answerWith, unneeded } from './answering.js';
import { keepTrying } from './keep-trying.js';
import type { TurnReceipt } from './turn-receipt.js';

/** Who acts, and what their turn has stored. */
export interface By {
  person: PersonRef;
  language: Language;
  receipts: TurnReceipt;
}

type ShowDeps = Pick<BotDeps, 'log' | 'oweReceipt' | 'random' | 'sentCards' | 'remember' | 'contextFor'>;

/**
 * Shows an answer, and gives the activity in which it stands. What tells of something that is stored, and cannot be shown,
 * is owed; anything else is tried for ten seconds and then dropped. Throws what Teams has answered where nobody knows
 * whether the answer arrived and nothing was stored: then the person is told to ask again.
 */
export async function show(
  { log, oweReceipt, contextFor }: ShowDeps,
  chat: Chat,
  activity: Incoming,
  answer: Answer,
  by?: By,
): Promise<string | undefined> {
  const receipt = by?.receipts.receipt(activity);
  const inShort = (shown: Shown): Drawn => {
    const what = { person: by?.person, activity: activity.type, about: shown.about?.card, bytes: bytesOf(shown.card) };
    log.warn(what, 'An answer was too large for Teams; it is shown in short');
    return shortCard(contextFor(by?.language ?? activity.language ?? firstLanguage), shown);
  };
  const shown = await answerWith(chat, activity, answer, { trying: receipt ? (once) => once() : keepTrying, inShort });
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
    if (err instanceof UnreadableRow) {
      log.warn({ ...what, row: err.row }, 'A turn met a row that cannot be read; the person was given the reference');
      const told = tell(t('error.unreadable', { id: reference }));
      await answerWith(chat, activity, told, { trying: keepTrying, inShort: unneeded });
      return;
    }
    if (person && receipt) {
      log.error(what, 'A turn failed after it had stored; its receipt is owed');
      await chat.answerInvoke({ text: t('reply.takesLonger') });
      await oweReceipt(person, receipt, { class: 'unsent', reason: 'turn failed' });
      return;
    }
    log.error(what, 'A turn failed; the person was given the reference');
    const told = tell(t('error.unexpected', { id: reference }));
    const shown = await answerWith(chat, activity, told, { trying: keepTrying, inShort: unneeded });
    if (!shown.ok) throw shown.refusal.error;
  } catch (error) {
    log.error({ err: error }, 'The answer to a failed turn could not be sent');
  }
}

/** Notes where an answer stands, so that it is drawn anew or taken out when what it shows changes. Not waited for. */
export function noteStanding(deps: ShowDeps, me: ReadPerson, answer: Answer, activity: string): void {
  if (answer.kind !== 'here' && answer.kind !== 'below') return;
  const { follows, drawn } = answer;
  if (follows) keepUpToDate(deps, me, follows, activity);
  const { person, reach } = me;
  const { about } = drawn;
  if (!reach || !about) return;
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
