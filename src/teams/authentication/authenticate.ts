import { accept, type Result, refuse } from '../../domain/result.js';
import type { Activity } from '../activity.js';
import type { AppIdentity, Identity } from '../identity.js';
import { mayCallFor } from '../service-address.js';
import { createChannelKeys } from './channel-keys.js';
import { type Claims, createTokenJudge, type TokenFault } from './token.js';

/** Why an activity is not let in: its token, its channel, the address to answer at, or whose people it comes from. */
export type AuthenticationFault = TokenFault | 'channel' | 'address' | 'tenant';

export interface Authenticator {
  /** Let in with what the token says; without claims where nothing is signed. */
  judge(authorization: string, activity: Activity): Promise<Result<{ claims?: Claims }, AuthenticationFault>>;
  /** Whether tokens can be judged now: false only while no key is known that may be trusted. */
  canJudge(): Promise<boolean>;
}

interface AuthenticatorDeps {
  identity: Identity;
  /** Milliseconds since the epoch. */
  now: () => number;
  log: { error(what: object, message: string): void };
}

const TEAMS = 'msteams';
/** Channels of development: Teams as the playground plays it, and the playground's own. */
const PLAYED = [TEAMS, 'emulator'];

/**
 * Who may talk with the bot. An app with an identity takes what Bot Framework has signed for it, from Teams, from people
 * of its tenants, to be answered at Teams' own addresses; the SDK alone would also take tokens of emulators and other
 * bots, and look at no tenant. Without an identity the bot listens on this machine only (config/config.ts) and answers only there.
 */
export function createAuthenticator({ identity, now, log }: AuthenticatorDeps): Authenticator {
  const mayCall = mayCallFor(identity);
  if (identity.kind === 'none') {
    return {
      canJudge: async () => true,
      async judge(_authorization, { channelId, serviceUrl }) {
        if (!PLAYED.includes(channelId ?? '')) return refuse('channel');
        return mayCall(serviceUrl) ? accept({}) : refuse('address');
      },
    };
  }
  const keys = createChannelKeys({ metadataUrl: identity.keysAt, now, log });
  const judgeToken = createTokenJudge({ appId: identity.appId, keys, now });
  return {
    canJudge: keys.anyUsable,
    async judge(authorization, activity) {
      const { serviceUrl, channelId } = activity;
      const judged = await judgeToken(authorization, { channel: TEAMS, serviceUrl });
      if (!judged.ok) return judged;
      if (channelId !== TEAMS) return refuse('channel');
      if (!mayCall(serviceUrl)) return refuse('address');
      if (!isOurs(activity, identity)) return refuse('tenant');
      return accept({ claims: judged.value });
    },
  };
}

/** Teams names the tenant at two places; each that it names must be one of ours, and it must name one. */
function isOurs({ conversation, channelData }: Activity, { tenants }: AppIdentity): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.length > 0 && named.every((id) => tenants.includes(id.toLowerCase()));
}
