import { randomBytes } from 'node:crypto';
import { readInForce } from '../../src/app/organisation/in-force';
import { takeIn } from '../../src/app/organisation/take-in';
import { createSearchIndex } from '../../src/app/search-index/create-search-index';
import type { SharingOut } from '../../src/app/sharing/sharing-out';
import { loadTemplates } from '../../src/cards/templates';
import type { RuntimeOptions } from '../../src/create-services';
import type { Organisation } from '../../src/domain/organisation/organisation';
import { asFile } from '../../src/domain/organisation/overlay/as-file';
import { type Instant, instantOf, millisecondsOf } from '../../src/domain/time';
import { recordsPartition } from '../../src/store/keys';
import { openStorage } from '../../src/store/storage';
import type { Identity, NamedIdentity } from '../../src/teams/identity';
import { type CheckOptions, cardFaults } from '../cards/card-faults';
import { exampleOrganisation } from '../samples/organisation/example-organisation';
import { testConnectionString, uniquePrefix } from '../storage/storage';
import { type Connector, startConnector } from '../teams/connector';
import type { Person } from '../teams/person';
import { Teams } from '../teams/teams';
import { ANSWERS_KEY, addressOf, type CityRole, inhabitants } from './city-people';
import { begin, delivers, end } from './running/whole-bot';

export interface CityOptions {
  /** When the story begins, a Thursday morning unless given. Time stands still until a test moves it. */
  now?: Instant;
  /** The machine's own time instead, which goes on by itself, as storage's does. */
  realTime?: true;
  /** From `now` on time goes on by itself. */
  goesOn?: true;
  organisation?: Organisation;
  /** Who the bot is to Bot Framework, given where Teams is; default: nobody, and unsigned requests are taken. */
  identity?: (connector: Connector) => Identity;
  /** Who it is to people of other tenants; default: nobody. */
  otherIdentities?: (connector: Connector) => readonly NamedIdentity[];
  /** Whether guests may talk with the bot. */
  guests?: boolean;
  /** How much one person may ask; default: as much as a test likes, for its people press without a pause. */
  pace?: { burst: number; perSecond: number };
  /** A database of one's own, for a test that stops it; default: the one of the whole run. */
  connectionString?: string;
  /** Where Teams reaches the bot; default: where it listens. */
  publicUrl?: () => string | undefined;
  /** How what is shared with other municipalities is written; default: nothing is shared. */
  sharingOut?: SharingOut;
}

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  what: Record<string, unknown>;
  message: string;
}

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => minutes(24 * 60 * count);

/** Once for all cities of a file: each bot and its twin would read and compile them anew. */
const draw = loadTemplates();

/** Cards that were looked at and found sound, without what differs from time to time: looking takes long. */
const sound = new Set<string>();

function faultsOf(card: object, options: CheckOptions): string[] {
  const look = JSON.stringify(card).replace(/"[0-9A-HJKMNP-TV-Z]{6}(.{10})?"/g, '""');
  if (sound.has(look)) return [];
  const faults = cardFaults(card, options);
  if (faults.length === 0) sound.add(look);
  return faults;
}

export type City = Awaited<ReturnType<typeof startCity>>;

/**
 * A municipality that uses the bot: all of it as `main` puts it together, behind its HTTP address, on the real database,
 * with Teams faked. What is owed to others goes out when a test says so, so that it can look before and after. `stop`
 * fails on every error that the bot has logged and the test has not asked for, and on every faulty card that was shown.
 */
