import { randomBytes } from 'node:crypto';
import { openDeps } from '../../../src/app/deps.js';
import { type ActRequest, actOnIdea } from '../../../src/app/idea/act-on-idea.js';
import { submitIdea } from '../../../src/app/idea/submit-idea.js';
import { changePerson } from '../../../src/app/person/change-person.js';
import { meetPerson } from '../../../src/app/person/meet-person.js';
import type { Command } from '../../../src/domain/idea/commands.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import type { Words } from '../../../src/domain/idea/words.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
import { accept } from '../../../src/domain/result.js';
import { instantOf } from '../../../src/domain/time.js';
import { openStorage } from '../../../src/store/storage.js';
import { exampleOrganisation } from '../../samples/organisation/example-organisation';
import { addressOf, type CityRole, inhabitants } from '../city-people';
import { finished } from '../finished';

export type DemoAtWork = ReturnType<typeof demoAtWork>;

/**
 * What has happened in a running demo before its story begins, done by the use cases on its storage as another instance of the bot would:
 * nobody has to press sixty forms in a browser.
 */
export function demoAtWork({ connectionString }: { connectionString: string }) {
  const organisation = exampleOrganisation();
  let ago = 0;
  const deps = openDeps(openStorage({ connectionString }), {
    ...{ organisation: () => organisation, now: () => instantOf(Date.now() - ago) },
    random: (size) => randomBytes(size),
  });

  /** Whoever sits in one of the demo's windows, by the address that Teams gave. */
  async function inWindow(role: CityRole): Promise<Person> {
    const email = addressOf(role);
    const known = (await deps.people.contacts([email])).get(email);
    const found = known && (await deps.people.byRef(known.ref));
    if (!found) throw new Error(`${email} has not arrived`);
    return found.person;
  }

  /** Somebody who has no window: the bot knows them, and reaches them nowhere. */
  async function behindTheScene(role: CityRole): Promise<Person> {
    const { met } = await meetPerson(deps, {
      ...{ identity: { tenant: 'demo', objectId: role }, language: 'sv', reach: undefined },
      roster: async () => ({ name: inhabitants[role].name, emails: [addressOf(role)] }),
    });
    return (await changePerson(deps, met, ({ person }) => ({ person: { ...person, department: 'VOO' } }))).person
      .person;
  }

  return {
    deps,
    inWindow,
    behindTheScene,

    /** What is done was so many milliseconds ago. */
    async thatLongAgo(milliseconds: number, does: () => Promise<void>): Promise<void> {
      ago = milliseconds;
      await does();
      ago = 0;
    },

    async submits(person: Person, words: Words, department = 'VOO'): Promise<Idea> {
      const idempotencyKey = newIdempotencyKey(deps.random);
      const sent = await submitIdea(deps, person, { idempotencyKey, words, confidential: false, department });
      if (!sent.ok) throw new Error(sent.refusal.code);
      return sent.value;
    },

    /** Somebody gives a command, which must be accepted. `asks`: what is looked up for it. */
    async acts(person: Person, id: string, command: Command, asks?: ActRequest['asks']): Promise<Idea> {
      const request = { id, idempotencyKey: newIdempotencyKey(deps.random), type: command.type, ...(asks && { asks }) };
      const done = await finished(deps, (app) =>
        actOnIdea(app, person, { ...request, command: () => accept(command) }),
      );
      if (!done.ok) throw new Error(`${command.type} was refused: ${done.refusal.code}`);
      return done.view.idea;
    },
  };
}
