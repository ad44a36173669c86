import { actOnIdea } from '../../../src/app/idea/act-on-idea';
import { moveOn } from '../../../src/app/idea/clock/move-on';
import type { Command } from '../../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Department, Organisation } from '../../../src/domain/organisation/organisation';
import { accept } from '../../../src/domain/result';
import * as story from '../../../testing/samples/idea/story';
import { type City, minutes, startCity } from '../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, summariesOf, sv, titlesOn } from '../../../testing/scenes/everyday';
import type { Person } from '../../../testing/teams/person';

/** The organisation with its health and social care changed, or without it. */
function withCare(
  organisation: Organisation,
  change: (care: Department) => Partial<Department> | undefined,
): Organisation {
  const next = structuredClone(organisation);
  next.departments = next.departments.flatMap((department) => {
    if (department.code !== 'VOO') return [department];
    const now = change(department);
    return now ? [{ ...department, ...now }] : [];
  });
  return next;
}

const nobody = { leaders: [], deputies: [] };
const vacant = (care: Department) => ({
  ...nobody,
  units: care.units.map((unit) => ({ ...unit, ...nobody })),
});

describe('a post that nobody has any more', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let office: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    [employee, leader, office] = [
      await city.arrives('employee'),
      await city.arrives('leader'),
      await city.arrives('office'),
    ];
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterEach(() => city.stop());

  const restartsWith = async (change: (care: Department) => Partial<Department> | undefined) => {
    await city.restarts(withCare(city.organisation(), change));
    await city.delivers();
  };
  const toldOf = (person: Person, key: 'notice.movedOn.deciders' | 'notice.movedOn.funder') =>
    summariesOf(person).filter((summary) => summary === sv(key)).length;

  async function acts(person: Person, command: Command): Promise<void> {
    const identity = { tenant: person.member.tenantId, objectId: person.aadObjectId };
    const me = (await city.app.people.byIdentity(identity))?.person;
    if (!me) throw new Error(`${person.name} has not arrived`);
    const request = {
      id,
      idempotencyKey: newIdempotencyKey(city.app.random),
      type: command.type,
      command: () => accept(command),
    };
    const outcome = await actOnIdea(city.app, me, request);
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  }
  const refOf = async ({ email }: Person) => (await city.app.people.contacts([email])).get(email)?.ref ?? '';

  async function asksForMoney(): Promise<void> {
    await acts(leader, story.exploreWith(await refOf(leader)));
    const steps = [...story.explored(), [leader, story.plan] as const, ...story.planned(80_000)];
    for (const [, command] of steps) await acts(leader, command);
    await acts(leader, story.sendOwnPlan());
  }

  it.each([
    ['nobody leads or deputises there', vacant],
    ['the department is gone', () => undefined],
  ])('lets its ideas go to the office when %s: told once, and in its "Min tur"', async (_why, change) => {
    expect(toldOf(office, 'notice.movedOn.deciders')).toBe(0);
    await restartsWith(change);
    expect(toldOf(office, 'notice.movedOn.deciders')).toBe(1);
    expect(seenOn(await office.says('min tur'))).toContain('Cykelpool');
    await city.delivers();
    await city.restarts(city.organisation());
    await city.delivers();
    expect(toldOf(office, 'notice.movedOn.deciders')).toBe(1);
    expect(titlesOn(cardAbout(office, id))).toContain('Utforska idén');
    await pressesOn(office, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('exploring');
    expect(seenOn(await employee.says(id))).not.toContain('undefined');
  });

  it('tells of many ideas in the day card, and in no message each', async () => {
    for (const title of ['Cykelställ', 'Elbilar', 'Regnkläder', 'Frukost']) await sendsIdea(employee, { title });
    await city.delivers();
    await restartsWith(vacant);
    expect(toldOf(office, 'notice.movedOn.deciders')).toBe(0);
    expect(summariesOf(office).filter((one) => one === sv('note.movedOn.text', { count: 5 }))).toEqual([]);
    city.pass(minutes(2));
    await city.delivers();
    const [day, ...more] = summariesOf(office).filter((one) => one.startsWith(sv('day.heading')));
    expect([day, more]).toEqual([expect.stringContaining('5 saker väntar på dig'), []]);
    expect(seenOn(await office.says('min tur'))).toContain('Regnkläder');
  });

  it('lets its money go to the office when the manager is gone', async () => {
    await city.arrives('manager');
    await asksForMoney();
    await city.delivers();
    await restartsWith(() => ({ managers: [] }));
    expect(toldOf(office, 'notice.movedOn.funder')).toBe(1);
    expect(seenOn(await office.says('min tur'))).toContain('Cykelpool');
    expect(titlesOn(cardAbout(office, id))).toContain('Bevilja allt');
  });

  it('lets money go to the office as soon as the only manager has become a submitter', async () => {
    const manager = await city.arrives('manager');
    await asksForMoney();
    await city.delivers();
    await acts(employee, story.addCoSubmitter(await refOf(manager)));
    await city.delivers();
    expect(toldOf(office, 'notice.movedOn.funder')).toBe(0);
    await acts(manager, story.acceptJoining);
    await city.delivers();
    expect(toldOf(office, 'notice.movedOn.funder')).toBe(1);
    expect((await city.app.ideas.load(id))?.idea.money?.funder).toBe('office');
    expect(await moveOn(city.app, id)).toBe(false);
  });

  it('is told to the one who comes next only where they can decide: the deputy before the office', async () => {
    const deputy = await city.arrives('deputy');
    await restartsWith(({ units }) => ({ leaders: [], units: units.map((unit) => ({ ...unit, leaders: [] })) }));
    expect([toldOf(deputy, 'notice.movedOn.deciders'), toldOf(office, 'notice.movedOn.deciders')]).toEqual([1, 0]);
  });
});
