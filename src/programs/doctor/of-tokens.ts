import type { Config } from '../../config/config.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { createChannelKeys } from '../../teams/authentication/channel-keys.js';
import { BOT_FRAMEWORK, type TriedToken, tryToken } from '../../teams/graph/try-token.js';
import type { AppIdentity } from '../../teams/identity.js';
import { type Finding, fault, good, note } from './finding.js';

/** What to do about what Entra answers: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const remedies: Record<string, string> = {
  AADSTS7000215: 'Copy the secret’s value (not its id) into MicrosoftAppPassword.',
  AADSTS7000222: 'The secret has run out: make a new one in the app registration, and set MicrosoftAppPassword.',
  AADSTS700016: 'There is no such app in that tenant: check MicrosoftAppId and MicrosoftAppTenantId.',
  AADSTS90002: 'There is no such tenant: check MicrosoftAppTenantId.',
  AADSTS700027: 'The certificate is not the app registration’s: upload it there, and check CertificateThumbprint.',
  AADSTS7000112: 'The app is disabled: enable it under Enterprise applications.',
};

/** Whether what Teams sends can be judged, and whether the bot gets what it shows to Teams and to Graph. */
export async function* ofTokens(config: Config, organisation: Organisation | undefined): AsyncGenerator<Finding> {
  const { identity, otherIdentities = [] } = config;
  if (identity.kind === 'none') {
    yield note('keys', 'Nothing is signed without an identity: not tried.');
    return;
  }
  yield await ofKeys(identity);
  const loginHost = config.graph?.loginHost ?? 'https://login.microsoftonline.com';
  for (const one of [identity, ...otherIdentities]) {
    yield ofToken(await tryToken({ as: one, loginHost, root: BOT_FRAMEWORK }), one);
  }
  if (organisation?.sources?.graph && config.graph) yield* ofGraph(config.graph, identity, organisation);
}

async function ofKeys(identity: AppIdentity): Promise<Finding> {
  const keys = createChannelKeys({ metadataUrl: identity.keysAt, now: Date.now, log: { error: () => undefined } });
  const { host } = new URL(identity.keysAt);
  return (await keys.anyUsable())
    ? good('keys', `The keys with which Teams signs are there (${host}).`)
    : fault(
        'keys',
        `No key with which Teams signs could be fetched from ${host}: every message would be refused.`,
        `Let the bot reach ${host} over https.`,
      );
}

function ofToken(tried: TriedToken, { appId, appType }: AppIdentity): Finding {
  if (tried.ok) return good('token', `${appId} gets its token for Teams.`);
  if (appType === 'UserAssignedMsi')
    return fault(
      'token',
      `${appId} gets no token of its managed identity (${tried.code}): nothing can be sent.`,
      'Assign the identity to this machine or app, and run the doctor there. MicrosoftAppId is the identity’s client id.',
    );
  const { reached, code } = tried;
  return fault(
    'token',
    `${appId} gets no token for Teams (${code}): nothing can be sent.`,
    reached ? (remedies[code] ?? 'Look the code up in Entra’s list, and check the app registration.') : REACH,
  );
}

const REACH = 'Let the bot reach login.microsoftonline.com over https.';

/** The application permissions that the organisation file's sources need. */
async function* ofGraph(
  graph: NonNullable<Config['graph']>,
  identity: AppIdentity,
  { sources }: Organisation,
): AsyncGenerator<Finding> {
  const as = graph.as === 'bot' ? identity : graph.as;
  const tried = await tryToken({ as, loginHost: graph.loginHost, root: graph.root });
  if (!tried.ok) {
    yield fault('token', `Microsoft Graph gives no token (${tried.code}).`, remedies[tried.code] ?? REACH);
    return;
  }
  const byGroups = (sources?.graph?.posts?.length ?? 0) > 0 || sources?.graph?.protectedGroup !== undefined;
  const needed = ['User.Read.All', ...(byGroups ? ['GroupMember.Read.All'] : [])];
  const missing = needed.filter((one) => tried.roles && !tried.roles.includes(one));
  yield missing.length === 0
    ? good('token', `Microsoft Graph gives ${needed.join(' and ')}.`)
    : fault(
        'token',
        `Microsoft Graph does not give ${missing.join(' or ')}, which sources.graph needs.`,
        'Add it as an application permission, and let an administrator consent.',
      );
}
