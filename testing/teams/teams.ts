import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { type Answer, answerFrom } from './answer.js';
import type { Connector } from './connector.js';
import { Person } from './person.js';
import type { NewMember } from './roster.js';

export interface TeamsOptions {
  connector: Connector;
  /** The bot's whole address: http://127.0.0.1:3978/api/messages. */
  botUrl: string;
  botId?: string;
  /** Milliseconds until Teams stops waiting for the bot; then the person's promise fails. Default 15 s, as Teams. */
  patienceMs?: number;
  now?: () => Date;
}

/** Microsoft Teams as a bot meets it: people who send activities to the bot's address. */
export class Teams {
  readonly connector: Connector;
  /** May be set anew when the bot has been restarted at another address. */
  botUrl: string;
  readonly bot: { id: string; name: string };
  /** What stands in the Authorization header of an activity; nothing unless a test says so. */
  authorize: (activity: Partial<Activity>) => string | undefined = () => undefined;
  readonly #patienceMs: number;
  readonly #now: () => Date;

  constructor(options: TeamsOptions) {
    this.connector = options.connector;
    this.botUrl = options.botUrl;
    this.bot = { id: options.botId ?? '28:b07b07b0-0000-4000-8000-000000000b07', name: 'Idélotsen' };
    this.#patienceMs = options.patienceMs ?? 15_000;
    this.#now = options.now ?? (() => new Date());
  }

  get tenantId(): string {
    return this.connector.roster.tenantId;
  }

  /** A new person, in the roster at once; `locale` is the language of that person's Teams. */
  person({ locale = 'sv-SE', ...member }: NewMember & { locale?: string }): Person {
    return new Person(this, this.connector.roster.add(member), locale);
  }

  /** Delivers an activity from this person's chat; members given here win over the usual ones. */
  async deliver(person: Person, activity: Partial<Activity>): Promise<Answer> {
    const sent = { ...this.#envelope(person), ...activity };
    const before = this.connector.mark();
    const authorization = this.authorize(sent);
    const response = await fetch(this.botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(sent),
      signal: AbortSignal.timeout(this.#patienceMs),
    });
    const changed = () => this.connector.sent(person.conversationId).filter((post) => post.changed > before);
    return answerFrom(response, sent, changed);
  }

  #envelope(person: Person): Partial<Activity> {
    const now = this.#now();
    return {
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: this.connector.url,
      timestamp: now,
      localTimestamp: now,
      localTimezone: 'Europe/Stockholm',
      locale: person.locale,
      from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
      recipient: this.bot,
      conversation: {
        id: person.conversationId,
        conversationType: 'personal',
        tenantId: this.tenantId,
      } as Activity['conversation'],
      channelData: { tenant: { id: this.tenantId } },
      entities: [
        {
          type: 'clientInfo',
          locale: person.locale,
          country: 'SE',
          platform: 'Web',
          timezone: 'Europe/Stockholm',
        },
      ],
    };
  }
}
