/** Somebody as Microsoft Entra has them. */
export interface EntraUser {
  id: string;
  department?: string | null;
  companyName?: string | null;
  officeLocation?: string | null;
  displayName?: string;
  mail?: string | null;
  userPrincipalName?: string;
  proxyAddresses?: string[];
  /** Their chat with the bot, once it is installed. */
  chat?: string;
  accountEnabled?: boolean;
  userType?: 'Member' | 'Guest';
}

interface Said {
  status: number;
  body: object;
}

const refusal = (code: string, message = 'Sample') => ({ error: { code, message } });
const values = (text: string): string[] =>
  [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, one = '']) => one.replaceAll("''", "'"));

/** An organisation's catalogue of apps in Teams and what its people have installed, as Microsoft Graph has them. */
export function createGraphApps(users: ReadonlyMap<string, EntraUser>) {
  /** By their id in the catalogue, the id in the manifest. */
  const catalogue = new Map<string, string>();
  /** Who has which apps, by their ids in the catalogue, in the order in which they got them. */
  const installed = new Map<string, Set<string>>();
  /** Of whom an installation is refused, and how. */
  const refused = new Map<string, Said>();
  /** Whom somebody has asked to install an app for, each time. */
  const asked: string[] = [];
  const state = { chats: true };

  function answer(method: string, at: URL, body: unknown): Said {
    const [, , first = '', id = '', third, , installation, chat] = at.pathname.split('/').map(decodeURIComponent);
    if (first === 'appCatalogs') return catalogued(at);
    if (first !== 'users') return { status: 404, body: refusal('ResourceNotFound') };
    const user = users.get(id);
    if (id && third === undefined)
      return user ? { status: 200, body: user } : { status: 404, body: refusal('NotFound') };
    if (third !== 'teamwork') return named(at);
    if (method === 'POST') return install(id, body);
    if (chat !== undefined) return chatOf(id, installation ?? '');
    return {
      status: 200,
      body: {
        value: [...(installed.get(id) ?? [])].filter((app) => isMeant(at, app)).map((app) => ({ id: `${id}|${app}` })),
      },
    };
  }

  function catalogued(at: URL): Said {
    const [wanted] = values(at.searchParams.get('$filter') ?? '');
    const found = [...catalogue].filter(([, manifestId]) => manifestId === wanted);
    return { status: 200, body: { value: found.map(([id, externalId]) => ({ id, externalId })) } };
  }

  function named(at: URL): Said {
    const [wanted = ''] = values(at.searchParams.get('$filter') ?? '').map((one) => one.toLowerCase());
    const found = [...users.values()].filter((user) =>
      [user.mail, user.userPrincipalName].some((address) => address?.toLowerCase() === wanted),
    );
    return { status: 200, body: { value: found } };
  }

  const isMeant = (at: URL, app: string): boolean =>
    values(at.searchParams.get('$filter') ?? '').includes(catalogue.get(app) ?? '');

  function install(user: string, body: unknown): Said {
    asked.push(user);
    const bound = (body as { 'teamsApp@odata.bind'?: string } | undefined)?.['teamsApp@odata.bind'] ?? '';
    const app = bound.split('/').at(-1) ?? '';
    if (!catalogue.has(app)) return { status: 404, body: refusal('NotFound', 'No app') };
    if (!users.has(user)) return { status: 404, body: refusal('NotFound', 'No user') };
    const no = refused.get(user);
    if (no) return no;
    const own = installed.get(user) ?? new Set();
    if (own.has(app)) return { status: 409, body: refusal('Conflict') };
    installed.set(user, own.add(app));
    return { status: 201, body: {} };
  }

  function chatOf(user: string, installation: string): Said {
    const has = installed.get(user)?.has(installation.split('|')[1] ?? '') && state.chats;
    const chat = users.get(user)?.chat ?? `19:${user}@unq.gbl.spaces`;
    return has ? { status: 200, body: { id: chat } } : { status: 404, body: refusal('NotFound') };
  }

  return {
    answer,
    catalogue,
    installed,
    asked,
    state,
    /** Graph says no of somebody, or of everybody. */
    refuses(ids: Iterable<string>, status: number, code: string, message?: string): void {
      for (const id of ids) refused.set(id, { status, body: refusal(code, message) });
    },
    forgives: () => refused.clear(),
  };
}
