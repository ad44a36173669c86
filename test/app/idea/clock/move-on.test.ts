import fc from 'fast-check';
import { type Deps, openDeps } from '../../../../src/app/deps.js';
import { moveOn } from '../../../../src/app/idea/clock/move-on.js';
import { effectsOf } from '../../../../src/app/idea/clock/organisation-effects.js';
import { unreadIdeas } from '../../../../src/app/idea/clock/unread-queues.js';
import { viewIdea } from '../../../../src/app/idea/idea-view.js';
import { myTurn } from '../../../../src/app/idea/lists/my-turn.js';
import { queueIds } from '../../../../src/app/idea/lists/queues.js';
import { rolesNow } from '../../../../src/app/idea/roles.js';
import { ideasOfDepartment } from '../../../../src/app/person/posts/department-ideas.js';
import { finishSteps } from '../../../../src/app/steps.js';
import { isTheirTurn } from '../../../../src/domain/idea/policy.js';
import type { Organisation } from '../../../../src/domain/organisation/organisation.js';
import { applyChange } from '../../../../src/domain/organisation/overlay/apply.js';
import type { Person } from '../../../../src/domain/person/person.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { organisationOf } from '../../../../testing/samples/organisation/small-organisation.js';
import { type AppAtWork, appAtWork } from '../../../../testing/scenes/app-at-work.js';

/** The same storage with another organisation file, as after a restart. */
const restarted = ({ deps, storage }: AppAtWork, organisation: Organisation): Deps =>
  openDeps(storage, { organisation: () => organisation, now: deps.now, random: deps.random });

/** What the clock does at a start; gives how many ideas moved. */
async function clockLooks(deps: Deps): Promise<number> {
  let moved = 0;
  for (const id of await unreadIdeas(deps)) if (await moveOn(deps, id)) moved += 1;
  return moved;
}

const emailsOf = (name: string) => [`${name}@ort.example`];

/** An idea of the employee's that waits for money. */
async function asksForMoney(town: AppAtWork, employee: Person, leader: Person): Promise<string> {
  const { id } = await town.submits(employee);
  await town.acts(leader, id, story.exploreWith(leader.ref));
  for (const [, command] of story.explored()) await town.acts(leader, id, command);
  await town.acts(leader, id, story.plan);
  for (const [, command] of story.planned(80_000)) await town.acts(leader, id, command);
  await town.acts(leader, id, story.sendOwnPlan());
  return id;
}

