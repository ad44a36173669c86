import { openDeps } from '../../../src/app/deps.js';
import { answerClaim } from '../../../src/app/identity/claims.js';
import { finishMoving } from '../../../src/app/identity/one-person.js';
import { meetPerson } from '../../../src/app/person/meet-person.js';
import { erasePerson } from '../../../src/app/privacy/erase-person.js';
import { myData } from '../../../src/app/privacy/my-data.js';
import type { Person } from '../../../src/domain/person/person.js';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';

const MINE = 'Skrivet med det nya kontot.';

describe('what somebody wrote with a new account before it was known that they are the same', () => {
  let town: AppAtWork;
  let id: string;
  /** The number of their comment, which a newer one stands after: the idea as it is does not tell of them. */
  let said: number;
  let anew: Person;
  let now: Person;
  beforeEach(async () => {
    town = await appAtWork();
    const { employee, leader, office } = await town.allArrive('employee', 'leader', 'office');
    await town.submits(employee);
    id = (await town.submits(leader)).id;
    anew = await comesAnew('employee');
    said = (await town.acts(anew, id, { type: 'comment', data: {}, words: { comment: MINE } })).seq;
    await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: 'Tack!' } });
    expect(await answerClaim(town.deps, office, anew.ref, true)).toMatchObject({ ok: true, value: { kind: 'moved' } });
    for (const moving of await town.deps.accounts.moving()) await finishMoving(town.deps, moving);
    const read = await town.deps.people.byRef(employee.ref);
    if (!read) throw new Error('The reference that stays leads to nobody');
    now = read.person;
  });

  async function comesAnew(name: string): Promise<Person> {
    const { met } = await meetPerson(town.deps, {
      identity: { tenant: 'orten', objectId: `object-${name}-anew` },
      language: 'sv',
      reach: undefined,
      roster: async () => ({ name, emails: [town.emailOf(name)] }),
    });
    return met.person;
  }

  it('is theirs to change, and stands in what is stored about them', async () => {
    const data = { comment: said, by: anew.ref };
    const changed = await town.tries(now, id, { type: 'editComment', data, words: { comment: 'Ändrat.' } });
    expect(changed).toMatchObject({ ok: true });
    const { parts } = await myData(town.deps, { person: now });
    const events = parts
      .filter((part) => part.record === 'idea')
      .find(({ idea }) => idea.id === id)
      ?.events.map(({ seq }) => seq);
    expect(events).toContain(said);
  });

  it('is said to be theirs once, though it is looked for again', async () => {
    const before = await town.record(id);
    for (const moving of await town.deps.accounts.moving()) await finishMoving(town.deps, moving);
    expect(await town.record(id)).toEqual(before);
    expect(before.filter((type) => type === 'identified')).toHaveLength(1);
  });

  it('is erased with them', async () => {
    const organisation = {
      ...organisationOf({ VOO: { leaders: ['leader'] }, office: ['office'] }),
      retention: { words: 'erase' as const, decision: 'KS 2026/7' },
    };
    const { now: clock, random } = town.deps;
    await erasePerson(openDeps(town.storage, { organisation: () => organisation, now: clock, random }), now);
    const words = (await town.deps.ideas.history(id)).find(({ seq }) => seq === said)?.words;
    expect(JSON.stringify(words)).not.toContain(MINE);
  });
});
