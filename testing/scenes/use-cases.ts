import { randomBytes, randomUUID } from 'node:crypto';
import { openDeps } from '../../src/app/deps';
import { type ActResult, actOnIdea } from '../../src/app/idea/act-on-idea';
import { type Submission, submitIdea } from '../../src/app/idea/submit-idea';
import { changePerson } from '../../src/app/person/change-person';
import { meetPerson } from '../../src/app/person/meet-person';
import type { Command } from '../../src/domain/idea/commands';
import type { Idea } from '../../src/domain/idea/idea';
import { newIdempotencyKey } from '../../src/domain/ids';
import type { Organisation } from '../../src/domain/organisation/organisation';
import type { Person } from '../../src/domain/person/person';
import { accept } from '../../src/domain/result';
import { type Instant, instantOf, millisecondsOf } from '../../src/domain/time';
import type { ReadPerson } from '../../src/store/person/people';
import { openStorage } from '../../src/store/storage';
import { exampleOrganisation } from '../samples/organisation/example-organisation';
import { testConnectionString, uniquePrefix } from '../storage/storage';
import { addressOf, type CityRole, inhabitants } from './city-people';
import { finished } from './finished';
import type { Act } from './town.js';

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** The use cases on the real database, without bot or Teams: people arrive, send ideas and act, and time stands still. */
export async function openScene(organisation: Organisation = exampleOrganisation()) {
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  let now: Instant = '2026-11-26T09:00:00.000Z';
  const deps = openDeps(storage, {
    organisation: () => organisation,
    now: () => now,
    random: (size) => randomBytes(size),
  });

  const arrival = (name: string, email: string) => ({
    identity: { tenant: 'tenant', objectId: randomUUID() },
    language: 'sv' as const,
    reach: { serviceUrl: 'http://teams', conversation: `a:${email}`, bot: 'bot', user: email, tenant: 'tenant' },
    roster: async () => ({ name, emails: [email] }),
  });

  return {
    deps,
    storage,
    arrival,

    pass(milliseconds: number): void {
      now = instantOf(millisecondsOf(now) + milliseconds);
    },

    /** Somebody who has installed the bot. */
    async arrives(role: CityRole, more: Partial<Person> = {}): Promise<Person> {
      const { met } = await meetPerson(deps, arrival(inhabitants[role].name, addressOf(role)));
      const change = ({ person, reach }: ReadPerson) => ({ person: { ...person, ...more }, ...(reach && { reach }) });
      return (await changePerson(deps, met, change)).person.person;
    },

    async submits(person: Person, more: Partial<Submission> = {}): Promise<Idea> {
      const words = { title: 'Cykelpool', problem: 'Bilarna räcker inte.' };
      const usual = { idempotencyKey: newIdempotencyKey(deps.random), words, confidential: false, department: 'VOO' };
      const submitted = await submitIdea(deps, person, { ...usual, ...more });
      if (!submitted.ok) throw new Error(submitted.refusal.code);
      return submitted.value;
    },

    acts(
      person: Person,
      { id, decisionVersion }: Pick<Idea, 'id' | 'decisionVersion'>,
      act: Act,
      idempotencyKey?: string,
    ): Promise<ActResult> {
      const command = typeof act === 'function' ? act(person.ref) : act;
      const request = {
        id,
        decisionVersion,
        idempotencyKey: idempotencyKey ?? newIdempotencyKey(deps.random),
        type: command.type,
        command: () => accept(command),
      };
      return finished(deps, (app) => actOnIdea(app, person, request));
    },
  };
}

/** The leader who takes it on drives it. */
export const explore = (driver: string): Command => ({ type: 'explore', data: { driver }, words: {} });
export const close: Command = { type: 'close', data: {}, words: { reason: 'Vi har redan en.' } };
export const ask: Command = { type: 'ask', data: {}, words: { question: 'Hur många?' } };