describe('an idea that nobody can decide on where it is', () => {
  let town: AppAtWork;
  let people: Record<'employee' | 'leader' | 'boss' | 'second-boss' | 'deputy' | 'office' | 'harbour', Person>;
  beforeEach(async () => {
    town = await appAtWork();
    people = await town.allArrive('employee', 'leader', 'boss', 'second-boss', 'deputy', 'office', 'harbour');
  });

  const queueOf = async (deps: Deps, person: Person) =>
    (await myTurn(deps, person, 'all', 0)).ideas.map(({ id }) => id);

  it('goes to the deputy when the leaders are gone, and to the office when the deputies are', async () => {
    const { id } = await town.submits(people.employee);
    const deputy = restarted(town, organisationOf({ VOO: { deputies: ['deputy'] } }));
    expect(await clockLooks(deputy)).toBe(1);
    expect(await town.idea(id)).toMatchObject({ tier: 'deputy', decisionVersion: 2, reminded: false });
    expect(await queueOf(deputy, people.deputy)).toEqual([id]);
    const office = restarted(town, organisationOf({ VOO: {} }));
    expect(await clockLooks(office)).toBe(1);
    expect(await queueOf(office, people.office)).toEqual([id]);
    expect(await town.record(id)).toEqual(['submitted', 'movedOn', 'movedOn']);
  });

  it('goes to the office when its department is gone, and to the last resort where there is no office', async () => {
    const { id } = await town.submits(people.employee);
    const gone = organisationOf({ SBK: { leaders: ['builder'] }, office: ['office'] });
    const [contact] = gone.innovationOffice;
    if (!contact) throw new Error('No office');
    const deps = restarted(town, {
      ...gone,
      innovationOffice: [],
      lastResort: { ...contact, email: 'boss@ort.example' },
    });
    expect(await clockLooks(deps)).toBe(1);
    expect(await queueOf(deps, people.boss)).toEqual([id]);
    expect(await rolesNow(deps, people.boss, await town.idea(id))).toContain('decider');
    expect(await queueOf(deps, people.office)).toEqual([]);
  });

  it('moves once, however many instances look, and has a new date', async () => {
    const { id } = await town.submits(people.employee);
    town.comes('2026-12-10');
    const deps = restarted(town, organisationOf({ VOO: {} }));
    const looks = await Promise.all([1, 2, 3].map(() => clockLooks(deps)));
    expect(looks.sort()).toEqual([0, 0, 1]);
    expect(await town.record(id)).toEqual(['submitted', 'movedOn']);
    expect((await town.idea(id)).answerBy).toBe('2027-01-04');
    expect(await clockLooks(deps)).toBe(0);
  });

  it('goes on when its leader has said that the post is not theirs', async () => {
    const { id } = await town.submits(people.employee, { department: 'HAM' });
    const read = await town.deps.people.byRef(people.harbour.ref);
    if (!read) throw new Error('No harbour');
    await town.deps.people.save({ person: { ...read.person, disowned: ['deputy.HAM'] } }, read);
    expect(await clockLooks(town.deps)).toBe(1);
    expect(await queueOf(town.deps, people.office)).toEqual([id]);
  });

  it('is decided outside when all of the office, to which it had come, have it', async () => {
    const alone = restarted(town, organisationOf({ VOO: {}, office: ['office'] }));
    const { id } = await town.submits(people.employee, { department: 'KUL' });
    expect((await town.idea(id)).tier).toBe('office');
    await town.acts(people.employee, id, story.addCoSubmitter(people.office.ref));
    await town.acts(people.office, id, story.acceptJoining);
    expect(await clockLooks(town.deps)).toBe(0);
    expect(await clockLooks(alone)).toBe(1);
    expect((await town.idea(id)).tier).toBe('outside');
    expect(await clockLooks(alone)).toBe(0);
  });

  it('stays with those who decide on it while somebody can', async () => {
    await town.submits(people.employee);
    await asksForMoney(town, people.employee, people.leader);
    expect(await clockLooks(town.deps)).toBe(0);
    const deps = restarted(town, organisationOf({ VOO: { leaders: ['new-leader'], managers: ['new-boss'] } }));
    expect(await clockLooks(deps)).toBe(0);
  });

  it('has its money decided on by the office when the managers are gone', async () => {
    const id = await asksForMoney(town, people.employee, people.leader);
    const deps = restarted(town, organisationOf({ VOO: { leaders: ['leader'] } }));
    expect(await clockLooks(deps)).toBe(1);
    expect(await queueOf(deps, people.office)).toEqual([id]);
    expect(await rolesNow(deps, people.office, await town.idea(id))).toContain('funder');
    expect(await rolesNow(deps, people.boss, await town.idea(id))).not.toContain('funder');
  });

  it('takes back an invitation to a department that is gone, and lets the office answer where nobody leads', async () => {
    const { id } = await town.submits(people.employee);
    await town.acts(people.leader, id, story.doNow(people.leader.ref));
    await town.acts(people.leader, id, story.reportDone());
    await town.acts(people.leader, id, story.invite('SBK', 'HAM'));
    const deps = restarted(town, organisationOf({ VOO: { leaders: ['leader'] }, HAM: {}, office: ['office'] }));
    expect(await queueOf(deps, people.office)).toEqual([id]);
    expect(await clockLooks(deps)).toBe(1);
    expect(Object.keys((await town.idea(id)).adoptions)).toEqual(['VOO', 'HAM']);
    expect(await rolesNow(deps, people.office, await town.idea(id))).toContain('adopter');
  });
});

