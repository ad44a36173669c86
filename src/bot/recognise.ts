import { isDeepStrictEqual } from 'node:util';
import { TeamsInfo, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Deps } from '../app/deps.js';
import { changePerson, meetPerson, type RosterEntry } from '../app/meet-person.js';
import type { ReadPerson } from '../store/people.js';
import { type Incoming, reachOf, spokenIn } from './activity.js';
import type { Profiles } from './profiles.js';

export interface Recognised {
  me: ReadPerson;
  /** The person could not be written to before this turn: they are new, or have installed the bot again. */
  arrived: boolean;
}

/**
 * Who writes, kept up to date: somebody new is looked up in the roster, and a conversation that has moved or a language
 * that has changed in Teams is stored. No round trip for somebody who wrote within the last half minute, else one.
 */
export async function recognise(
  deps: Deps,
  profiles: Profiles,
  context: TurnContext,
  activity: Incoming,
  identity: { tenant: string; objectId: string },
): Promise<Recognised> {
  const key = `${identity.tenant}|${identity.objectId}`;
  const reach = reachOf(activity, identity.tenant);
  const spoken = spokenIn(activity);
  const language = spoken ?? deps.directory.organisation.municipality.defaultLanguage;
  const kept = profiles.get(key);
  const { met, isNew } = kept
    ? { met: kept, isNew: false }
    : await meetPerson(deps, { identity, language, reach, roster: () => rosterEntry(context, activity) });
  const unreachable = met.reach === undefined && reach !== undefined;
  const { person: me } = await changePerson(deps, met, ({ person, reach: old }) => {
    const now = reach ?? old;
    const heard = !person.languageChosen && spoken ? spoken : person.language;
    if (heard === person.language && isDeepStrictEqual(now, old)) return undefined;
    return { person: { ...person, language: heard }, ...(now && { reach: now }) };
  });
  profiles.keep(key, me);
  return { me, arrived: isNew || unreachable };
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
