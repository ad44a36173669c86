import type { z } from 'zod';
import {
  type EntraAccount,
  type Installed,
  type Installer,
  InstallerBusy,
  InstallingStops,
} from '../../app/person/installing/installer.js';
import {
  addressesOf,
  type GraphRefusal,
  type GraphUser,
  idsPage,
  oneId,
  oneUser,
  refusal,
  usersPage,
} from './answers.js';
import { askGraph, type Graph, type GraphAnswer, GraphBusy, type GraphRequest } from './requests.js';

export interface InstalledApp {
  /** The app's id in its manifest. */
  manifestId: string;
  /** Its id in the organisation's catalogue, where an operator has said it; else it is looked up. */
  catalogueId?: string | undefined;
}

const ACCOUNT_FIELDS = 'id,accountEnabled,userType,mail,userPrincipalName,proxyAddresses';
const INSTALLS = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
/** Teams makes the chat a moment after the app. */
const CHAT_TRIES = 3;
const CHAT_WAIT_MS = 1000;

/** Gives people the bot by Microsoft Graph, as the bot itself: `TeamsAppInstallation.ReadWriteSelfForUser.All`. */
export function graphInstaller(graph: Graph, { manifestId, catalogueId }: InstalledApp): Installer {
  let inCatalogue = catalogueId;

  /** Rejects as an installer does where Graph does not answer, or does not know the bot. */
  async function ask(request: GraphRequest): Promise<GraphAnswer> {
    try {
      const answer = await askGraph(graph, request);
      if (answer.response.status === 401) throw new InstallingStops([NOT_KNOWN]);
      return answer;
    } catch (error) {
      if (error instanceof GraphBusy) throw new InstallerBusy(error.message, error.waitMs);
      if (error instanceof Error && NO_TOKEN.test(error.name)) throw new InstallingStops([noToken(error)]);
      throw error;
    }
  }

  /** Undefined of what is not there. `permission`: what is lacking where it is refused. */
  async function read<T>(address: string, schema: z.ZodType<T>, permission: string): Promise<T | undefined> {
    const { response } = await ask({ method: 'GET', address });
    if (response.ok) return schema.parse(await response.json());
    if (response.status === 404) return undefined;
    const { code } = await refusalOf(response);
    if (response.status === 403) throw new InstallingStops([lacks(code, permission)]);
    throw new Error(`Graph answered ${response.status} ${code}`);
  }

  return {
    tenant: graph.tenant,

    async ready() {
      if (inCatalogue !== undefined) return;
      const address = `/v1.0/appCatalogs/teamsApps?$filter=${filter(`externalId eq '${quoted(manifestId)}'`)}`;
      const found = await read(address, idsPage, 'AppCatalog.Read.All (or say the id with --app)');
      const [own] = found?.value ?? [];
      if (!own) throw new InstallingStops([notInCatalogue(manifestId)]);
      inCatalogue = own.id;
    },

    async accountsOf(written) {
      const address = quoted(written);
      const named = filter(`userPrincipalName eq '${address}' or mail eq '${address}'`);
      const found = await read(
        `/v1.0/users?$filter=${named}&$select=${ACCOUNT_FIELDS}&$top=2`,
        usersPage,
        'User.Read.All',
      );
      return (found?.value ?? []).map(accountOf);
    },

    async accountWith(objectId) {
      const address = `/v1.0/users/${encodeURIComponent(objectId)}?$select=${ACCOUNT_FIELDS}`;
      const found = await read(address, oneUser, 'User.Read.All');
      return found && accountOf(found);
    },

    async install(objectId) {
      const body = { 'teamsApp@odata.bind': `${graph.root}/v1.0/appCatalogs/teamsApps/${inCatalogue}` };
      const address = `/v1.0/users/${encodeURIComponent(objectId)}/teamwork/installedApps`;
      const { response, unheard } = await ask({ method: 'POST', address, body });
      const { status } = response;
      // Of an earlier try nothing was heard, and it has done it.
      if (status === 409) return { kind: unheard ? 'given' : 'had' };
      if (response.ok) return { kind: 'given' };
      const { code, message } = await refusalOf(response);
      if (status === 403 && LACKS_PERMISSION.test(`${code} ${message}`))
        throw new InstallingStops([lacks(code, INSTALLS)]);
      return { kind: 'refused', why: `${status} ${code}`.trim() } satisfies Installed;
    },

    async chatOf(objectId) {
      const apps = `/v1.0/users/${encodeURIComponent(objectId)}/teamwork/installedApps`;
      const own = filter(`teamsApp/externalId eq '${quoted(manifestId)}'`);
      for (let attempt = 0; attempt < CHAT_TRIES; attempt++) {
        if (attempt > 0) await graph.pause(CHAT_WAIT_MS * attempt);
        const found = await read(`${apps}?$expand=teamsApp&$filter=${own}`, idsPage, INSTALLS);
        const [installation] = found?.value ?? [];
        const chat =
          installation && (await read(`${apps}/${encodeURIComponent(installation.id)}/chat`, oneId, INSTALLS));
        if (chat) return chat.id;
      }
      return undefined;
    },
  };
}

/** Graph says of a permission that is lacking otherwise than of one person whom the organisation's policies leave out. */
const LACKS_PERMISSION = /Authorization_RequestDenied|missing role|requires one of/i;

const quoted = (text: string): string => text.replaceAll("'", "''");
const filter = (text: string): string => encodeURIComponent(text);

const accountOf = ({ id, accountEnabled, userType, ...names }: GraphUser): EntraAccount => ({
  objectId: id,
  isClosed: accountEnabled === false,
  isGuest: userType?.toLowerCase() === 'guest',
  emails: addressesOf(names),
});

const refusalOf = async (response: Response): Promise<GraphRefusal> =>
  refusal.parse(await response.json().catch(() => undefined));

const WHERE = 'Microsoft Entra admin center, App registrations, the bot’s app, API permissions';

const lacks = (code: string, permission: string): string =>
  `Microsoft Graph refuses the bot (${code || '403'}): it lacks the application permission ${permission}. Add it in ${WHERE}, and grant an administrator’s consent.`;

/** What @azure/identity calls its errors. */
const NO_TOKEN = /^(Aggregate)?Authentication(Required)?Error$|^CredentialUnavailableError$/;

/** Its message says more than an operator's screen should; Entra's number says what it is. */
const noToken = ({ message }: Error): string =>
  `Microsoft Entra gives the bot no token (${/AADSTS\d+/.exec(message)?.[0] ?? 'no reason'}): look at MicrosoftAppId, MicrosoftAppTenantId, its secret or certificate, and GRAPH_LOGIN_HOST.`;

const NOT_KNOWN =
  'Microsoft Graph does not take the bot’s token (401): look at MicrosoftAppTenantId, GRAPH_HOST and GRAPH_LOGIN_HOST.';

const notInCatalogue = (manifestId: string): string =>
  `No app in the organisation’s catalogue has the id ${manifestId}: upload the package in the Teams admin center (Manage apps), or set TEAMS_APP_ID to the id in its manifest. What was uploaded just now may take a day to be seen: --app ID says its id there, as the admin center shows it.`;
