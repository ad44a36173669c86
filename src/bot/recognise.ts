import { isDeepStrictEqual } from 'node:util';
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { changePerson, meetPerson, type RosterEntry } from '../app/meet-person.js';
import { chatIsClosed, type ReadPerson } from '../store/people.js';
import { type Incoming, isInstall, reachOf, spokenIn } from './activity.js';
import type { Profiles } from './profiles.js';
import type { BotDeps } from './turns.js';

export interface Recognised {
  me: ReadPerson;
  /** The person could not be written to before this turn: they are new, have installed the bot again, or opened their chat. */
  arrived: boolean;
}

/**
 * Who writes, kept up to date: somebody new is looked up in the roster, and a conversation that has moved or a language
 * that has changed in Teams is stored. No round trip for somebody who wrote within the last half minute, else one.
 */
export async function recognise(
  deps: BotDeps,
  profiles: Profiles,
  context: TurnContext,
  activity: Incoming,
  identity: { tenant: string; objectId: string },
): Promise<Recognised> {
  const key = `${identity.tenant}|${identity.objectId}`;
  const reach = reachOf(activity, identity.tenant);
  const spoken = spokenIn(activity);
  const language = spoken ?? deps.directory.organisation.municipality.defaultLanguage;
  const roster = () => rosterEntry(context, activity);
  // What is remembered may be from before the bot was removed, of which another instance was told.
  const kept = isInstall(activity) ? undefined : profiles.get(key);
  // Where somebody can be written to is stored in a step of its own, after what waits for them has been thought of.
  const { met } = kept ? { met: kept } : await meetPerson(deps, { identity, language, reach: undefined, roster });
  const arrived = reach !== undefined && (met.reach === undefined || chatIsClosed(met.refusedOn));
  if (arrived) await deps.arriving(met.person.ref);
  const { person: me } = await changePerson(deps, met, ({ person, reach: old, refusedOn }) => {
    const now = reach ?? old;
    const heard = !person.languageChosen && spoken ? spoken : person.language;
    // Whoever writes can be written to: what their chat has refused before counts no more.
    if (heard === person.language && isDeepStrictEqual(now, old) && !refusedOn) return undefined;
    return { person: { ...person, language: heard }, ...(now && { reach: now }) };
  });
  profiles.keep(key, me);
  return { me, arrived };
}

/** The roster's answer; Teams leaves out what the tenant hides. */
const member = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

async function rosterEntry(context: TurnContext, { from }: Incoming): Promise<RosterEntry> {
  const { name, email, userPrincipalName } = member.parse(await TeamsInfo.getMember(context, from.id));
  const emails = [email, userPrincipalName].flatMap((address) => (address ? [address] : []));
  return { name: name?.trim() || emails[0] || from.id, emails };
}
