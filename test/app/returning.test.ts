import { myTurn } from '../../src/app/idea/lists/my-turn.js';
import { decidersOf } from '../../src/app/idea/people/deciders.js';
import { funderFor } from '../../src/app/idea/people/funders.js';
import { rolesNow } from '../../src/app/idea/roles.js';
import { meetPerson } from '../../src/app/person/meet-person.js';
import { erasePerson, finishLeaving } from '../../src/app/privacy/erase-person.js';
import type { Person } from '../../src/domain/person/person.js';
import { openMarks } from '../../src/store/person/marks.js';
import * as story from '../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../testing/scenes/app-at-work.js';
import { allStored } from '../../testing/storage/all-stored.js';

let town: AppAtWork;
beforeEach(async () => {
  town = await appAtWork();
});

/** Somebody comes, or comes back, as Teams knows them now. */
async function comes(objectId: string, ...emails: string[]): Promise<Person> {
  const { met } = await meetPerson(town.deps, {
    identity: { tenant: 'orten', objectId },
    language: 'sv',
    reach: { serviceUrl: 'https://teams.example', conversation: objectId, bot: 'b', user: objectId, tenant: 'orten' },
    roster: async () => ({ name: 'Leader', emails }),
  });
  return met.person;
}

const deciding = async (person: Person, id: string) =>
  [...(await rolesNow(town.deps, person, await town.idea(id)))].filter((role) => role !== 'reader').sort();
const queue = async (person: Person) => (await myTurn(town.deps, person, 'all', 0)).ideas.map(({ id }) => id);

describe('a leader who submits, has their data erased and comes back', () => {
  it('decides nothing on that idea, by the same object id or by any of their addresses', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'other-leader');
    const { id } = await town.submits(leader);
    const other = (await town.submits(employee)).id;
    expect(await erasePerson(town.deps, leader)).toBe(true);
    const back = await town.arrives('leader');
    expect(back.ref).not.toBe(leader.ref);
    expect(await deciding(back, id)).toEqual([]);
    expect(await deciding(back, other)).toEqual(['adopter', 'decider']);
    expect(await queue(back)).toEqual([other]);
    const refused = await town.tries(back, id, story.close());
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    expect(await town.namesOf(await decidersOf(town.deps, await town.idea(id)))).toEqual(['other-leader']);
  });

  it('is known by an address though the account is another, and by the account though the address is another', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader');
    const { id } = await town.submits(leader);
    const other = (await town.submits(employee)).id;
    await erasePerson(town.deps, leader);
    for (const back of [
      await comes('another-account', town.emailOf('leader')),
      await comes('object-leader', town.emailOf('other-leader')),
    ]) {
      expect(await deciding(back, id)).toEqual([]);
      expect(await deciding(back, other)).toContain('decider');
    }
    const stranger = await comes('nobody-before', town.emailOf('deputy'));
    expect(await deciding(stranger, id)).toContain('decider');
  });

  it('decides on no money for it either, and the next in the chain is found without them', async () => {
    const { boss, leader } = await town.allArrive('boss', 'second-boss', 'leader');
    const { id } = await town.submits(boss);
    await erasePerson(town.deps, boss);
    const secondBoss = (await town.refOf('second-boss')) ?? '';
    const idea = { ...(await town.idea(id)), driver: { person: secondBoss, accepted: true } };
    expect(await funderFor(town.deps, idea, 5)).toBe('office');
    expect(await funderFor(town.deps, { ...idea, driver: { person: leader.ref, accepted: true } }, 5)).toBe('manager');
  });

  it('is known in an idea that has ended, for it can be opened again, and is nobody in what storage holds of it', async () => {
    const { leader, 'other-leader': other } = await town.allArrive('leader', 'other-leader');
    const { id } = await town.submits(leader);
    await erasePerson(town.deps, leader);
    const stored = JSON.stringify(await allStored(town.storage));
    expect(stored).not.toContain('object-leader');
    expect(stored).not.toMatch(/[^-]leader@ort/);
    expect((await town.idea(id)).formerMarks).toHaveLength(2);
    await town.acts(other, id, story.close());
    const back = await town.arrives('leader');
    expect(await town.tries(back, id, story.reopen)).toMatchObject({ ok: false });
    await town.acts(other, id, story.reopen);
    expect(await deciding(back, id)).toEqual([]);
  });

  it('is known also in what had ended before', async () => {
    const { leader, 'other-leader': other } = await town.allArrive('leader', 'other-leader');
    const { id } = await town.submits(leader);
    await town.acts(other, id, story.close());
    await erasePerson(town.deps, leader);
    expect(await town.tries(await town.arrives('leader'), id, story.reopen)).toMatchObject({ ok: false });
  });

  it('is known in those of very many ideas that are left later', async () => {
    const { leader } = await town.allArrive('leader', 'other-leader');
    const { id } = await town.submits(leader);
    const { ideas, traces } = town.deps;
    // As one of those that were not reached while they waited: neither listed nor found, until the clock looks.
    const unfound = { ...ideas, mine: async () => [] };
    await erasePerson({ ...town.deps, ideas: unfound, traces: { ...traces, of: async () => [] } }, leader);
    const [leaving] = await town.deps.people.leaving();
    expect(await town.idea(id)).not.toHaveProperty('formerMarks');
    if (leaving) await finishLeaving(town.deps, leaving);
    expect((await town.idea(id)).submittersLeft).toBe(true);
    expect(await deciding(await town.arrives('leader'), id)).toEqual([]);
  });

  it('leaves no mark in what nobody can open again, nor in what was never theirs', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'other-leader');
    const ended = (await town.submits(leader)).id;
    await town.acts(leader, ended, story.withdraw);
    const others = (await town.submits(employee)).id;
    await town.acts(leader, others, story.exploreWith(leader.ref));
    await erasePerson(town.deps, leader);
    for (const id of [ended, others]) expect(await town.idea(id)).not.toHaveProperty('formerMarks');
  });
});

describe('the key of the marks', () => {
  it('is made once, by whoever comes first, and is the municipality’s own', async () => {
    const { storage, deps } = town;
    const open = (municipality: string) => openMarks(storage, municipality, deps.random);
    const both = await Promise.all(
      [open('orten'), open('orten')].map((marks) => marks.of({ emails: ['A@ort.example'] })),
    );
    expect(both[0]).toEqual(both[1]);
    expect(await open('orten').of({ emails: ['a@ort.example '] })).toEqual(both[0]);
    expect(await open('annanort').of({ emails: ['a@ort.example'] })).not.toEqual(both[0]);
    expect(both[0]?.[0]).toMatch(/^~[\w-]{22}$/);
  });
});
