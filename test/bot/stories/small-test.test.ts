import { funderFor } from '../../../src/app/idea/people/funders';
import { ideasOfDepartment } from '../../../src/app/person/posts/department-ideas';
import { type City, startCity } from '../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, usualIdea } from '../../../testing/scenes/everyday';
import { arrivals, explored, fills, following, kronor, notice, planned, stepsOn } from '../../../testing/scenes/told';
import type { Person } from '../../../testing/teams/person';

type Who = 'submitter' | 'leader' | 'manager' | 'unitManager';

/** A test that costs less than 5 000 kr, of an idea from Hemtjänst Norr. */
describe('a small test', () => {
  let city: City;
  let people: Record<Who, Person>;
  let story: ReturnType<typeof following<Who>>;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    people = await arrivals(city, {
      submitter: 'employee',
      leader: 'leader',
      manager: 'manager',
      unitManager: 'unitManager',
    });
    await worksIn('VOO.HTN');
    story = following(city, people);
    await story.news();
  });
  afterAll(() => city.stop());

  const worksIn = (department: string) =>
    people.submitter.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department } });
  const stored = () => story.idea(id);
  const card = (who: Who) => cardAbout(people[who], id);
  const counted = (done: number, count: number) => sv('idea.needs.count', { done, count });

  /** From the form to a plan of this cost with its four parts, by the submitter. */
  async function plans(cost: string, fields = {}): Promise<void> {
    id = await sendsIdea(people.submitter, fields);
    await city.delivers();
    await pressesOn(people.leader, id, 'Utforska idén', { person: 'submitter' });
    await city.delivers();
    await pressesOn(people.submitter, id, sv('button.acceptDriving'));
    await fills(people.submitter, id, ...explored);
    await pressesOn(people.submitter, id, sv('button.plan'));
    await fills(people.submitter, id, ...planned(cost, '2026-12-01', '2027-02-28'));
  }

  async function sendsAndIsApproved(): Promise<void> {
    await pressesOn(people.submitter, id, sv('button.submitPlan'));
    await city.delivers();
    await pressesOn(people.leader, id, sv('button.approvePlan'));
  }

  it('needs four parts of its driver', async () => {
    await plans('4 900 kr');
    expect(seenOn(card('submitter'))).toContain(counted(4, 4));
    expect(stepsOn(card('submitter'))[0]).toBe(sv('button.submitPlan'));
    expect(await stored()).toMatchObject({ smallTest: true, unit: 'HTN' });
  });

  it('gets its money from the unit’s own manager, and from nobody else', async () => {
    await pressesOn(people.submitter, id, sv('button.submitPlan'));
    await story.news();
    expect(seenOn(card('leader'))).toContain(
      sv('waits.task.approvePlan.manager', { department: 'Hemtjänst Norr', amount: kronor(4900) }),
    );
    await pressesOn(people.leader, id, sv('button.approvePlan'));
    const asked = notice('planApproved.funder', { who: people.leader.name, cost: kronor(4900) });
    expect(await story.news()).toMatchObject({ unitManager: [asked] });
    expect(() => card('manager')).toThrow();
    expect(await stored()).toMatchObject({ money: { asked: 4900, funder: 'unitManager' } });
    expect(seenOn(await people.submitter.says(id))).toContain(sv('waits.for', { who: 'chefen för Hemtjänst Norr' }));
    expect(await story.lists(people.unitManager, 'min tur')).toEqual([id]);
    expect(await story.lists(people.manager, 'min tur')).toEqual([]);
    // What a unit's own manager decides on is decided on in the department: a merge counts it.
    expect(await ideasOfDepartment(city.app, 'VOO')).toMatchObject({ open: 1, deciding: 1 });
    // The department's manager may read it, and not grant it.
    expect(stepsOn(await people.manager.says(id))).not.toContain(sv('button.grant'));
    const typed = await people.unitManager.says('ok go ahead with 3000');
    expect(seenOn(typed)).toContain(sv('quote.moneyHeading', { title: usualIdea.title }));

    await people.unitManager.says(id);
    const granted = await pressesOn(people.unitManager, id, sv('button.grant'));
    expect(seenOn(granted)).toContain(sv('stage.piloting'));
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);
    const why = allOn(await people.submitter.says(`varför ${id}`));
    for (const words of [people.unitManager.name, 'Hemtjänst Norr', 'Delegationsordning VOO 2026, punkt 4.2']) {
      expect(why).toContain(words);
    }
  });

  it('that becomes dearer before it is sent asks for the rest of a plan, and goes to the department’s manager', async () => {
    await plans('4 000');
    await pressesOn(people.submitter, id, sv('button.plan')).catch(() => undefined);
    await people.submitter.presses({
      verb: 'panel',
      data: { verb: 'panel', idea: id, panel: 'part', part: 'cost' },
    });
    await pressesOn(people.submitter, id, 'Spara', { cost: '6 000' });
    expect(seenOn(card('submitter'))).toContain(counted(4, 7));
    expect(stepsOn(card('submitter'))).not.toContain(sv('button.submitPlan'));
    expect((await stored()).smallTest).toBeUndefined();
    await fills(
      people.submitter,
      id,
      ['goal', { measure: 'Sena besök i veckan', today: '30', target: '10' }],
      ['partners', { partners: 'ingen' }],
      ['procurement', { procurement: 'no' }],
    );
    await sendsAndIsApproved();
    expect(await stored()).toMatchObject({ money: { asked: 6000, funder: 'manager' } });
  });

  it('that costs nothing asks nobody for money', async () => {
    await plans('0');
    expect(seenOn(card('submitter'))).toContain(counted(4, 4));
    await sendsAndIsApproved();
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);
  });

  it('goes to the department’s manager where the unit has none who may decide, or a name is kept', async () => {
    await plans('4 999');
    const idea = await stored();
    const funder = (change: object) => funderFor(city.app, { ...idea, ...change }, 4999);
    const [{ waiting }] = [await stored()];
    expect(waiting).toBeDefined();
    const unitManager = await city.app.people.contacts([people.unitManager.email]);
    const ref = unitManager.get(people.unitManager.email)?.ref ?? '';
    expect(await funder({})).toBe('unitManager');
    expect(await funder({ driver: { person: ref, accepted: true } })).toBe('manager');
    expect(await funder({ coSubmitters: [ref] })).toBe('manager');
    expect(await funder({ unit: undefined })).toBe('manager');
    expect(await funder({ department: 'MIL' })).toBe('manager');
    expect(await funder({ confidential: true })).toBe('manager');
    // Written before there were small tests, or dearer: the department's manager, as before.
    expect(await funder({ smallTest: undefined })).toBe('manager');
  });

  it('moves on to the department’s manager when the unit’s has none left', async () => {
    await sendsAndIsApproved();
    expect(await stored()).toMatchObject({ money: { funder: 'unitManager' } });
    const organisation = structuredClone(city.organisation());
    for (const unit of organisation.departments.flatMap(({ units }) => units))
      if (unit.code === 'HTN') unit.managers = [];
    await city.restarts(organisation);
    await story.news();
    expect(await stored()).toMatchObject({ waiting: { for: 'funder' }, money: { funder: 'manager' } });
    await pressesOn(people.manager, id, sv('button.grant'));
    expect(await story.standing(id)).toEqual(['piloting', 'submitter']);
  });
});
