import { TableClient } from '@azure/data-tables';
import type { RATE } from '../../src/delivery/pacing/rate-share';
import { buttonsOf } from '../../testing/cards/card';
import type { BotProcess } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import type { Fits, StorageRequest } from '../../testing/processes/storage-gate';
import { until } from '../../testing/processes/until';
import type { Person } from '../../testing/teams/person';

/** More writes than anything takes; an act that never comes to rest is told of instead of waited for. */
const MOST_WRITES = 60;
const RATE_ROW = `shared|${'rate' satisfies typeof RATE}`;

/** A write of its own accord, whatever the bot is doing: its share of the rate, kept each second. */
const isHeartbeat = ({ path, body }: StorageRequest): boolean => `${path}${body}`.includes(RATE_ROW);
export const isWrite: Fits = (request) => request.method !== 'GET' && !isHeartbeat(request);
/** Without the queue, which holds nothing that cannot be found again. */
export const isTableWrite: Fits = (request) => request.service === 'table' && isWrite(request);

/** What people do while the bot is killed under them. */
export interface Act {
  /** Done before, with the bot alive; gives what is done while it dies, which may never be answered, and then once more. */
  prepare(name: string): Promise<() => Promise<unknown>>;
  /** What everybody must have in the end, by the name; throws where it is not so. */
  expect(name: string): Promise<void>;
}

/** A bot that is killed again and again, with SIGKILL, and started again each time. */
export class Killing {
  #bot: BotProcess | undefined;

  private constructor(readonly town: Deployment) {}

  static async open(): Promise<Killing> {
    const killing = new Killing(await Deployment.open());
    await killing.start();
    await killing.town.arrive();
    return killing;
  }

  async start(): Promise<void> {
    this.#bot = await this.town.start();
  }

  /**
   * Does the act again and again, each time with the bot killed before another one of its writes: the first, the second
   * and so on, until it takes no more. After each kill the bot is started, the person presses once more, as people and Teams
   * do, and everything must come to rest with `expect` true. Each time has a name of its own, which begins with `called`.
   * Gives how often it was killed.
   */
  async beforeEachWriteOf(called: string, { prepare, expect: holds }: Act, counts = isWrite): Promise<number> {
    for (let write = 0; write < MOST_WRITES; write++) {
      const name = `${called} ${String(write).padStart(2, '0')}`;
      const act = await prepare(name);
      await this.atRest();
      const shut = this.town.gate.shutAt(nth(write, counts));
      const acting = act().catch(() => undefined);
      const died = await Promise.race([shut.then(() => true), acting.then(() => this.atRest()).then(() => false)]);
      if (died) {
        await this.kill();
        await acting;
        await act();
        await this.atRest();
      }
      this.town.gate.reopen();
      await holds(name);
      if (!died) return write;
    }
    throw new Error(`The act did not come to an end within ${MOST_WRITES} writes`);
  }

  async kill(): Promise<void> {
    await this.#bot?.kill();
    await this.timePasses();
    this.town.gate.reopen();
    await this.start();
  }

  /** As if the seconds had passed for which a dead bot holds its messages and its share of the rate. */
  async timePasses(): Promise<void> {
    await this.town.claimsRunOut();
    const table = TableClient.fromConnectionString(this.town.azurite.connectionString, 'Deliveries', {
      allowInsecureConnection: true,
    });
    await table.upsertEntity({ partitionKey: 'soderhamra|runs', rowKey: RATE_ROW, json: '{}' }, 'Replace');
  }

  /** Settles when nothing is owed any more; fails where something never is. */
  atRest(): Promise<void> {
    return until(async () => (await this.owed()).length === 0, {
      within: 60_000,
      what: 'nothing to be owed',
      every: 100,
    });
  }

  /** What is not finished: events that nobody has been told of, and deliveries that are open. */
  async owed(): Promise<string[]> {
    const { town } = this;
    return (await Promise.all([town.keys('Ideas', 'outbox|'), town.keys('Deliveries', 'open|')])).flat();
  }

  /** All deliveries, without their open rows and the runs. */
  async deliveries(): Promise<Record<string, unknown>[]> {
    return (await this.town.rows('Deliveries')).filter(({ state }) => state !== undefined);
  }

  /** How often nobody could know whether a message arrived. A card that is drawn anew twice is no doubt. */
  async doubts(): Promise<number> {
    const messages = (await this.deliveries()).filter(({ kind }) => kind !== 'update');
    return messages.reduce((sum, { unknown }) => sum + Number(unknown), 0);
  }

  close(): Promise<void> {
    return this.town.close();
  }
}

/** The press of a button as its newest card shows it, to be done again and again whatever becomes of the card. */
export function pressOf(person: Person, title: string, inputs: Record<string, unknown> = {}) {
  for (const { card, activityId: on } of person.chat().reverse()) {
    const found = buttonsOf(card).find((one) => one.title === title);
    if (!found) continue;
    const { verb = '', data = {} } = found;
    return () => person.presses({ verb, data }, inputs, { on });
  }
  throw new Error(`${person.name} sees no button "${title}"`);
}

/** The messages in a person's chat whose text names this. */
export const messagesAbout = (person: Person, name: string): number =>
  person.chat().filter(({ texts }) => texts.some((text) => text === name)).length;

/** The n-th write from now on, from 0. */
function nth(n: number, counts: Fits): Fits {
  let seen = 0;
  return (request) => counts(request) && seen++ === n;
}
