import type { TeamsPort } from '../../delivery/teams-port.js';
import { botIdOf, type Identity, type NamedIdentity } from '../identity.js';
import { createTeams, type TeamsOptions } from './messenger.js';

export interface TeamsOfIdentities extends Omit<TeamsOptions, 'identity' | 'authentication'> {
  identity: Identity;
  others: readonly NamedIdentity[];
}

/**
 * Teams for a bot that is several: each chat is written to by the bot with which it is, which Teams has named in its address.
 * A chat with a bot that is none of them is the first one's, as when there is only one.
 */
export function createTeamsByIdentity({ identity, others, ...options }: TeamsOfIdentities): TeamsPort {
  const own = createTeams({ identity, ...options });
  const byBot = new Map(others.map((other) => [botIdOf(other), createTeams({ identity: other, ...options })]));
  const of = ({ bot }: { bot: string }): TeamsPort => byBot.get(bot) ?? own;
  return {
    send: (place, ...rest) => of(place).send(place, ...rest),
    update: (place, ...rest) => of(place).update(place, ...rest),
    remove: (place, ...rest) => of(place).remove(place, ...rest),
    member: (reach) => of(reach).member(reach),
  };
}
