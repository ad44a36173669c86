import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody as Microsoft Entra has them. */
export interface EntraUser {
  id: string;
  department?: string | null;
  companyName?: string | null;
  officeLocation?: string | null;
  accountEnabled?: boolean;
  userType?: 'Member' | 'Guest';
}

type Misbehaves = (path: string, answer: ServerResponse) => boolean;

/**
 * Microsoft Graph over HTTP, as far as users and groups go: pages, delta queries with their tokens, who has changed or is gone
 * since. It can be made to misbehave as Graph does: busy, forgetful, repeating itself, slow, with half of everybody missing.
 */
export async function startGraph({ pageSize = 100, token = 'graph-token' } = {}) {
  const users = new Map<string, EntraUser>();
  const groups = new Map<string, Set<string>>();
  /** In which order people have changed or gone. */
  const changes: { id: string; removed: boolean }[] = [];
  const requests: string[] = [];
  const waits: Misbehaves[] = [];
  const state = { forgets: false, repeats: false, empties: false, shows: 1 };

  function touch(id: string, removed = false): void {
    changes.push({ id, removed });
  }

  const server = createServer((request, answer) => {
    const { url = '', headers } = request;
    requests.push(url);
    const misbehaves = waits.shift();
    if (misbehaves?.(url, answer)) return;
    const at = new URL(url, root(request));
    if (headers.authorization !== `Bearer ${token}`) say(answer, 401, refusal('InvalidAuthenticationToken'));
    else if (at.pathname === '/v1.0/users/delta') delta(at, answer);
    else inGroup(at, answer);
  });

  function inGroup(at: URL, answer: ServerResponse): void {
    const [, group = ''] = /^\/v1\.0\/groups\/([^/]+)\/transitiveMembers/.exec(at.pathname) ?? [];
    if (groups.has(group)) members(at, group, answer);
    else say(answer, 404, refusal('Request_ResourceNotFound'));
  }

  const root = (request: IncomingMessage): string => `http://${request.headers.host}`;
  const refusal = (code: string) => ({ error: { code, message: 'Sample' } });

  function delta(at: URL, answer: ServerResponse): void {
    const since = at.searchParams.get('$deltatoken');
    const [skip, until, from, said] = (at.searchParams.get('$skiptoken') ?? `0~${changes.length}~${since ?? ''}`).split(
      '~',
    );
    const select = (at.searchParams.get('$select') ?? '').split(',');
    if (since && (state.forgets || Number(since) > changes.length)) {
      say(answer, 410, refusal('syncStateNotFound'));
      return;
    }
    const all = from ? changed(Number(from)) : everybody();
    const start = Number(skip);
    const page = all.slice(start, start + pageSize);
    // Graph repeats what it has said, and has pages with nothing on them.
    const listed = state.repeats && start > 0 ? [...all.slice(start - 1, start), ...page] : page;
    const link = (name: string, value: string) =>
      `${at.origin}${at.pathname}?$select=${select.join(',')}&$${name}=${value}`;
    const more = start + pageSize < all.length;
    const empty = state.empties && start > 0 && said === undefined;
    say(answer, 200, {
      value: empty ? [] : listed.map((one) => shown(one, select)),
      ...(empty || more
        ? {
            '@odata.nextLink': link(
              'skiptoken',
              empty ? `${start}~${until}~${from}~said` : `${start + pageSize}~${until}~${from}`,
            ),
          }
        : { '@odata.deltaLink': link('deltatoken', until ?? '') }),
    });
  }

  const everybody = () => {
    const ids = [...users.keys()];
    return ids.slice(0, Math.ceil(ids.length * state.shows)).map((id) => ({ id, removed: false }));
  };
  const changed = (since: number) => [...new Map(changes.slice(since).map((one) => [one.id, one])).values()];
  const shown = ({ id, removed }: { id: string; removed: boolean }, select: readonly string[]) =>
    removed
      ? { id, '@removed': { reason: 'deleted' } }
      : Object.fromEntries(Object.entries(users.get(id) ?? { id }).filter(([field]) => select.includes(field)));

  function members(at: URL, group: string, answer: ServerResponse): void {
    const all = [...(groups.get(group) ?? [])];
    const start = Number(at.searchParams.get('$skiptoken') ?? 0);
    const next =
      start + pageSize < all.length && `${at.origin}${at.pathname}?$select=id&$skiptoken=${start + pageSize}`;
    const value = all.slice(start, start + pageSize).map((id) => ({ id }));
    say(answer, 200, { value, ...(next && { '@odata.nextLink': next }) });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    token,
    state,
    /** The paths that have been asked for. */
    requests,
    groups,

    /** Somebody is new or has changed. */
    has(...some: EntraUser[]): void {
      for (const user of some) {
        users.set(user.id, { accountEnabled: true, userType: 'Member', ...user });
        touch(user.id);
      }
    },
    removes(...ids: string[]): void {
      for (const id of ids) {
        users.delete(id);
        touch(id, true);
      }
    },
    /** The next request is answered so. */
    answersNext(status: number, code = 'TooManyRequests', headers: Record<string, string> = {}): void {
      waits.push((_, answer) => {
        say(answer, status, refusal(code), headers);
        return true;
      });
    },
    /** The next request is answered never. */
    isSilentNext(): void {
      waits.push(() => true);
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function say(answer: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  answer.writeHead(status, { 'content-type': 'application/json', ...headers });
  answer.end(JSON.stringify(body));
}