describe('a department that becomes a part of another while ideas are on their way', () => {
  const departments = {
    VOO: { leaders: ['leader'], managers: ['boss'] },
    SBK: { leaders: ['builder'], managers: ['planner'] },
    HAM: { leaders: ['harbour'] },
  };
  const merged = (): Organisation => {
    const name = { sv: 'Vård', en: 'Care' };
    const change = { kind: 'merge', department: 'VOO', into: 'SBK', name, people: false } as const;
    const after = applyChange(organisationOf(departments), change);
    if (!after.ok) throw new Error(after.refusal.code);
    return after.value;
  };

  it('loses none of them: what waited for either waits for the other one’s people, and what it was asked of its own is taken back', async () => {
    const town = await appAtWork();
    const { employee, leader, builder, boss, planner, harbour } = await town.allArrive(
      ...(['employee', 'leader', 'builder', 'boss', 'planner', 'harbour'] as const),
    );
    const before = restarted(town, organisationOf(departments));
    const queueOf = async (deps: Deps, person: Person) =>
      (await myTurn(deps, person, 'all', 0)).ideas.map(({ id }) => id).sort();
    // New, explored by somebody, with a question, waiting for money, used and offered to others, and the other one's own.
    const fresh = (await town.submits(employee)).id;
    const explored = (await town.submits(employee)).id;
    await town.acts(leader, explored, story.exploreWith(leader.ref));
    const asked = (await town.submits(employee)).id;
    await town.acts(leader, asked, story.ask());
    const money = await asksForMoney(town, employee, leader);
    const used = (await town.submits(employee)).id;
    await town.acts(leader, used, story.doNow(leader.ref));
    await town.acts(leader, used, story.reportDone());
    await town.acts(leader, used, story.invite('SBK', 'HAM'));
    const own = (await town.submits(employee, { department: 'SBK' })).id;
    const all = [fresh, explored, asked, money, used, own];

    const [decides, funds] = [await queueOf(before, leader), await queueOf(before, boss)];
    expect(await queueOf(before, builder)).toEqual([used, own].sort());
    const after = restarted(town, merged());
    // It is read that the department which has it is asked to take it in, and that is taken back; nothing else moves.
    expect(await clockLooks(after)).toBe(1);
    expect(await clockLooks(after)).toBe(0);
    const failed = (_step: unknown, error: unknown) => {
      throw error;
    };
    await finishSteps(after, { failed });
    expect(Object.keys((await town.idea(used)).adoptions)).toEqual(['VOO', 'HAM']);
    const ofRole = decides.filter((id) => id !== explored);
    expect(await queueOf(after, builder)).toEqual([...ofRole, own].sort());
    expect(await queueOf(after, planner)).toEqual(funds);
    expect(funds).toEqual([money]);
    expect([await queueOf(after, leader), await queueOf(after, boss)]).toEqual([[explored], []]);
    expect(await queueOf(after, harbour)).toEqual([used]);
    expect((await myTurn(after, builder, 'asked', 0)).counts.asked).toBe(1);
    for (const id of all) expect([...(await rolesNow(after, builder, await town.idea(id)))]).toContain('decider');

    // What is offered is of departments as they are now: never the one that has it, by whatever code.
    for (const id of all) {
      const view = await viewIdea(
        after,
        builder,
        await town.idea(id),
        await rolesNow(after, builder, await town.idea(id)),
      );
      expect([view.mayTakePart, view.asDepartment]).toEqual([undefined, undefined]);
    }
    expect((await viewIdea(after, harbour, await town.idea(used), new Set(['adopter']))).asDepartment).toBe('HAM');
  });

  it('costs a turn as many requests at many ideas as at few: those of one queue for each code', async () => {
    const town = await appAtWork();
    const { employee, builder } = await town.allArrive('employee', 'builder');
    const [before, after] = [restarted(town, organisationOf(departments)), restarted(town, merged())];
    const costs = async (deps: Deps) => [
      await town.requestsOf(() => queueIds(deps, builder)),
      await town.requestsOf(() => ideasOfDepartment(deps, 'SBK')),
    ];
    await town.submits(employee);
    const few = await costs(after);
    const alone = await costs(before);
    for (let n = 0; n < 20; n++) await town.submits(employee, { department: n % 2 ? 'VOO' : 'SBK' });
    expect(await costs(after)).toEqual(few);
    // Their own queue, and six of the department's by each code; of what is counted beside, nine by each.
    expect([alone, few]).toEqual([
      [7, 9],
      [13, 18],
    ]);
    expect(await ideasOfDepartment(after, 'VOO')).toEqual({ open: 21, deciding: 21, invited: 0, cut: false });
  });
});

