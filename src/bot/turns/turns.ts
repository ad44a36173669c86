import type { TurnContext } from 'botbuilder';
import type { Deps } from '../../app/deps.js';
import { changePerson } from '../../app/person/meet-person.js';
import type { About } from '../../cards/kit.js';
import { within } from '../../delivery/pacing/pause.js';
import type { Receipt } from '../../delivery/sending/receipt.js';
import type { Stands } from '../../delivery/sending/remember.js';
import type { SendFault } from '../../delivery/sending/send-fault.js';
import { newOp } from '../../domain/ids.js';
import type { EntraIdentity, Language, PersonRef } from '../../domain/person/person.js';
import { unwelcomed } from '../../domain/person/welcome.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Identity } from '../../teams/authentication/credentials.js';
import { downloadsFor } from '../../teams/files/download.js';
import { isOneDrive, type MaySendTo, upload } from '../../teams/files/upload.js';
import {
  type Incoming,
  identityOf,
  isFileAnswer,
  isInstall,
  isPress,
  spokenIn,
} from '../../teams/incoming/activity.js';
import { type Chat, createChat, keepTrying } from '../../teams/outgoing/chat.js';
import type { TeamsPort } from '../../teams/outgoing/messenger.js';
import { inLanguage } from '../../text/index.js';
import { answerElsewhere } from '../conversation/elsewhere.js';
import { Profiles } from '../person/profiles.js';
import { type Memory, recognise } from '../person/recognise.js';
import { RosterRests } from '../person/roster-rests.js';
import type { Doing } from '../routes.js';
import { type Answer, type Follows, tell } from './answer.js';
import { answerWith, MESSAGE } from './answering.js';
import { Kept } from './kept.js';
import type { Pace } from './rate-limit.js';
import { readAhead } from './read-ahead.js';
import type { KitMaker, Turn } from './turn.js';

export interface Log {
  info(what: object, message: string): void;
  warn(what: object, message: string): void;
  error(what: object, message: string): void;
}

export interface BotDeps extends Deps {
  identity: Identity;
  /** Whether guests of the tenant may talk with the bot; default: they may not. */
  guests?: boolean;
  /** How much one person may ask of this instance; default: `usualPace`. */
  pace?: Pace | undefined;
  kitFor: KitMaker;
  /** People's chats, and the roster that says who has one. */
  teams: TeamsPort;
  log: Log;
  /** Where files of people may be put; default: their OneDrive. */
  maySendTo?: MaySendTo | undefined;
  /** Others are owed messages. */
  kick(): void;
  /** A person will be able to be written to in a moment: asked before that is stored, so that it is not forgotten. */
  arriving(ref: string): Promise<void>;
  /** That is stored: what waited for them is owed. */
  installed(ref: string): Promise<void>;
  /** Owes a person the welcome that they have not had, and sends it now where Teams takes it. Gives the person as they then are. */
  welcome(me: ReadPerson, replyTo?: string): Promise<ReadPerson>;
  /** Owes a person the receipt of something that is stored and whose answer Teams has not taken. */
  oweReceipt(person: PersonRef, receipt: Receipt, fault: SendFault): Promise<void>;
  /** Notes where ideas are shown, so that what goes out of sight, or has while the answer was on its way, is taken out. */
  remember(about: About, stands: Stands): Promise<void>;
  /** Teams was called for somebody who is chatting: it counts towards Teams' limit. */
  called(): void;
}

/**
 * How long, in milliseconds, an HTTP request waits for its turn. Teams shows an error when an invoke is not answered within
 * five seconds, and sends a message again after fifteen; the turn itself goes on.
 */
const INVOKE_WITHIN = 4000;
const MESSAGE_WITHIN = 12_000;

/** Who acts, and what their turn has stored. */
interface By {
  person: PersonRef;
  kept: Kept;
}

type Handle = (context: TurnContext, activity: Incoming) => Promise<void>;

