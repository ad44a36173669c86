import type { QueueClient } from '@azure/storage-queue';
import type { PersonRef } from '../../domain/person/person.js';
import type { Rank } from '../../domain/rank.js';
import { deliveryKey, type RunName } from '../keys.js';
import { isStatus } from '../rows.js';
import type { Storage } from '../storage.js';

/** Which delivery to look at. */
export interface DeliveryName {
  person: PersonRef;
  run: RunName;
}

/** One that is to be woken: by its rank, where that is known, else by its run's. */
export type Sleeping = DeliveryName & { rank?: Rank };

/** Deliveries to look at. A wake-up says nothing else, so that it may be lost, doubled or late. */
export interface WakeUp {
  /** None in a message that nobody of ours has written. */
  names: readonly DeliveryName[];
  /** It has been seen to: takes it from the queue. */
  done(): Promise<void>;
  /** It was not got to: the next receiver has it at once. */
  giveBack(): Promise<void>;
}

/** Azure hides a message for seven days at most; the sweep finds what is due later than that. */
const LONGEST_DELAY_SECONDS = 7 * 24 * 3600 - 60;

/** Azure gives out no more messages at once. */
export const MOST_AT_ONCE = 32;

/** As many deliveries as one message wakes: few enough that nobody has a long list in hand while others are idle. */
export const PER_WAKE_UP = 16;

export type WakeUps = ReturnType<typeof openQueue>;

/** The queue of wake-ups for what somebody waits for; an earlier version puts all into it. */
export const openWakeUps = ({ wakeUps }: Pick<Storage, 'wakeUps'>) => openQueue(wakeUps);

/** The queue of wake-ups for the rest, which may be long. */
export const openRestWakeUps = ({ restWakeUps }: Pick<Storage, 'restWakeUps'>): WakeUps => openQueue(restWakeUps);

/** A queue of wake-ups. All that it holds can be found again in Deliveries, so nothing is lost with it. */
function openQueue(queue: QueueClient) {
  return {
    /** One message for at most `PER_WAKE_UP` deliveries, seen by receivers only after so long. */
    async send(names: readonly DeliveryName[], delaySeconds = 0): Promise<void> {
      const visibilityTimeout = Math.min(Math.max(0, Math.ceil(delaySeconds)), LONGEST_DELAY_SECONDS);
      const lines = names.map(({ person, run }) => deliveryKey(person, run));
      // Base64, for one message with a sign that XML cannot hold would hide all the others from a receiver.
      const text = Buffer.from(lines.join('\n'), 'utf8').toString('base64');
      await queue.sendMessage(text, { messageTimeToLive: -1, visibilityTimeout });
    },

    /** At most 32 wake-ups, hidden from other receivers for so long. */
    async receive(limit: number, hiddenForSeconds: number): Promise<WakeUp[]> {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: Math.min(limit, MOST_AT_ONCE),
        visibilityTimeout: hiddenForSeconds,
      });
      return receivedMessageItems.map(({ messageId, popReceipt, messageText }) => ({
        names: parse(messageText),
        done: () => unlessGone(queue.deleteMessage(messageId, popReceipt)),
        giveBack: () => unlessGone(queue.updateMessage(messageId, popReceipt, messageText, 0)),
      }));
    },

    /** How many a receiver would be given now: 32 stands for more. What is in hand or put off does not count. */
    async ready(): Promise<number> {
      const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: MOST_AT_ONCE });
      return peekedMessageItems.length;
    },

    /** About how many there are, hidden ones too. */
    async waiting(): Promise<number> {
      return (await queue.getProperties()).approximateMessagesCount ?? 0;
    },
  };
}

function parse(text: string): DeliveryName[] {
  const lines = Buffer.from(text, 'base64').toString('utf8').split('\n').slice(0, PER_WAKE_UP);
  return lines.flatMap((line) => {
    const [person, run, ...rest] = line.split('|');
    return person && run && rest.length === 0 ? [{ person, run }] : [];
  });
}

/** A message that somebody else took meanwhile is as good as done. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isStatus(error, 400, 404)) throw error;
  }
}
