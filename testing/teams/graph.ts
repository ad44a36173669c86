import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createGraphApps, type EntraUser } from './graph-apps.js';

export type { EntraUser } from './graph-apps.js';

/** True: it has answered, or never will. `pass`: what was asked for is done all the same. */
type Misbehaves = (path: string, answer: ServerResponse, pass: () => void) => boolean;

/**
 * Microsoft Graph over HTTP, as far as users, groups and the apps of users (graph-apps.ts) go: pages, delta queries with their tokens, who has changed or is gone
 * since. It can be made to misbehave as Graph does: busy, forgetful, repeating itself, slow, with half of everybody missing.
 */
export async function startGraph({ pageSize = 100, token = 'graph-token' } = {}) {
  const users = new Map<string, EntraUser>();
  const groups = new Map<string, Set<string>>();
  /** In which order people have changed or gone. */
  const changes: { id: string; removed: boolean }[] = [];
  const requests: string[] = [];
  const apps = createGraphApps(users);
  const waits: Misbehaves[] = [];
  const state = { forgets: false, repeats: false, empties: false, shows: 1 };

  function touch(id: string, removed = false): void {
    changes.push({ id, removed });
  }

  const server = createServer(async (request, answer) => {
    const { url = '', headers, method = '' } = request;
    requests.push(method === 'GET' ? url : `${method} ${url}`);
    const at = new URL(url, root(request));
    const body = method === 'POST' ? await json(request).catch(() => undefined) : undefined;
    const misbehaves = waits.shift();
    const inApps = () => apps.answer(method, at, body);
    if (misbehaves?.(url, answer, inApps)) return;
    if (headers.authorization !== `Bearer ${token}`) say(answer, 401, refusal('InvalidAuthenticationToken'));
    else if (at.pathname === '/v1.0/users/delta') delta(at, answer);
    else if (at.pathname.startsWith('/v1.0/groups/')) inGroup(at, answer);
    else {
      const { status, body: said } = inApps();
      say(answer, status, said);
    }
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
      start + pageSize < all.length &&
      `${at.origin}${at.pathname}?$select=${at.searchParams.get('$select')}&$skiptoken=${start + pageSize}`;
    const select = (at.searchParams.get('$select') ?? 'id').split(',');
    const value = all.slice(start, start + pageSize).map((id) => shown({ id, removed: false }, select));
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
    apps,

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
    /** The next request is answered as it should be. */
    isSoundNext(): void {
      waits.push(() => false);
    },
    /** The next request is carried out, and its answer is lost. */
    losesAnswerNext(): void {
      waits.push((_, answer, pass) => {
        pass();
        answer.destroy();
        return true;
      });
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