/** How a turn goes, whatever it is about: who acts, what they asked for, the answer; and a surprise told kindly. */
export function createTurns(deps: BotDeps) {
  const { log, kitFor, directory } = deps;
  const clock = () => Date.parse(deps.now());
  const profiles = new Profiles(clock);
  /** Turns that go on, some of them after their HTTP request. */
  const unfinished = new Set<Promise<void>>();
  const memory: Memory = { profiles, rests: new RosterRests(clock) };
  const spokenHere = (activity: Incoming): Language =>
    spokenIn(activity) ?? directory.organisation.municipality.defaultLanguage;
  /** The language of somebody whom this instance remembers; else that of their Teams. */
  const languageFor = (activity: Incoming): Language => {
    const identity = identityOf(activity);
    const known = identity && profiles.get(identity)?.person.language;
    return known ?? spokenHere(activity);
  };

  function turnOf(
    me: ReadPerson,
    activity: Incoming,
    download: Turn['download'],
    kept: Kept,
    ideas = deps.ideas,
  ): Turn {
    return {
      deps: { ...deps, ideas },
      me,
      person: me.person,
      kit: kitFor(me.person.language),
      ...(activity.replyToId && { pressed: activity.replyToId }),
      download,
      upload: (url, bytes) => upload(url, bytes, deps.maySendTo ?? isOneDrive),
      changed(event) {
        kept.note(event);
        deps.kick();
      },
      stored: () => kept.note(),
      async welcome() {
        const { identity } = me.person;
        const welcomed = await deps.welcome(me, activity.id);
        if (identity && welcomed !== me) profiles.keep(identity, welcomed);
      },
      leave() {
        kept.left();
        const { identity } = me.person;
        if (identity) profiles.drop(identity);
      },
      become(next) {
        const { identity } = next.person;
        if (identity) profiles.keep(identity, next);
        if (next !== me) kept.note();
        return turnOf(next, activity, download, kept, ideas);
      },
    };
  }

  /** Answers an HTTP request in time, whatever its turn takes: an invoke is told that it takes longer, and the turn goes on. */
  async function inTime(context: TurnContext, activity: Incoming, run: (chat: Chat) => Promise<void>): Promise<void> {
    const chat = createChat(deps, context, activity);
    const running = run(chat).finally(() => unfinished.delete(running));
    unfinished.add(running);
    try {
      await within(isPress(activity) || isFileAnswer(activity) ? INVOKE_WITHIN : MESSAGE_WITHIN, running);
      const longer = { type: MESSAGE, value: inLanguage(languageFor(activity))('reply.takesLonger') };
      await chat.answerInvoke(isFileAnswer(activity) ? undefined : longer);
    } finally {
      chat.leave();
    }
  }

  /**
   * Shows an answer, and gives the activity in which it stands. What tells of something that is stored, and cannot be shown,
   * is owed; anything else is tried for ten seconds and then dropped. Throws what Teams has answered where nobody knows
   * whether the answer arrived and nothing was stored: then the person is told to ask again.
   */
  async function show(chat: Chat, activity: Incoming, answer: Answer, by?: By): Promise<string | undefined> {
    const receipt = by?.kept.receipt(activity);
    const shown = await answerWith(chat, activity, answer, receipt ? (once) => once() : keepTrying);
    if (shown.ok) return shown.value;
    const { class: fault, reason, status, error } = shown.refusal;
    if (receipt && by) {
      await deps.oweReceipt(by.person, receipt, shown.refusal);
      return undefined;
    }
    if (fault === 'unknown' && status !== undefined) throw error;
    const what = { person: by?.person, activity: activity.type, reason };
    log.warn(what, 'An answer could not be shown and is dropped: nothing was stored, and it can be asked for again');
    return undefined;
  }

  /** Runs one kind of turn; whatever goes wrong, the person gets a line with an id that stands in the log too. */
  const take =
    (read: (activity: Incoming) => Doing): Handle =>
    (context, activity) =>
      inTime(context, activity, async (chat) => {
        const say = inLanguage(languageFor(activity));
        const identity = identityOf(activity);
        const kept = new Kept(() => newOp(deps.random));
        const download = downloadsFor(context);
        try {
          if (!identity) {
            await show(chat, activity, tell(say('reply.noIdentity')));
            return;
          }
          const { about, looksForPost, answer, afterwards } = read(activity);
          const ideas = readAhead(deps.ideas, about, profiles.refOf(identity));
          const recognised = await recognise(deps, memory, activity, identity, looksForPost);
          if (recognised === 'unknown') {
            // Silence at an install: the first that somebody hears is the welcome, when the roster has said who they are.
            if (!isInstall(activity)) await show(chat, activity, tell(say('reply.rosterSilent')));
            return;
          }
          if (recognised === 'guest') {
            const { name: municipality } = directory.organisation.municipality;
            await show(chat, activity, tell(say('reply.guest', { municipality })));
            return;
          }
          const { me, arrived } = recognised;
          const by = { person: me.person.ref, kept };
          const turn = turnOf(me, activity, download, kept, ideas);
          if (arrived) await deps.installed(me.person.ref);
          const answered = await answer(turn);
          const shownIn = await show(chat, activity, answered, by);
          kept.shown();
          if (shownIn && 'follows' in answered && answered.follows) keepUpToDate(me, answered.follows, shownIn);
          if (shownIn) remember(me, answered, shownIn);
          if (afterwards) await show(chat, activity, await afterwards(), by);
          // Somebody who writes before they were welcomed, or has a new post since, is told after their answer.
          await greetLate(activity, identity);
        } catch (error) {
          await failed(chat, activity, error, identity && profiles.get(identity)?.person.ref, kept);
        }
      });

  /**
   * Notes where a card stands that asks something, so that it is drawn anew when the idea moves on. Not waited for: a card
   * that is not noted is refused kindly when it is pressed too late.
   */
  function keepUpToDate({ person, reach }: ReadPerson, follows: Follows, activity: string): void {
    if (!reach) return;
    deps.copies
      .put({ ...follows, person: person.ref, conversation: reach.conversation, activity })
      .catch((error: unknown) => log.error({ idea: follows.id, err: error }, 'A card in a chat could not be noted'));
  }

  /** Notes where an idea is shown, so that what is hidden later is taken out of it. Not waited for either. */
  function remember({ person, reach }: ReadPerson, answered: Answer, activity: string): void {
    const drawn = 'here' in answered ? answered.here : 'below' in answered ? answered.below : undefined;
    if (!reach || !drawn?.about) return;
    const { about } = drawn;
    deps
      .remember(about, { person: person.ref, conversation: reach.conversation, activity })
      .catch((error: unknown) =>
        log.error({ ideas: about.ideas.map(({ id }) => id), err: error }, 'Where an idea is shown could not be noted'),
      );
  }

  async function greetLate(activity: Incoming, identity: EntraIdentity): Promise<void> {
    // Somebody who has just been erased is nobody to greet.
    const me = activity.type === 'message' && profiles.get(identity);
    if (me && unwelcomed(me.person, directory).length > 0) profiles.keep(identity, await deps.welcome(me, activity.id));
  }

  /** A surprise: a line with an id for the person, and with the same id in the log. What is stored all the same is owed. */
  async function failed(chat: Chat, activity: Incoming, err: unknown, person?: PersonRef, kept?: Kept): Promise<void> {
    const reference = newOp(deps.random).slice(0, 8);
    const say = inLanguage(languageFor(activity));
    const receipt = kept?.receipt(activity);
    try {
      if (person && receipt) {
        log.error(
          { reference, person, activity: activity.type, err },
          'A turn failed after it had stored; its receipt is owed',
        );
        await chat.answerInvoke({ type: MESSAGE, value: say('reply.takesLonger') });
        await deps.oweReceipt(person, receipt, { class: 'unsent', reason: 'turn failed' });
        return;
      }
      log.error(
        { reference, person, activity: activity.type, err },
        'A turn failed; the person was given the reference',
      );
      const shown = await answerWith(chat, activity, tell(say('error.unexpected', { id: reference })), keepTrying);
      if (!shown.ok) throw shown.refusal.error;
    } catch (error) {
      log.error({ err: error }, 'The answer to a failed turn could not be sent');
    }
  }

  return {
    take,

    /** Somebody asks more than a person can. Nothing is read or stored; `noted`: operators get a line about it as well. */
    askToWait: (async (context, activity, noted) => {
      if (noted) {
        const identity = identityOf(activity);
        const person = identity && profiles.get(identity)?.person.ref;
        log.info({ person }, 'Somebody sends more than a person can by hand, and is asked to wait');
      }
      const wait = tell(inLanguage(languageFor(activity))('reply.wait'));
      // Once: whoever asks too much is not answered with more tries than they made.
      await inTime(context, activity, async (chat) => {
        await answerWith(chat, activity, wait, (once) => once());
      });
    }) satisfies (context: TurnContext, activity: Incoming, noted: boolean) => Promise<void>,

    /** The bot was removed: nothing can be sent there any more. What is owed waits for them to come back. */
    forget: (async (_context, activity) => {
      const identity = identityOf(activity);
      if (!identity) return;
      const [known] = await Promise.all([deps.people.byIdentity(identity), deps.newcomers.leave(identity)]);
      if (!known) return;
      profiles.drop(identity);
      await changePerson(deps, known, ({ person, reach }) => (reach ? { person } : undefined));
      log.info({ person: known.person.ref }, 'The bot was removed; messages wait until it is installed again');
    }) satisfies Handle,

    /** In a team or a group chat nothing personal is shown. */
    elsewhere: ((context, activity) =>
      inTime(context, activity, async (chat) => {
        try {
          await show(chat, activity, await answerElsewhere(deps, kitFor(spokenHere(activity)), activity));
        } catch (error) {
          await failed(chat, activity, error);
        }
      })) satisfies Handle,

    /** Settles when all turns are over that outlast their HTTP requests. */
    async answered(): Promise<void> {
      await Promise.allSettled(unfinished);
    },
  };
}
