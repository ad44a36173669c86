import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { ChannelKeys } from './channel-keys.js';

/** Why a token does not hold; `keys`: nobody can say now, for Bot Framework's keys cannot be had. */
export type TokenFault =
  | 'noToken'
  | 'malformed'
  | 'algorithm'
  | 'issuer'
  | 'audience'
  | 'serviceUrl'
  | 'unknownKey'
  | 'keys'
  | 'endorsement'
  | 'signature'
  | 'expired'
  | 'notYet';

/** What a token that holds says, as Bot Framework's SDK wants to have it. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who signs for the channels, and what the keys must be endorsed for (Microsoft's "Authenticate requests from the connector"). */
const ISSUER = 'https://api.botframework.com';
const ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;
/** Seconds by which clocks may differ. Source: the same document. */
const CLOCK_SLACK_SECONDS = 300;

const headerSchema = z.object({ alg: z.string(), kid: z.string() });
/** Without an end a token would hold for ever. */
const claimsSchema = z.looseObject({
  iss: z.unknown().optional(),
  aud: z.unknown().optional(),
  serviceurl: z.unknown().optional(),
  exp: z.number(),
  nbf: z.number(),
});

interface TokenJudge {
  appId: string;
  keys: ChannelKeys;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * Judges the Authorization header of an activity from Bot Framework: a token that it has signed for this bot, for the
 * channel and for the address that the activity names. The key is looked for last of all that can be told without it, so
 * that a token that is wrong anyway causes no call.
 */
export function createTokenJudge({ appId, keys, now }: TokenJudge) {
  return async (
    authorization: string,
    { channel, serviceUrl }: { channel: string; serviceUrl: string },
  ): Promise<Result<Claims, TokenFault>> => {
    if (authorization.trim() === '') return refuse('noToken');
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
    const read = token === undefined ? undefined : unverified(token);
    if (token === undefined || !read) return refuse('malformed');
    const { header, claims } = read;
    if (!ALGORITHMS.some((one) => one === header.alg)) return refuse('algorithm');
    if (claims.iss !== ISSUER) return refuse('issuer');
    if (claims.aud !== appId) return refuse('audience');
    if (claims.serviceurl !== serviceUrl) return refuse('serviceUrl');
    const found = await keys.find(header.kid);
    if (found === 'unavailable') return refuse('keys');
    if (found === 'unknown') return refuse('unknownKey');
    if (!found.endorsements.includes(channel)) return refuse('endorsement');
    const fault = faultOf(token, found.key, appId, now());
    return fault ? refuse(fault) : accept(claims);
  };
}

/** What a token says before anybody has looked at its signature; undefined for what is no token, or none with an end. */
function unverified(token: string) {
  // The library throws for some of what it cannot read and gives null for the rest.
  try {
    const parts = jwt.decode(token, { complete: true });
    const header = headerSchema.safeParse(parts?.header);
    const claims = claimsSchema.safeParse(parts?.payload);
    return header.success && claims.success ? { header: header.data, claims: claims.data } : undefined;
  } catch {
    return undefined;
  }
}

/** The library looks at signature and times, and once more at all that was looked at before. */
function faultOf(token: string, key: KeyObject, audience: string, now: number): TokenFault | undefined {
  try {
    jwt.verify(token, key, {
      algorithms: [...ALGORITHMS],
      issuer: ISSUER,
      audience,
      clockTimestamp: Math.floor(now / 1000),
      clockTolerance: CLOCK_SLACK_SECONDS,
    });
    return undefined;
  } catch (error) {
    if (error instanceof jwt.TokenExpiredError) return 'expired';
    if (error instanceof jwt.NotBeforeError) return 'notYet';
    return 'signature';
  }
}
