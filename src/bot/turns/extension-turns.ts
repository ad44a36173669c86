import { newIdempotencyKey } from '../../domain/ids.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Translate } from '../../text/index.js';
import type { Chat, InvokeAnswer } from '../chat.js';
import type { BotDeps } from '../deps.js';
import { type Incoming, isDialog } from '../incoming.js';
import type { Profiles } from '../person/profiles.js';
import { privateChat } from '../private-chat.js';
import type { InTime } from './in-time.js';
import type { Turn } from './turn.js';
import { TurnReceipt } from './turn-receipt.js';

/** A turn that begins in a chat in which the bot need not be: it has one answer and can post nothing. */
export interface ExtensionTurn extends Turn {
  /** Where the reader's own chat with the bot opens with this written in it; undefined where that is not known. */
  linkTo(message?: string): string | undefined;
  /** Whether somebody still waits for its answer. */
  waits(): boolean;
}

interface Around {
  profiles: Profiles;
  inTime: InTime;
  textsFor: (activity: Incoming) => Translate;
  turnOf: (me: ReadPerson, activity: Incoming, chat: Chat, receipts: TurnReceipt) => Turn;
}

/**
 * How a turn goes that comes by the message extension. Nobody is looked up in a roster, for there is none to ask where the bot is
 * not: who acts is known from their own chat, or not at all. No more than a kind line goes to anybody else, nor into a channel
 * that other organisations may read.
 */
export function createExtensionTurns(deps: BotDeps, { profiles, inTime, textsFor, turnOf }: Around) {
  const { log } = deps;

  /** Who acts, or what they are told instead. No round trip for somebody who has just written, else one. */
  async function actor(activity: Incoming): Promise<ReadPerson | string> {
    const { identity } = activity;
    const t = textsFor(activity);
    if (!identity) return t('reply.noIdentity');
    const me = profiles.get(identity) ?? (await deps.people.byIdentity(identity));
    if (!me) return t('extension.unknown');
    profiles.keep(identity, me);
    const { name: municipality } = deps.settings().municipality;
    if (me.person.guest && !deps.guests) return t('reply.guest', { municipality });
    // A form shows nothing of anybody else's.
    return activity.isShared && !isDialog(activity) ? t('extension.shared', { municipality }) : me;
  }

  /** What is stored and could not be told in time is owed in the person's own chat: nothing can be said where they are. */
  async function owe(me: ReadPerson, activity: Incoming, receipts: TurnReceipt): Promise<boolean> {
    const receipt = receipts.receipt(activity);
    if (receipt) await deps.oweReceipt(me.person.ref, receipt, { class: 'unsent', reason: 'answered too late' });
    return receipt !== undefined;
  }

  return {
    extension:
      <I extends Incoming>(answer: (turn: ExtensionTurn, activity: I) => Promise<InvokeAnswer>) =>
      (activity: I, chat: Chat): Promise<void> =>
        inTime.run(activity, chat, async () => {
          const receipts = new TurnReceipt(() => newIdempotencyKey(deps.random));
          let me: ReadPerson | undefined;
          try {
            const found = await actor(activity);
            if (typeof found === 'string') return await chat.answerInvoke({ text: found });
            me = found;
            const linkTo = (message?: string) => privateChat(activity, message);
            const answered = await answer(
              { ...turnOf(found, activity, chat, receipts), linkTo, waits: () => chat.waits() },
              activity,
            );
            if (!chat.waits()) await owe(found, activity, receipts);
            await chat.answerInvoke(answered);
          } catch (err) {
            const reference = newIdempotencyKey(deps.random).slice(0, 8);
            const what = { reference, person: me?.person.ref, activity: activity.type, err };
            log.error(what, 'A turn failed; the person was given the reference, or what it had stored is owed');
            const isOwed = me !== undefined && (await owe(me, activity, receipts));
            const t = textsFor(activity);
            await chat.answerInvoke({
              text: isOwed ? t('dialog.takesLonger') : t('error.unexpected', { id: reference }),
            });
          }
        }),

    toOutsider: (activity: Incoming): string =>
      textsFor(activity)('extension.outsider', { municipality: deps.settings().municipality.name }),
  };
}
