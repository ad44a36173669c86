import { randomBytes } from 'node:crypto';
import { openDeps } from '../../src/app/deps.js';
import { type ActResult, actOnIdea } from '../../src/app/idea/act-on-idea.js';
import { submitIdea } from '../../src/app/idea/submit-idea.js';
import { changePerson } from '../../src/app/person/change-person.js';
import { meetPerson } from '../../src/app/person/meet-person.js';
import type { Command } from '../../src/domain/idea/commands.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { newIdempotencyKey } from '../../src/domain/ids.js';
import type { Calendar } from '../../src/domain/organisation/calendar/calendar.js';
import type { Person, PersonRef } from '../../src/domain/person/person.js';
import { accept } from '../../src/domain/result.js';
import type { Day, Instant } from '../../src/domain/time.js';
import { openStorage, type StorageObserver } from '../../src/store/storage.js';
import { organisationOf } from '../samples/organisation/small-organisation.js';
import { testConnectionString, uniquePrefix } from '../storage/storage.js';
import { finished } from './finished.js';

/** The organisation of these tests: one department with everybody, one with a leader only, one with a deputy only, one with nobody. */
const organisation = organisationOf({
  VOO: { leaders: ['leader', 'other-leader'], deputies: ['deputy'], managers: ['boss', 'second-boss'] },
  SBK: { leaders: ['builder'], managers: ['planner'] },
  HAM: { deputies: ['harbour'] },
  KUL: {},
  office: ['office', 'other-office'],
});

/** Nine in the morning, Swedish winter time. */
export const morningOf = (day: Day): Instant => `${day}T08:00:00.000Z`;

export type AppAtWork = Awaited<ReturnType<typeof appAtWork>>;

/** The use cases on the real database, with time in the test's hand; `calendar`: another than the organisation's. Everybody is known by their name, at ort.example. */
export async function appAtWork(start: Day = '2026-11-16', calendar?: Calendar) {
  const asked: StorageObserver & { requests: number } = {
    requests: 0,
    started() {
      this.requests++;
    },
    finished() {},
  };
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix(), observer: asked });
  await storage.prepare();
  let now = morningOf(start);
  const deps = openDeps(storage, {
    organisation: () => organisation,
    calendar,
    now: () => now,
    random: (size) => randomBytes(size),
  });
  const emailOf = (name: string) => `${name}@ort.example`;

  /** Somebody installs the bot. */
  async function arrives(name: string): Promise<Person> {
    const reach = { serviceUrl: 'https://teams.example', conversation: name, bot: 'bot', user: name, tenant: 'orten' };
    const { met } = await meetPerson(deps, {
      identity: { tenant: 'orten', objectId: `object-${name}` },
      language: 'sv',
      reach,
      roster: async () => ({ name, emails: [emailOf(name)] }),
    });
    return met.person;
  }

  /** The reference of somebody whom the bot has met or somebody has named; undefined for anybody else. */
  const refOf = async (name: string): Promise<PersonRef | undefined> =>
    (await deps.people.contacts([emailOf(name)])).get(emailOf(name))?.ref;

  return {
    deps,
    storage,
    arrives,
    emailOf,
    refOf,

    /** Everybody in the list installs the bot. */
    async allArrive<N extends string>(...names: N[]): Promise<Record<N, Person>> {
      const people: [string, Person][] = [];
      for (const name of names) people.push([name, await arrives(name)]);
      return Object.fromEntries(people) as Record<N, Person>;
    },

    /** The people behind references, by name; "?" for one who was made up. */
    async namesOf(refs: Iterable<PersonRef>): Promise<string[]> {
      const people = await deps.people.byRefs(refs);
      return [...refs].map((ref) => people.get(ref)?.person.name ?? '?').sort();
    },

    /** Somebody is away from today to a day. */
    async isAway(name: string, until: Day): Promise<void> {
      const read = await deps.people.byIdentity({ tenant: 'orten', objectId: `object-${name}` });
      if (!read) throw new Error(`${name} has not arrived`);
      await changePerson(deps, read, ({ person, reach }) => ({
        person: { ...person, awayUntil: until },
        ...(reach && { reach }),
      }));
    },

    /** It is nine in the morning of a day. */
    comes(day: Day): void {
      now = morningOf(day);
    },

    async submits(person: Person, more: { department?: string; forColleague?: string; confidential?: boolean } = {}) {
      const { department = 'VOO', confidential = false, forColleague } = more;
      const words = { title: 'Delade cyklar', problem: 'Personalen får vänta.' };
      const idempotencyKey = newIdempotencyKey(deps.random);
      const result = await submitIdea(deps, person, { idempotencyKey, words, confidential, department, forColleague });
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value;
    },

    /** Somebody gives a command; what comes of it, also where it is refused. */
    tries(
      person: Person,
      id: string,
      command: Command,
      idempotencyKey = newIdempotencyKey(deps.random),
    ): Promise<ActResult> {
      const request = { id, idempotencyKey, type: command.type, command: () => accept(command) };
      return finished(deps, (app) => actOnIdea(app, person, request));
    },

    /** Somebody gives a command, which must be accepted. */
    async acts(person: Person, id: string, command: Command): Promise<Idea> {
      const outcome = await this.tries(person, id, command);
      if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
      return outcome.view.idea;
    },

    /** How many requests to tables some work makes. */
    async requestsOf(work: () => Promise<unknown>): Promise<number> {
      const before = asked.requests;
      await work();
      return asked.requests - before;
    },

    /** The idea as stored; throws where there is none. */
    async idea(id: string): Promise<Idea> {
      const stored = await deps.ideas.load(id);
      if (!stored) throw new Error(`No idea ${id}`);
      return stored.idea;
    },

    /** What has happened to an idea, by kind. */
    async record(id: string): Promise<string[]> {
      return (await deps.ideas.history(id)).map(({ type }) => type);
    },
  };
}
