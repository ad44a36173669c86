import type { TurnContext } from 'botbuilder';
import type { Deps } from '../app/deps.js';
import { changePerson } from '../app/meet-person.js';
import type { Identity } from '../delivery/authentication.js';
import type { TeamsPort } from '../delivery/teams.js';
import { newOp } from '../domain/ids.js';
import type { EntraIdentity, Language } from '../domain/person.js';
import { unwelcomed } from '../domain/welcome.js';
import type { ReadPerson } from '../store/people.js';
import { inLanguage } from '../text/index.js';
import { type Incoming, identityOf, isInstall, spokenIn } from './activity.js';
import { type Follows, tell } from './answer.js';
import { answerWith } from './answering.js';
import { download } from './download.js';
import { answerElsewhere } from './elsewhere.js';
import { Profiles } from './profiles.js';
import type { Pace } from './rate-limit.js';
import { readAhead } from './read-ahead.js';
import { type Memory, recognise } from './recognise.js';
import { RosterRests } from './roster-rests.js';
import type { Doing } from './routes.js';
import type { KitMaker, Turn } from './turn.js';
import { isOneDrive, type MaySendTo, upload } from './upload.js';

export interface Log {
  info(what: object, message: string): void;
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
  /** Teams was called for somebody who is chatting: it counts towards Teams' limit. */
  called(): void;
}

type Handle = (context: TurnContext, activity: Incoming) => Promise<void>;

/** How a turn goes, whatever it is about: who acts, what they asked for, the answer; and a surprise told kindly. */
export function createTurns(deps: BotDeps) {
  const { log, kitFor, directory } = deps;
  const clock = () => Date.parse(deps.now());
  const profiles = new Profiles(clock);
  const memory: Memory = { profiles, rests: new RosterRests(clock) };
  /** The language of somebody whom this instance remembers; else that of their Teams. */
  const languageFor = (activity: Incoming): Language => {
    const identity = identityOf(activity);
    const known = identity && profiles.get(identity)?.person.language;
    return known ?? spokenIn(activity) ?? directory.organisation.municipality.defaultLanguage;
  };

  function turnOf(me: ReadPerson, activity: Incoming, context: TurnContext, ideas = deps.ideas): Turn {
    return {
      deps: { ...deps, ideas },
      me,
      person: me.person,
      kit: kitFor(me.person.language),
      ...(activity.replyToId && { pressed: activity.replyToId }),
      download: (url) => download(context, url),
      upload: (url, bytes) => upload(url, bytes, deps.maySendTo ?? isOneDrive),
      changed: deps.kick,
      async welcome() {
        const { identity } = me.person;
        const welcomed = await deps.welcome(me, activity.id);
        if (identity && welcomed !== me) profiles.keep(identity, welcomed);
      },
      leave() {
        const { identity } = me.person;
        if (identity) profiles.drop(identity);
      },
      become(next) {
        const { identity } = next.person;
        if (identity) profiles.keep(identity, next);
        return turnOf(next, activity, context, ideas);
      },
    };
  }

  /** Runs one kind of turn; whatever goes wrong, the person gets a line with an id that stands in the log too. */
  const take =
    (read: (activity: Incoming) => Doing): Handle =>
    async (context, activity) => {
      const identity = identityOf(activity);
      if (!identity) {
        await answerWith(context, activity, tell(inLanguage(languageFor(activity))('reply.noIdentity')));
        return;
      }
      try {
        const { about, looksForPost, answer, afterwards } = read(activity);
        const ideas = readAhead(deps.ideas, about, profiles.refOf(identity));
        const recognised = await recognise(deps, memory, activity, identity, looksForPost);
        if (recognised === 'unknown') {
          // Silence at an install: the first that somebody hears is the welcome, when the roster has said who they are.
          if (!isInstall(activity)) {
            await answerWith(context, activity, tell(inLanguage(languageFor(activity))('reply.rosterSilent')));
          }
          return;
        }
        if (recognised === 'guest') {
          const { name: municipality } = directory.organisation.municipality;
          await answerWith(context, activity, tell(inLanguage(languageFor(activity))('reply.guest', { municipality })));
          return;
        }
        const { me, arrived } = recognised;
        const turn = turnOf(me, activity, context, ideas);
        if (arrived) await deps.installed(me.person.ref);
        const answered = await answer(turn);
        const shownIn = await answerWith(context, activity, answered);
        if (shownIn && 'follows' in answered && answered.follows) keepUpToDate(me, answered.follows, shownIn);
        if (afterwards) await answerWith(context, activity, await afterwards());
        // Somebody who writes before they were welcomed, or has a new post since, is told after their answer.
        await greetLate(activity, identity);
      } catch (error) {
        await failed(context, activity, error, profiles.get(identity)?.person.ref);
      }
    };

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

  async function greetLate(activity: Incoming, identity: EntraIdentity): Promise<void> {
    // Somebody who has just been erased is nobody to greet.
    const me = activity.type === 'message' && profiles.get(identity);
    if (me && unwelcomed(me.person, directory).length > 0) profiles.keep(identity, await deps.welcome(me, activity.id));
  }

  /** A surprise: a line with an id for the person, and with the same id in the log. */
  async function failed(context: TurnContext, activity: Incoming, err: unknown, person?: string): Promise<void> {
    const reference = newOp(deps.random).slice(0, 8);
    log.error({ reference, person, activity: activity.type, err }, 'A turn failed; the person was given the reference');
    await apologise(context, activity, inLanguage(languageFor(activity))('error.unexpected', { id: reference }));
  }

  async function apologise(context: TurnContext, activity: Incoming, text: string): Promise<void> {
    try {
      await answerWith(context, activity, tell(text));
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
      await answerWith(context, activity, tell(inLanguage(languageFor(activity))('reply.wait')));
    }) satisfies (context: TurnContext, activity: Incoming, noted: boolean) => Promise<void>,

    /** The bot was removed: nothing can be sent there any more. What is owed waits for them to come back. */
    forget: (async (_context, activity) => {
      const identity = identityOf(activity);
      if (!identity) return;
      const [known] = await Promise.all([deps.people.byIdentity(identity), deps.newcomers.forget(identity)]);
      if (!known) return;
      profiles.drop(identity);
      await changePerson(deps, known, ({ person, reach }) => (reach ? { person } : undefined));
      log.info({ person: known.person.ref }, 'The bot was removed; messages wait until it is installed again');
    }) satisfies Handle,

    /** In a team or a group chat nothing personal is shown. */
    elsewhere: (async (context, activity) => {
      try {
        await answerWith(context, activity, await answerElsewhere(deps, kitFor(languageFor(activity)), activity));
      } catch (error) {
        await failed(context, activity, error);
      }
    }) satisfies Handle,
  };
}
