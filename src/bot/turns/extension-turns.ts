import type { Deps } from '../../app/deps.js';
import type { CardContext } from '../../cards/card-context.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Translate } from '../../text/index.js';
import type { Chat, InvokeAnswer } from '../chat.js';
import type { BotDeps } from '../deps.js';
import type { Incoming } from '../incoming.js';
import type { Profiles } from '../person/profiles.js';
import { privateChat } from '../private-chat.js';
import type { InTime } from './in-time.js';

/** A turn that begins in a chat in which the bot need not be: it has one answer and can post nothing. */
export interface ExtensionTurn {
  deps: Deps;
  person: Person;
  context: CardContext;
  /** Where the reader's own chat with the bot opens with this written in it; undefined where that is not known. */
  linkTo(message?: string): string | undefined;
}

interface Around {
  profiles: Profiles;
  inTime: InTime;
  textsFor: (activity: Incoming) => Translate;
}

/**
 * How a turn goes that comes by the message extension. Nobody is looked up in a roster, for there is none to ask where the bot is
 * not: who acts is known from their own chat, or not at all. No more than a kind line goes to anybody else, nor into a channel
 * that other organisations may read.
 */
export function createExtensionTurns(deps: BotDeps, { profiles, inTime, textsFor }: Around) {
  const { log, contextFor } = deps;

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
    return activity.isShared ? t('extension.shared', { municipality }) : me;
  }

  return {
    extension:
      <I extends Incoming>(answer: (turn: ExtensionTurn, activity: I) => Promise<InvokeAnswer>) =>
      (activity: I, chat: Chat): Promise<void> =>
        inTime.run(activity, chat, async () => {
          try {
            const me = await actor(activity);
            if (typeof me === 'string') return await chat.answerInvoke({ text: me });
            const { person } = me;
            const linkTo = (message?: string) => privateChat(activity, message);
            await chat.answerInvoke(
              await answer({ deps, person, context: contextFor(person.language), linkTo }, activity),
            );
          } catch (err) {
            const reference = newIdempotencyKey(deps.random).slice(0, 8);
            log.error({ reference, activity: activity.type, err }, 'A turn failed; the person was given the reference');
            await chat.answerInvoke({ text: textsFor(activity)('error.unexpected', { id: reference }) });
          }
        }),

    toOutsider: (activity: Incoming): string =>
      textsFor(activity)('extension.outsider', { municipality: deps.settings().municipality.name }),
  };
}
