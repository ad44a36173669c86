import { createHash, randomBytes } from 'node:crypto';
import { type Deps, openDeps } from '../../src/app/deps.js';
import { type ActResult, actOnIdea } from '../../src/app/idea/act-on-idea.js';
import { submitIdea } from '../../src/app/idea/submit-idea.js';
import { takeIn } from '../../src/app/organisation/take-in.js';
import { changePerson } from '../../src/app/person/change-person.js';
import { meetPerson } from '../../src/app/person/meet-person.js';
import { createCardContexts } from '../../src/cards/card-context.js';
import { loadTemplates } from '../../src/cards/templates.js';
import { assemble, createDeliveries, type DeliveriesSource } from '../../src/delivery/deliveries.js';
import type { TeamsPort } from '../../src/delivery/teams-port.js';
import type { Command } from '../../src/domain/idea/commands.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { newIdempotencyKey } from '../../src/domain/ids.js';
import type { Organisation } from '../../src/domain/organisation/organisation.js';
import { parseOrganisation } from '../../src/domain/organisation/organisation-file.js';
import type { Person, Preferences } from '../../src/domain/person/person.js';
import { accept } from '../../src/domain/result.js';
import { instantOf, millisecondsOf } from '../../src/domain/time.js';
import { openDeliveries } from '../../src/store/delivery/deliveries.js';
import { openRestWakeUps, openWakeUps } from '../../src/store/delivery/wake-ups.js';
import type { ReadPerson } from '../../src/store/person/people.js';
import { openStorage } from '../../src/store/storage.js';
import { createTeams } from '../../src/teams/outgoing/messenger.js';
import { cardsIn, textsOf } from '../cards/card';
import { testConnectionString, uniquePrefix } from '../storage/storage';
import { type Connector, startConnector } from '../teams/connector';
import { current, type Post } from '../teams/posts';
import type { Member } from '../teams/roster';
import { finished } from './finished';

const draw = loadTemplates();
/** Fewer than a deployment has, so that looking through them all takes no time. */
const PARTITIONS = 16;

/** The organisation of these tests: two departments, each with two leaders, and managers of one and of a unit. */
const contact = (name: string) => ({ name, email: `${name}@example.org`, title: 'Demo' });
export const organisationFile = {
  municipality: { code: 'town', name: 'Town', innovationOffice: 'Innovationskontoret' },
  departments: [
    {
      code: 'VOO',
      name: 'Vård och omsorg',
      headcount: 100,
      leaders: [contact('leader'), contact('other-leader')],
      managers: [contact('manager')],
      units: [
        { code: 'HT', name: 'Hemtjänst', headcount: 50, managers: [contact('unit-manager'), contact('manager')] },
      ],
    },
    { code: 'SBK', name: 'Stadsbyggnad', headcount: 40, leaders: [contact('planner')], managers: [contact('boss')] },
  ],
  innovationOffice: [contact('office')],
};

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);

/**
 * A municipality on the real database with Teams' side faked: people install the bot and act through the use cases as the
 * bot would have them do, and time stands still until a test moves it.
 */
export class Town {
  readonly storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  readonly log: { what: Record<string, unknown>; message: string; level: string }[] = [];
  readonly app: Deps;
  readonly organisation: () => Organisation;
  now: string;
  readonly #members = new Map<string, Member>();

