import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Activity, ConversationParameters } from 'botbuilder';
import { type Card, cardsIn } from '../cards/card.js';
import { asUsual, type Behaviour, type ConnectorAnswer, fault } from './misbehaviour.js';
import { current, describe, type Post, Posts, type WaitOptions } from './posts.js';
import { type Member, Roster } from './roster.js';

export type RequestKind =
  | 'post'
  | 'update'
  | 'delete'
  | 'create'
  | 'members'
  | 'pagedMembers'
  | 'member'
  | 'picture'
  | 'unknown';

/** A request as it came, and how it ended; `post` is a send as well as a reply. */
export interface ConnectorRequest {
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  /** The activity replied to, updated or deleted, or the member asked for; '' where there is none. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly at: number;
  /** The status answered, or `reset` or `never`; undefined while it is open. */
  outcome?: number | 'reset' | 'never';
}

/** What the connector answers, by method and path; the first that fits. */
const routes: readonly [RequestKind, string, RegExp][] = [
  ['create', 'POST', /^\/v3\/conversations\/?$/],
  ['post', 'POST', /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/],
  ['update', 'PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['delete', 'DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['members', 'GET', /^\/v3\/conversations\/([^/]+)\/members$/],
  ['pagedMembers', 'GET', /^\/v3\/conversations\/([^/]+)\/pagedmembers$/],
  ['member', 'GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/],
  ['picture', 'GET', /^\/v3\/(attachments)\/([^/]+)\/views\/original$/],
];

const notFoundAnswer = (what: string): ConnectorAnswer => ({ status: 404, body: fault('ConversationNotFound', what) });

/**
 * Teams' side of the Bot Framework protocol on loopback: takes what a bot sends to conversations of people in its
 * roster, knows those people, and misbehaves on order. Like Teams it refuses conversations that it does not know.
 */
export class Connector {
  readonly roster = new Roster('7e4a0000-0000-4000-8000-00000000c17e');
  /** Everything asked of the connector, in order. */
  readonly requests: ConnectorRequest[] = [];
  readonly #posts = new Posts();
  readonly #pictures: Buffer[] = [];
  readonly #orders: { matcher: (request: ConnectorRequest) => boolean; next: Iterator<Behaviour> }[] = [];
  readonly #delays = new Set<NodeJS.Timeout>();
  // Idle connections are kept: one that the server closes just as the bot takes it looks like a send that failed.
  readonly #server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    this.#serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });

  /** The serviceUrl of every activity that comes from this Teams. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    for (const delayMs of this.#delays) clearTimeout(delayMs);
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** All activities that arrived, typing too, in order; of one conversation, or of all. */
  sent(conversationId?: string): readonly Post[] {
    return this.#posts.of(conversationId);
  }

  /** The cards in a person's chat as the bot last left them, oldest first. Deleted ones are gone. */
  cardsOf({ conversationId }: Pick<Member, 'conversationId'>): Card[] {
    return this.sent(conversationId).flatMap((post) => (post.deleted ? [] : cardsIn(current(post))));
  }

  /** A picture that somebody sends in a chat: Teams keeps it, and the activity says only where. */
  keeps(picture: Buffer): string {
    this.#pictures.push(picture);
    return `${this.url}/v3/attachments/${this.#pictures.length - 1}/views/original`;
  }

  /** A point in time for `waitFor({ since })`. */
  mark(): number {
    return this.#posts.changes;
  }

  /**
   * Settles with the first post that fits, sent or updated after `since` (default: ever). Fails after `within`
   * milliseconds with the description, everything that did arrive, and every request that was not served.
   */
  waitFor(predicate: (post: Post) => boolean, description: string, options: WaitOptions = {}): Promise<Post> {
    return this.#posts.waitFor(predicate, () => `Waited for ${description}.\n${this.#report()}`, options);
  }

  /**
   * From now on the requests that match get these behaviours, one each, and are served as usual when the behaviours
   * are used up. The oldest order that matches counts. The returned function takes the order back.
   */
  misbehave(matcher: (request: ConnectorRequest) => boolean, behaviours: Iterable<Behaviour>): () => void {
    const order = { matcher, next: behaviours[Symbol.iterator]() };
    this.#orders.push(order);
    return () => {
      order.matcher = () => false;
    };
  }

  #behaviourFor(request: ConnectorRequest): Behaviour {
    for (const { matcher, next } of this.#orders) {
      const step = matcher(request) ? next.next() : undefined;
      if (step?.done === false) return step.value;
    }
    return asUsual();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '/' } = incoming;
    const body = ['POST', 'PUT'].includes(method) ? await json(incoming) : undefined;
    const request = requestOf(method, new URL(url, 'http://connector'), body);
    this.requests.push(request);
    const { arrives, answer: ordered, delayMs = 0 } = this.#behaviourFor(request);
    const usual = arrives ? this.#answer(request) : undefined;
    if (delayMs > 0) await this.#pass(delayMs);
    if (ordered === 'never' || ordered === 'reset') {
      request.outcome = ordered;
      if (ordered === 'reset') incoming.socket.resetAndDestroy();
      return;
    }
    const answer = ordered === 'as usual' ? (usual ?? { status: 200 }) : ordered;
    request.outcome = answer.status;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    const { body: answered } = answer;
    response.end(answered === undefined || Buffer.isBuffer(answered) ? answered : JSON.stringify(answered));
  }

  #pass(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const delayMs = setTimeout(() => {
        this.#delays.delete(delayMs);
        resolve();
      }, milliseconds);
      this.#delays.add(delayMs);
    });
  }

  #answer(request: ConnectorRequest): ConnectorAnswer {
    if (request.kind === 'unknown') return notFoundAnswer(`Nothing at ${request.method} ${request.path}`);
    if (request.kind === 'picture') return { status: 200, body: this.#pictures[Number(request.target)] };
    if (request.kind === 'create') return this.#create(request.body as ConversationParameters);
    const { conversationId, target, body } = request;
    const member = this.roster.inConversation(conversationId);
    if (member === undefined) return notFoundAnswer(`No conversation ${conversationId}: is the person in the roster?`);
    if (this.roster.hasLeft(conversationId)) return { status: 403, body: fault('BotNotInConversationRoster') };
    switch (request.kind) {
      case 'post':
        return { status: 201, body: { id: this.#posts.add(conversationId, body as Partial<Activity>).id } };
      case 'update':
      case 'delete':
        return this.#change(request);
      case 'members':
        return { status: 200, body: [accountOf(member)] };
      case 'pagedMembers':
        return { status: 200, body: { members: [accountOf(member)] } };
      case 'member':
        return this.roster.find(target) === member
          ? { status: 200, body: accountOf(member) }
          : { status: 404, body: fault('MemberNotFoundInConversation') };
    }
  }

  #create({ members, activity }: ConversationParameters): ConnectorAnswer {
    const member = this.roster.find(members?.[0]?.id ?? '');
    if (member === undefined || this.roster.hasLeft(member.conversationId)) {
      return { status: 403, body: fault('BotNotInConversationRoster') };
    }
    const id = member.conversationId;
    const activityId = activity === undefined ? undefined : this.#posts.add(id, activity).id;
    return { status: 201, body: { id, activityId, serviceUrl: this.url } };
  }

  #change({ kind, conversationId, target, body }: ConnectorRequest): ConnectorAnswer {
    const post = this.#posts.byId(target);
    if (post === undefined || post.deleted || post.conversationId !== conversationId) {
      return { status: 404, body: fault('ActivityNotFoundInConversation') };
    }
    if (kind === 'update') this.#posts.update(post, body as Partial<Activity>);
    else this.#posts.delete(post);
    return { status: 200, body: { id: target } };
  }

  #report(): string {
    const name = (conversationId: string) => this.roster.inConversation(conversationId)?.name ?? conversationId;
    const arrived = this.#posts.of().map((post) => `  ${describe(post, name(post.conversationId))}`);
    const refused = this.requests
      .filter(({ outcome }) => typeof outcome !== 'number' || outcome >= 400)
      .map(({ method, path, outcome }) => `  ${method} ${path}: ${outcome ?? 'open'}`);
    return ['Arrived:', ...(arrived.length > 0 ? arrived : ['  nothing']), 'Not served:', ...refused].join('\n');
  }
}

