import type { Deps } from '../../app/deps.js';
import { noteRemoved } from '../../app/person/chat.js';
import type { CardContext } from '../../cards/card-context.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Language } from '../../domain/languages.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import { unwelcomed } from '../../domain/person/welcome.js';
import type { ReadPerson } from '../../store/person/people.js';
import { inLanguage } from '../../text/index.js';
import type { Chat } from '../chat.js';
import type { BotDeps } from '../deps.js';
import { type Incoming, isExtension, isMessage } from '../incoming.js';
import { Profiles } from '../person/profiles.js';
import { type Memory, recognise } from '../person/recognise.js';
import { RosterRests } from '../person/roster-rests.js';
import { type Answer, tell } from './answer.js';
import { answerWith, unneeded } from './answering.js';
import { createExtensionTurns } from './extension-turns.js';
import { InTime } from './in-time.js';
import { noteStanding, show, showFailure } from './show.js';
import type { Turn } from './turn.js';
import type { TurnPlan } from './turn-plan.js';
import { TurnReceipt } from './turn-receipt.js';

/** How a turn goes, whatever it is about: who acts, what they asked for, the answer; and a surprise told kindly. */
export function createTurns(deps: BotDeps) {
  const { log, contextFor } = deps;
  const clock = () => Date.parse(deps.now());
  const profiles = new Profiles(clock);
  const memory: Memory = { profiles, rests: new RosterRests(clock) };
  const spokenHere = ({ language }: Incoming): Language => language ?? deps.settings().municipality.defaultLanguage;
  const known = ({ identity }: Incoming): ReadPerson | undefined => identity && profiles.get(identity);
  /** Texts in the language of somebody whom this instance remembers; else in that of their Teams. */
  const textsFor = (activity: Incoming) => inLanguage(known(activity)?.person.language ?? spokenHere(activity));
  const inTime = new InTime((activity) =>
    textsFor(activity)(
      activity.kind === 'dialogSend'
        ? 'dialog.takesLonger'
        : isExtension(activity)
          ? 'extension.takesLonger'
          : 'reply.takesLonger',
    ),
  );

  function turnOf(me: ReadPerson, activity: Incoming, chat: Chat, receipts: TurnReceipt, stores: Deps = deps): Turn {
    const { identity } = me.person;
    return {
      deps: stores,
      me,
      person: me.person,
      context: contextFor(me.person.language),
      ...(activity.replyToId && { cardActivityId: activity.replyToId }),
      download: chat.download,
      upload: deps.upload,
      changed: (event) => receipts.note(event),
      stored: () => receipts.note(),
      async welcome() {
        const welcomed = await deps.welcome(me, activity.id);
        if (identity && welcomed !== me) profiles.keep(identity, welcomed);
      },
      tellsAway: (person, until, press) => deps.tellsAway(person, until, press),
      leave() {
        receipts.left();
        if (identity) profiles.drop(identity);
      },
      become(next) {
        const { identity: now } = next.person;
        if (now) profiles.keep(now, next);
        if (next !== me) receipts.note();
        return turnOf(next, activity, chat, receipts, stores);
      },
    };
  }

  /** What somebody asked for, from who they are to what is said last. */
  async function turn(activity: Incoming, chat: Chat, plan: TurnPlan, identity: EntraIdentity, receipts: TurnReceipt) {
    const t = textsFor(activity);
    const { readAhead, looksForPost, answer, afterwards } = plan;
    const stores = readAhead?.(deps, profiles.refOf(identity));
    const recognised = await recognise(deps, memory, activity, identity, looksForPost);
    if (recognised.kind === 'unknown') {
      // Silence at an install: the first that somebody hears is the welcome, when the roster has said who they are.
      if (activity.kind !== 'install') await show(deps, chat, activity, tell(t('reply.rosterSilent')));
      return;
    }
    if (recognised.kind === 'guest') {
      const { name: municipality } = deps.settings().municipality;
      await show(deps, chat, activity, tell(t('reply.guest', { municipality })));
      return;
    }
    const { me, arrived } = recognised;
    const by = { person: me.person.ref, language: me.person.language, receipts };
    if (arrived) await deps.installed(me.person.ref);
    const answered = await answer(turnOf(me, activity, chat, receipts, stores));
    const shownIn = await show(deps, chat, activity, answered, by);
    receipts.shown();
    if (shownIn) noteStanding(deps, me, answered, shownIn);
    if (afterwards) await show(deps, chat, activity, await afterwards(), by);
    // Somebody who writes before they were welcomed, or has a new post since, is told after their answer.
    await greetLate(activity, identity);
  }

  async function greetLate(activity: Incoming, identity: EntraIdentity): Promise<void> {
    // Somebody who has just been erased is nobody to greet.
    const me = isMessage(activity) && profiles.get(identity);
    if (me && unwelcomed(me.person, deps.directory()).length > 0)
      profiles.keep(identity, await deps.welcome(me, activity.id));
  }

  return {
    /** Runs one kind of turn; whatever goes wrong, the person gets a line with an id that stands in the log too. */
    take:
      <I extends Incoming>(read: (activity: I) => TurnPlan) =>
      (activity: I, chat: Chat): Promise<void> =>
        inTime.run(activity, chat, async () => {
          const { identity } = activity;
          const receipts = new TurnReceipt(() => newIdempotencyKey(deps.random));
          try {
            if (identity) await turn(activity, chat, read(activity), identity, receipts);
            else await show(deps, chat, activity, tell(textsFor(activity)('reply.noIdentity')));
          } catch (err) {
            const person = known(activity)?.person.ref;
            await showFailure(deps, chat, activity, { err, t: textsFor(activity), person, receipts });
          }
        }),

    /** Somebody asks more than a person can. Nothing is read or stored. */
    askToWait: (activity: Incoming, chat: Chat): Promise<void> =>
      inTime.run(activity, chat, async () => {
        // Once: whoever asks too much is not answered with more tries than they made.
        const wait = tell(textsFor(activity)('reply.wait'));
        await answerWith(chat, activity, wait, { trying: (once) => once(), inShort: unneeded });
      }),

    /** Operators get a line about it as well. */
    noteHaste(activity: Incoming): void {
      const person = known(activity)?.person.ref;
      log.info({ person }, 'Somebody sends more than a person can by hand, and is asked to wait');
    },

    /** The bot was removed: nothing can be sent there any more. What is owed waits for them to come back. */
    async forget({ identity }: Incoming): Promise<void> {
      if (!identity) return;
      const removed = await noteRemoved(deps, identity);
      if (!removed) return;
      profiles.drop(identity);
      log.info({ person: removed.person.ref }, 'The bot was removed; messages wait until it is installed again');
    },

    /** Somebody who is nobody there: in a team or a group chat nothing personal is shown, and nobody is looked up first. */
    elsewhere:
      (answer: (deps: BotDeps, context: CardContext, activity: Incoming) => Promise<Answer>) =>
      (activity: Incoming, chat: Chat): Promise<void> =>
        inTime.run(activity, chat, async () => {
          try {
            await show(deps, chat, activity, await answer(deps, contextFor(spokenHere(activity)), activity));
          } catch (err) {
            await showFailure(deps, chat, activity, { err, t: textsFor(activity) });
          }
        }),

    ...createExtensionTurns(deps, { profiles, inTime, textsFor, turnOf }),

    /** Settles when all turns are over that outlast their HTTP requests. */
    answered: (): Promise<void> => inTime.over(),
  };
}