export async function startCity(options: CityOptions = {}) {
  const { now: start, realTime, goesOn, identity, guests, connectionString } = options;
  let organisation = options.organisation ?? exampleOrganisation();
  const { pace = { burst: Number.POSITIVE_INFINITY, perSecond: 1 } } = options;
  let standing = start ?? '2026-11-26T09:00:00.000Z';
  const began = Date.now();
  const gone = () => (goesOn ? Date.now() - began : 0);
  const now = () => instantOf(realTime ? Date.now() : millisecondsOf(standing) + gone());
  const lines: LogLine[] = [];
  let files = 0;
  async function follow(): Promise<void> {
    const inForce = await readInForce(running.app.organisationVersions, organisation.municipality.code);
    if (inForce?.ok) organisation = inForce.organisation;
  }
  const note = (level: LogLine['level']) => (what: object, message: string) => {
    lines.push({ level, what: { ...what }, message });
  };
  const connector = await startConnector();
  const world: RuntimeOptions = {
    identity: identity?.(connector) ?? { kind: 'none' },
    ...(options.otherIdentities && { otherIdentities: options.otherIdentities(connector) }),
    ...(guests !== undefined && { guests }),
    ...(options.publicUrl && { publicUrl: options.publicUrl }),
    ...(options.sharingOut && { sharingOut: options.sharingOut }),
    pace,
    organisation: () => organisation,
    // As every instance follows the version in force, where one has been taken in.
    organisationChanged: follow,
    draw,
    // A thread for each city would take longer to begin than its test.
    searchIndex: createSearchIndex,
    storage: openStorage({
      connectionString: connectionString ?? testConnectionString(),
      prefix: uniquePrefix(),
    }),
    now,
    ...{ random: (size: number) => randomBytes(size), answersKey: ANSWERS_KEY },
    // A test's own OneDrive stands on this machine.
    maySendTo: ({ hostname }) => hostname === '127.0.0.1',
    log: { info: note('info'), warn: note('warn'), error: note('error') },
  };
  const { storage } = world;
  await storage.prepare();
  let running = await begin(world);
  const teams = new Teams({ connector, botUrl: `${running.url}/api/messages` });
  const people: Person[] = [];

  /** Somebody in the municipality's Teams, who has not installed the bot. */
  function person(role: CityRole, locale = 'sv-SE'): Person {
    const somebody = teams.person({ name: inhabitants[role].name, email: addressOf(role), locale });
    people.push(somebody);
    return somebody;
  }

  /** Somebody who has installed the bot; an employee has also said that they work in health and social care. */
  async function arrives(role: CityRole, locale?: string): Promise<Person> {
    const somebody = person(role, locale);
    await somebody.installs();
    if (role === 'employee' || role === 'colleague') {
      await somebody.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department: 'VOO' } });
    }
    return somebody;
  }

  /** The bot stops and starts again, on the same storage and in the same Teams, with another organisation file. */
  async function restarts(other: Organisation): Promise<void> {
    await end(running);
    organisation = other;
    running = await begin(world);
    teams.botUrl = `${running.url}/api/messages`;
  }

  /** Errors that the bot has logged since this was last asked. */
  function surprises(): LogLine[] {
    const found = lines.filter(({ level }) => level === 'error');
    lines.splice(0, lines.length, ...lines.filter(({ level }) => level !== 'error'));
    return found;
  }

  return {
    get url() {
      return running.url;
    },
    teams,
    connector,
    storage,
    get deliveries() {
      return running.deliveries;
    },
    person,
    arrives,
    surprises,
    /** The stores and the organisation, to see what a turn has left, and to call use cases without the bot. */
    get app() {
      return running.app;
    },
    /** What cards are drawn with. */
    get context() {
      return running.context;
    },
    /** Everything that is owed to others by now goes out. */
    delivers: () => delivers(running, storage, now),
    /** What delivers to others, to be begun by a test beside the bot's own. */
    parts: () => running,
    restarts,
    log: lines as readonly LogLine[],
    now,

    organisation: () => organisation,

    /** An organisation comes into force as a file does, so that it can be changed beside it; default: the one that there is. */
    async takesIn(other: Organisation = organisation): Promise<void> {
      const text = JSON.stringify(asFile(other));
      const versions = running.app.organisationVersions;
      const { code } = organisation.municipality;
      await takeIn({ versions, code, now }, { raw: JSON.parse(text), text, hash: `file${++files}` });
      await follow();
    },

    /** The organisation becomes another one while the bot runs. */
    reorganises(other: Organisation): void {
      organisation = other;
    },

    pass(milliseconds: number): void {
      standing = instantOf(millisecondsOf(standing) + milliseconds);
    },

    /** Every row about ideas, by its key: the whole record, to be compared. */
    async ideaRows(): Promise<Map<string, Record<string, unknown>>> {
      const filter = `PartitionKey eq '${recordsPartition(organisation.municipality.code)}'`;
      const rows = new Map<string, Record<string, unknown>>();
      for await (const row of storage.ideas.listEntities({ queryOptions: { filter } })) {
        // Where somebody was shown an idea is noted, and others are told of what happened, beside the next thing that happens:
        // it changes nothing of the idea.
        const aside = /^(?:shown|trace|outbox)\|/.test(String(row.rowKey));
        if (!aside) rows.set(String(row.rowKey), row);
      }
      return rows;
    },

    async stop(options: CheckOptions = {}): Promise<void> {
      await end(running);
      const cards = people.flatMap((somebody) => somebody.chat().flatMap((bubble) => bubble.cards));
      const faults = cards.flatMap((card) => faultsOf(card, options));
      await connector.stop();
      const errors = surprises().map(({ message, what }) => `${message}: ${String(what.err ?? JSON.stringify(what))}`);
      expect({ errors, faults: [...new Set(faults)] }).toEqual({ errors: [], faults: [] });
    },
  };
}
