import { timeZoneOf } from '../../app/deps.js';
import { noteHeard, noteUnrecognised } from '../../app/person/chat.js';
import { meetPerson, type RosterEntry } from '../../app/person/meet-person.js';
import { refreshPerson } from '../../app/person/refresh-person.js';
import { doneWithin } from '../../delivery/pacing/pause.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import { type RosterLookup, whenToAsk } from '../../domain/person/roster.js';
import { type ConversationReference, chatIsClosed, type ReadPerson } from '../../store/person/people.js';
import type { BotDeps } from '../deps.js';
import { type Incoming, isByHand, reachOf } from '../incoming.js';
import type { Profiles } from './profiles.js';
import type { RosterRests } from './roster-rests.js';

/** Who it is; or that it is a guest where none may come, or somebody of whom nothing is known yet. */
export type Recognised =
  | {
      kind: 'known';
      me: ReadPerson;
      /** The person could not be written to before this turn: they are new, have installed the bot again, or opened their chat. */
      arrived: boolean;
    }
  | { kind: 'guest' }
  | { kind: 'unknown' };

/** What an instance remembers of those who write. */
export interface Memory {
  profiles: Profiles;
  rests: RosterRests;
}

/** So long, in milliseconds, a turn waits for the roster to say whose a post is; then what was known before stands. */
const ROSTER_PATIENCE_MS = 2_000;

/** Thrown inside this file only, so that nothing is stored of a guest where guests may not come. */
class UnknownGuest extends Error {}

/** Thrown inside this file only: the roster does not say who somebody is. */
class RosterSilent extends Error {
  constructor(readonly reason: string) {
    super(`The roster did not answer: ${reason}`);
  }
}

/**
 * Who writes, kept up to date: somebody new is looked up in the roster, one who is known is looked up again when it is time
 * (domain/person/roster.ts), and a conversation that has moved or another language that they write in is stored. No round trip
 * for somebody who wrote within the last half minute, else one. `guest` for somebody from elsewhere, where guests may not
 * come. `looksForPost`: they have asked for what only a post gives. `unknown` for somebody new while the roster does not
 * say who it is: where they write is kept, and the roster is asked again by the clock's work (delivery/person/newcomers.ts).
 */
export async function recognise(
  deps: BotDeps,
  memory: Memory,
  activity: Incoming,
  identity: EntraIdentity,
  looksForPost = false,
): Promise<Recognised> {
  const { profiles } = memory;
  const reach = reachOf(activity);
  const { language: spoken } = activity;
  const language = spoken ?? deps.settings().municipality.defaultLanguage;
  // What is remembered may be from before the bot was removed, of which another instance was told.
  const kept = activity.kind === 'install' ? undefined : profiles.get(identity);
  const roster = async () => {
    const entry = await rosterSays(deps, activity.place);
    if (entry.guest && !deps.guests) throw new UnknownGuest();
    return entry;
  };
  // Where somebody can be written to is stored in a step of its own, after what waits for them has been thought of.
  const meeting = () => meetPerson(deps, { identity, language, reach: undefined, roster });
  const meet = kept ? { met: kept, isNew: false, lost: [] } : await meeting().catch(whyNot);
  if (meet instanceof RosterSilent) {
    if (reach) await noteUnrecognised(deps, { identity, reach, language });
    deps.log.info(
      { reason: meet.reason },
      'The roster does not say who somebody new is; it is asked again, then they are welcomed',
    );
    return { kind: 'unknown' };
  }
  if (meet === 'guest') return { kind: 'guest' };
  for (const loser of meet.lost) profiles.drop(loser);
  const met = meet.isNew ? meet.met : await lookedUpAgain(deps, memory, activity, meet.met, looksForPost);
  if (met.person.guest && !deps.guests) return { kind: 'guest' };
  const arrived = reach !== undefined && (met.reach === undefined || chatIsClosed(met.refusedOn));
  if (arrived) await deps.arriving(met.person.ref);
  const me = await noteHeard(deps, met, { reach, spoken: isByHand(activity) ? spoken : undefined });
  profiles.keep(identity, me);
  return { kind: 'known', me, arrived };
}

function whyNot(error: unknown): 'guest' | RosterSilent {
  if (error instanceof UnknownGuest) return 'guest';
  if (error instanceof RosterSilent) return error;
  throw error;
}

/** What Teams' roster says of whoever has this chat. Every question to it goes through here. */
async function rosterSays({ teams, called }: BotDeps, reach: ConversationReference): Promise<RosterEntry> {
  called();
  const entry = await teams.member(reach);
  if (!entry.ok) throw new RosterSilent(entry.refusal.reason);
  return entry.value;
}

/** Somebody who is known, as the roster has them now where the turn is to wait for that; else it is stored beside the turn. */
async function lookedUpAgain(
  deps: BotDeps,
  { profiles, rests }: Memory,
  activity: Incoming,
  known: ReadPerson,
  looksForPost: boolean,
): Promise<ReadPerson> {
  const { ref, identity } = known.person;
  const asking =
    activity.kind === 'install' ? 'first' : rests.has(ref) ? undefined : askingNow(deps, known, looksForPost);
  if (!asking || !identity) return known;
  // Who writes twice while the roster is asked beside the first turn is asked about once.
  if (asking === 'beside') rests.note(ref);
  const refreshed = rosterSays(deps, activity.place)
    .then((entry) => refreshPerson(deps, known, entry, deps.asksWorkplace))
    .then(({ me, lost }) => {
      for (const loser of lost) profiles.drop(loser);
      if (profiles.get(identity)) profiles.keep(identity, me);
      rests.forget(ref);
      return me;
    })
    .catch(async (err: unknown) => {
      rests.note(ref);
      deps.log.info({ person: ref, err }, 'The roster could not be asked who somebody is now; it is asked later');
      if (activity.kind === 'install') await oweLookUp(deps, activity, known);
      return undefined;
    });
  return (asking === 'first' && (await doneWithin(ROSTER_PATIENCE_MS, refreshed))) || known;
}

/** At an install they may have waited for it, and need not write: the clock's work asks (delivery/person/newcomers.ts). */
async function oweLookUp(deps: BotDeps, activity: Incoming, { person }: ReadPerson): Promise<void> {
  const { identity, language, ref } = person;
  const reach = reachOf(activity);
  if (!identity || !reach) return;
  try {
    await noteUnrecognised(deps, { identity, reach, language, known: true });
  } catch (err) {
    deps.log.error(
      { person: ref, err },
      'It could not be noted that the roster is to be asked; it is at their next word',
    );
  }
}

const askingNow = (deps: BotDeps, { person }: ReadPerson, looksForPost: boolean): RosterLookup =>
  whenToAsk(person, { now: deps.now(), timeZone: timeZoneOf(deps), directory: deps.directory(), looksForPost });
