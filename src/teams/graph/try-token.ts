import { z } from 'zod';
import { credentialOf } from '../../store/storage.js';
import { ownAssertion } from '../authentication/own-assertion.js';
import type { AppIdentity } from '../identity.js';
import type { GraphLogin } from './token.js';

/** What came of asking for a token. `code`: Entra's own ("AADSTS7000222"), an HTTP status, or the system's word. */
export type TriedToken =
  /** `roles`: the application permissions that it carries; undefined where it does not say. */
  { ok: true; roles: readonly string[] | undefined } | { ok: false; reached: boolean; code: string };

/** So long may it take, in milliseconds. */
const WITHIN_MS = 15_000;
/** What a token of Bot Framework is for. */
export const BOT_FRAMEWORK = 'https://api.botframework.com';

const answerSchema = z.object({ access_token: z.string() });
const refusalSchema = z.object({
  error: z.string().max(100),
  error_codes: z.array(z.number()).min(1).optional().catch(undefined),
});
const claimsSchema = z.object({ roles: z.array(z.string()).optional().catch(undefined) });

/** Asks once for what the bot shows to Bot Framework or to Graph, and keeps nothing of it. `root`: for whom it is. Never rejects. */
export async function tryToken({ as, loginHost, root }: GraphLogin): Promise<TriedToken> {
  const scope = `${root}/.default`;
  if ('managedIdentity' in as) return tryManaged(as.managedIdentity, scope);
  return as.appType === 'UserAssignedMsi' ? tryManaged(as.appId, scope) : tryOwn(as, loginHost, scope);
}

async function tryManaged(clientId: string | undefined, scope: string): Promise<TriedToken> {
  try {
    const asked = credentialOf({ clientId }).getToken(scope, { abortSignal: AbortSignal.timeout(WITHIN_MS) });
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('late')), WITHIN_MS).unref();
    });
    const { token } = await Promise.race([asked, late]);
    return { ok: true, roles: rolesIn(token) };
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    return { ok: false, reached: status !== undefined, code: String(status ?? (error as Error).name) };
  }
}

/** By hand and not by the SDK, whose errors tell in sentences what the code says in a word. */
async function tryOwn(identity: AppIdentity, loginHost: string, scope: string): Promise<TriedToken> {
  const address = `${loginHost}/${identity.tenantId}/oauth2/v2.0/token`;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      body: new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id: identity.appId, scope },
        ...proofOf(identity, address),
      }),
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    return { ok: false, reached: false, code: systemCode(error) };
  }
  const { data: answer } = answerSchema.safeParse(body);
  if (response.ok && answer) return { ok: true, roles: rolesIn(answer.access_token) };
  const { data: refusal } = refusalSchema.safeParse(body);
  const [code] = refusal?.error_codes ?? [];
  return { ok: false, reached: true, code: code ? `AADSTS${code}` : (refusal?.error ?? String(response.status)) };
}

function proofOf(identity: AppIdentity, address: string): Record<string, string> {
  const { password, certificate } = identity;
  if (password !== undefined || !certificate) return { client_secret: password ?? '' };
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: ownAssertion({ appId: identity.appId, certificate }, address),
  };
}

/** The system's word for why an address could not be asked. */
export const systemCode = (error: unknown): string => {
  const from = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return from instanceof Error ? String('code' in from ? from.code : from.name) : 'unknown';
};

function rolesIn(token: string): readonly string[] | undefined {
  try {
    const [, claims = ''] = token.split('.');
    return claimsSchema.parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))).roles ?? [];
  } catch {
    return undefined;
  }
}
