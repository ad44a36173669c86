import { isDeepStrictEqual } from 'node:util';
import { changePerson, meetPerson, type RosterEntry } from '../app/meet-person.js';
import type { EntraIdentity } from '../domain/person.js';
import { chatIsClosed, type Reach, type ReadPerson } from '../store/people.js';
import { chatOf, type Incoming, isInstall, reachOf, spokenIn } from './activity.js';
import type { Profiles } from './profiles.js';
import type { BotDeps } from './turns.js';

export interface Recognised {
  me: ReadPerson;
  /** The person could not be written to before this turn: they are new, have installed the bot again, or opened their chat. */
  arrived: boolean;
}

/** Thrown inside this file only, so that nothing is stored of a guest where guests may not come. */
class GuestAtTheDoor extends Error {}

/**
 * Who writes, kept up to date: somebody new is looked up in the roster, and a conversation that has moved or a language
 * that has changed in Teams is stored. No round trip for somebody who wrote within the last half minute, else one.
 * `guest` for somebody from elsewhere, where guests may not come.
 */
export async function recognise(
  deps: BotDeps,
  profiles: Profiles,
  activity: Incoming,
  identity: EntraIdentity,
): Promise<Recognised | 'guest'> {
  const reach = reachOf(activity, identity.tenant);
  const spoken = spokenIn(activity);
  const language = spoken ?? deps.directory.organisation.municipality.defaultLanguage;
  // What is remembered may be from before the bot was removed, of which another instance was told.
  const kept = isInstall(activity) ? undefined : profiles.get(identity);
  const roster = async () => {
    const entry = await rosterSays(deps, chatOf(activity, identity.tenant));
    if (entry.guest && !deps.guests) throw new GuestAtTheDoor();
    return entry;
  };
  // Where somebody can be written to is stored in a step of its own, after what waits for them has been thought of.
  const meeting = () => meetPerson(deps, { identity, language, reach: undefined, roster }).then(({ met }) => met);
  const met = kept ?? (await meeting().catch(ifGuest));
  if (met === 'guest' || (met.person.guest && !deps.guests)) return 'guest';
  const arrived = reach !== undefined && (met.reach === undefined || chatIsClosed(met.refusedOn));
  if (arrived) await deps.arriving(met.person.ref);
  const { person: me } = await changePerson(deps, met, ({ person, reach: old, refusedOn }) => {
    const now = reach ?? old;
    const heard = !person.languageChosen && spoken ? spoken : person.language;
    // Whoever writes can be written to: what their chat has refused before counts no more.
    if (heard === person.language && isDeepStrictEqual(now, old) && !refusedOn) return undefined;
    return { person: { ...person, language: heard }, ...(now && { reach: now }) };
  });
  profiles.keep(identity, me);
  return { me, arrived };
}

function ifGuest(error: unknown): 'guest' {
  if (error instanceof GuestAtTheDoor) return 'guest';
  throw error;
}

/** What Teams' roster says of whoever has this chat. Every question to it goes through here. */
async function rosterSays({ teams, called }: BotDeps, reach: Reach): Promise<RosterEntry> {
  called();
  const entry = await teams.member(reach);
  if (!entry.ok) throw new Error(`The roster did not answer: ${entry.refusal.reason}`);
  return entry.value;
}