describe('whatever becomes of the organisation', () => {
  const names = ['ann', 'bea', 'cia', 'dan', 'eva'] as const;
  const some = fc.subarray([...names], { maxLength: 3 });
  const department = fc.record({ leaders: some, deputies: some, managers: some });
  const file = fc
    .record({
      VOO: fc.option(department),
      SBK: fc.option(department),
      KUL: department,
      office: some,
      last: fc.boolean(),
    })
    .map(({ VOO, SBK, KUL, office, last }): Organisation => {
      const standing = last || office.length === 0;
      const made = organisationOf({
        ...(VOO && { VOO }),
        ...(SBK && { SBK }),
        KUL,
        office: standing ? ['zoe'] : office,
      });
      const [zoe] = made.innovationOffice;
      return standing && zoe ? { ...made, innovationOffice: [], lastResort: zoe } : { ...made };
    });

  it('every idea that waits has somebody who reads it and can decide', async () => {
    const town = await appAtWork();
    const { employee, leader } = await town.allArrive('employee', 'leader');
    const everybody = Object.values(await town.allArrive(...names, 'zoe', 'builder', 'harbour', 'office', 'boss'));
    // Somebody who may come to decide is a submitter, so that a chain can also be too thin for one idea.
    const [ann] = everybody;
    if (!ann) throw new Error('Nobody');
    for (const department of ['VOO', 'SBK', 'HAM', 'KUL']) {
      await town.submits(employee, { department });
      await town.submits(ann, { department });
    }
    await asksForMoney(town, employee, leader);
    await asksForMoney(town, ann, leader);
    const asked = await town.submits(employee);
    await town.acts(leader, asked.id, story.ask());
    await fc.assert(
      fc.asyncProperty(file, async (organisation) => {
        const deps = restarted(town, organisation);
        await clockLooks(deps);
        expect(await clockLooks(deps)).toBe(0);
        const turns = await Promise.all(
          everybody.map(async (person) => ({
            person,
            read: new Set(await ids(deps, person, 'all')),
            asked: new Set(await ids(deps, person, 'asked')),
          })),
        );
        for (const { id } of (await Promise.all([deps.ideas.allWaiting(), deps.ideas.allAsked()])).flat()) {
          const idea = await town.idea(id);
          // Who is asked by name reads what waits for them.
          if (idea.waiting && 'person' in idea.waiting && !idea.question) continue;
          const readers = turns.filter(({ read, asked }) => (idea.question ? asked : read).has(id));
          const able = await Promise.all(
            readers.map(async ({ person }) => {
              const roles = await rolesNow(deps, person, idea);
              return idea.question ? roles.has('decider') : isTheirTurn(person.ref, roles, idea);
            }),
          );
          const alone = organisation.innovationOffice.every(({ email }) => email === emailsOf('ann')[0]);
          // Where the office is the one whose idea it is, nobody is left: the file was too thin from the beginning.
          if (!organisation.lastResort && alone && idea.submitter === ann.ref) continue;
          expect({ id, stage: idea.stage, able: able.some(Boolean) }).toEqual({ id, stage: idea.stage, able: true });
        }
      }),
      { numRuns: 15 },
    );
  });

  async function ids(deps: Deps, person: Person, filter: 'all' | 'asked'): Promise<string[]> {
    const pages = await Promise.all([0, 1, 2].map((page) => myTurn(deps, person, filter, page)));
    return pages.flatMap(({ ideas }) => ideas.map(({ id }) => id));
  }
});

describe('what another organisation would do', () => {
  it('is told before it is done: queues that others would read, posts without people, and sums above a limit', async () => {
    const town = await appAtWork();
    const people = await town.allArrive('employee', 'leader', 'boss', 'builder');
    const asked = await asksForMoney(town, people.employee, people.leader);
    await town.submits(people.employee);
    await town.submits(people.employee);
    await town.submits(people.employee, { department: 'SBK' });
    const before = organisationOf({
      VOO: { leaders: ['leader', 'other-leader'], deputies: ['deputy'], managers: ['boss', 'second-boss'] },
      SBK: { leaders: ['builder'], managers: ['planner'] },
    });
    expect(await effectsOf(town.deps, before, before)).toEqual({ queues: [], sums: [], empty: [], thin: [] });

    const after = organisationOf({ VOO: { leaders: ['leader', 'nia'], managers: ['boss'] }, KUL: {} });
    for (const department of after.departments) department.costLimit = 50_000;
    const effects = await effectsOf(town.deps, before, after);
    const emails = (contacts: readonly { email: string }[]) => contacts.map(({ email }) => email.split('@')[0]);
    expect(effects.queues.map((one) => ({ ...one, before: emails(one.before), after: emails(one.after) }))).toEqual([
      { whose: 'leader', place: 'VOO', ideas: 2, before: ['leader', 'other-leader'], after: ['leader', 'nia'] },
      { whose: 'leader', place: 'SBK', ideas: 1, before: ['builder'], after: [] },
      { whose: 'managerMoney', place: 'VOO', ideas: 1, before: ['boss', 'second-boss'], after: ['boss'] },
    ]);
    expect(effects.sums).toEqual([{ id: asked, department: 'VOO', sum: 80_000, limit: 50_000, above: true }]);
    expect(effects.empty).toEqual([]);
    expect(effects.thin).toMatchObject([
      { department: 'KUL', on: 'ideas' },
      { department: 'KUL', on: 'money' },
    ]);
    const nobody = organisationOf({ VOO: {}, SBK: { leaders: ['builder'] } });
    expect((await effectsOf(town.deps, before, nobody)).empty).toEqual([
      { post: 'leaders', department: 'VOO' },
      { post: 'managers', department: 'VOO' },
      { post: 'managers', department: 'SBK' },
    ]);
  });
});