  private constructor(
    readonly connector: Connector,
    now: string,
    file: unknown,
  ) {
    this.now = now;
    const parsed = parseOrganisation(file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const random = (size: number) => randomBytes(size);
    const { organisation } = parsed;
    this.organisation = () => organisation;
    this.app = {
      ...openDeps(this.storage, { organisation: this.organisation, now: () => this.now, random }),
      deliveries: openDeliveries(
        this.storage,
        organisation.municipality.code,
        () => newIdempotencyKey(random),
        PARTITIONS,
      ),
    };
  }

  /** Begins on a Tuesday morning; `file`: another organisation, where everybody's address is their name at example.org. */
  static async open(now = '2026-11-24T09:00:00.000Z', file: unknown = organisationFile): Promise<Town> {
    const town = new Town(await startConnector(), now, file);
    await town.storage.prepare();
    return town;
  }

  /** The same, where the organisation has come into force as a file does, so that it can be changed beside it. */
  static async inForce(now: string, file: { municipality: { code: string } }): Promise<Town> {
    const town = await Town.open(now, file);
    const [versions, text] = [town.app.organisationVersions, JSON.stringify(file)];
    const { code } = file.municipality;
    await takeIn({ versions, code, now: () => town.now }, { raw: file, text, hash: 'file1' });
    return town;
  }

  close(): Promise<void> {
    return this.connector.stop();
  }

  pass(milliseconds: number): void {
    this.now = instantOf(millisecondsOf(this.now) + milliseconds);
  }

  source(teams: TeamsPort = this.teams()): DeliveriesSource {
    const { app, storage } = this;
    const note = (level: string) => (what: object, message: string) => {
      this.log.push({ what: { ...what }, message, level });
    };
    const log = { info: note('info'), warn: note('warn'), error: note('error') };
    return {
      app,
      storage,
      teams,
      context: createCardContexts({ ...app, organisation: app, draw }),
      log,
      partitions: PARTITIONS,
    };
  }

  teams(patienceMs = 15_000): TeamsPort {
    return createTeams({ identity: { kind: 'none' }, patienceMs });
  }

  /** A bot's deliveries; several of them are several instances. Not started: a test ticks. */
  deliveries(teams?: TeamsPort) {
    return createDeliveries(this.source(teams));
  }

  wakeUps() {
    return openWakeUps(this.storage);
  }

  restWakeUps() {
    return openRestWakeUps(this.storage);
  }

  /** As if storage had lost every wake-up. */
  async losesWakeUps(): Promise<void> {
    await Promise.all([this.storage.wakeUps, this.storage.restWakeUps].map((queue) => queue.clearMessages()));
  }

  parts(teams?: TeamsPort) {
    return assemble(this.source(teams)).deps;
  }

  /** Somebody installs the bot, or comes back; as in the bot, messages that waited are asked for separately. */
  async arrives(name: string): Promise<Person> {
    const member = this.#members.get(name) ?? this.connector.roster.add({ name, email: `${name}@example.org` });
    this.#members.set(name, member);
    this.connector.roster.comeBack(member);
    const reach = {
      serviceUrl: this.connector.url,
      conversation: member.conversationId,
      bot: '28:bot',
      user: member.id,
      tenant: member.tenantId,
    };
    const { met } = await meetPerson(this.app, {
      identity: { tenant: member.tenantId, objectId: member.aadObjectId },
      language: 'sv',
      reach,
      roster: async () => ({ name, emails: [member.email] }),
    });
    const { person } = await changePerson(this.app, met, ({ person: now }) => ({ person: now, reach }));
    return person.person;
  }

  async leaves(name: string): Promise<void> {
    this.connector.roster.leave(this.member(name));
    await changePerson(this.app, await this.read(name), ({ person }) => ({ person }));
  }

  async prefers(name: string, preferences: Partial<Preferences>): Promise<void> {
    await changePerson(this.app, await this.read(name), ({ person, reach }) => ({
      person: { ...person, preferences: { ...person.preferences, ...preferences } },
      ...(reach && { reach }),
    }));
  }

  async submits(person: Person, department = 'VOO', title = 'Cykelpool för hemtjänsten'): Promise<Idea> {
    const words = { title, problem: 'Bilarna räcker inte.' };
    const submission = { idempotencyKey: newIdempotencyKey(this.app.random), words, confidential: false, department };
    const submitted = await submitIdea(this.app, person, submission);
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    return submitted.value;
  }

  acts(person: Person, id: string, act: Act, shownIn?: string): Promise<ActResult> {
    const command = typeof act === 'function' ? act(person.ref) : act;
    const idempotencyKey = newIdempotencyKey(this.app.random);
    const request = {
      id,
      idempotencyKey,
      type: command.type,
      command: () => accept(command),
      ...(shownIn && { shownIn }),
    };
    return finished(this.app, (app) => actOnIdea(app, person, request));
  }

  /** The messages in somebody's chat, oldest first, each as it was first sent. */
  chat(name: string): readonly Post[] {
    return this.connector.sent(this.member(name).conversationId);
  }

  /** What the chat says now: each message's summary. */
  says(name: string): string[] {
    return this.chat(name).map((post) => current(post).summary ?? '');
  }

  /** All that the newest message in the chat shows now, a line for each text. */
  shows(name: string): string {
    const last = this.chat(name).at(-1);
    return (last ? textsOf(cardsIn(current(last))[0]) : []).join('\n');
  }

  member(name: string): Member {
    const member = this.#members.get(name);
    if (!member) throw new Error(`${name} has not arrived`);
    return member;
  }

  async read(name: string): Promise<ReadPerson> {
    const card = (await this.app.people.contacts([`${name}@example.org`])).get(`${name}@example.org`);
    const stored = card && (await this.app.people.byRef(card.ref));
    if (!stored) throw new Error(`Nobody knows ${name}`);
    return stored;
  }
}

/** A command, or one that names the person who gives it. */
export type Act = Command | ((self: string) => Command);

/** The leader who takes it on drives it. */
export const explore = (driver: string): Command => ({ type: 'explore', data: { driver }, words: {} });
export const close: Command = { type: 'close', data: {}, words: { reason: 'Vi har redan en.' } };
export const ask: Command = { type: 'ask', data: {}, words: { question: 'Hur många?' } };

/** A number from a text, for references that tests make. */
export const refFor = (text: string): string =>
  `p${createHash('sha256').update(text).digest('hex').slice(0, 16).toUpperCase()}`;