/** Starts a connector on a free port of the loopback address. Stop it after the test. */
export async function startConnector(): Promise<Connector> {
  const connector = new Connector();
  await connector.start();
  return connector;
}

/** The most requests in any window shorter than this many milliseconds; `times` are the requests' `at`. */
export function busiest(times: readonly number[], windowMilliseconds: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, time, last) => {
    while (time - (sorted[first] ?? time) >= windowMilliseconds) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

function requestOf(method: string, url: URL, body: unknown): ConnectorRequest {
  const fitting = routes.flatMap(([kind, verb, path]) => {
    const match = verb === method ? path.exec(url.pathname) : null;
    return match === null ? [] : [{ kind, parts: match.slice(1).map((part) => decodeURIComponent(part ?? '')) }];
  });
  const {
    kind,
    parts: [conversationId = '', target = ''],
  } = fitting[0] ?? { kind: 'unknown' as const, parts: [] };
  return {
    kind,
    method,
    path: url.pathname,
    conversationId,
    target,
    query: url.searchParams,
    body,
    at: performance.now(),
  };
}

/** Teams gives the Entra id under two names; the SDK reads one or the other. */
function accountOf({ conversationId: _, ...member }: Member): Record<string, string> {
  return { ...member, objectId: member.aadObjectId };
}
