import { changePerson } from '../../../src/app/person/change-person';
import { confirmPosts } from '../../../src/app/person/posts/check-posts';
import { staffHappening } from '../../../src/app/staff-happenings';
import { days, organisationFile, Town } from '../../../testing/scenes/town';

describe('whether the posts of a department are right', () => {
  let town: Town;
  const asked = (name: string) => town.says(name).filter((text) => text.includes('Stämmer det som står om'));
  const ticks = async (...bots: { tick(): Promise<unknown> }[]) => {
    await Promise.all((bots.length > 0 ? bots : [town.deliveries()]).map((bot) => bot.tick()));
  };
  /** Days pass as they do for a bot that runs, each with a look. */
  const passes = async (count: number) => {
    for (let day = 0; day < count; day++) {
      town.pass(days(1));
      await ticks();
    }
  };
  const everybody = ['leader', 'other-leader', 'planner', 'manager', 'boss', 'office'];

  beforeEach(async () => {
    town = await Town.inForce('2027-01-27T09:00:00.000Z', organisationFile);
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('is asked of its managers twice a year, on a day when people are at work, once, and not of a town that has just begun', async () => {
    for (const name of everybody) await town.arrives(name);
    await ticks();
    expect(asked('manager')).toHaveLength(0);
    town.pass(days(4));
    await ticks();
    // A Sunday.
    expect(asked('manager')).toHaveLength(0);
    town.pass(days(1));
    await ticks(town.deliveries(), town.deliveries());
    await ticks();
    expect(everybody.map((name) => asked(name).length)).toEqual([0, 0, 0, 1, 1, 0]);
    expect(town.shows('manager')).toMatch(/Stämmer det här\?[\s\S]*Vård och omsorg[\s\S]*leader/);
  });

  it('is not asked of another manager any more when one has said so; only who answers for it may say it', async () => {
    const file = structuredClone(organisationFile);
    const [care] = file.departments;
    care?.managers.push({ name: 'late', email: 'late@example.org', title: 'Demo' });
    await town.close();
    town = await Town.inForce('2027-01-29T09:00:00.000Z', file);
    for (const name of everybody) await town.arrives(name);
    await ticks();
    await passes(3);
    expect(asked('manager')).toHaveLength(1);
    const [leader, manager] = [(await town.read('leader')).person, (await town.read('manager')).person];
    expect(await confirmPosts(town.app, leader, 'VOO')).toMatchObject({ ok: false });
    expect(await confirmPosts(town.app, manager, 'VOO')).toMatchObject({ ok: true });
    await town.arrives('late');
    await ticks();
    expect(asked('late')).toHaveLength(0);
  });

  it('is asked of the office as well where no manager can be written to, in words of its own', async () => {
    for (const name of everybody.filter((one) => one !== 'boss')) await town.arrives(name);
    await ticks();
    await passes(5);
    // Of the department whose manager has never come.
    expect([asked('manager').length, asked('office').length]).toEqual([1, 1]);
    expect(town.shows('office')).toMatch(/Stadsbyggnad[\s\S]*Jag frågar två gånger om året/);
  });

  it('is asked on the next day of a leader who is gone, as a source says, also of one who has never come', async () => {
    for (const name of ['manager', 'boss', 'office']) await town.arrives(name);
    await ticks();
    const before = asked('boss').length;
    const happens = staffHappening(town.app, { name: 'file', tenant: 'town' });
    await happens({ kind: 'gone', who: 'planner@example.org' });
    await passes(1);
    expect(asked('boss')).toHaveLength(before + 1);
    expect(town.shows('boss')).toContain('planner är borta eller har slutat enligt personaluppgifterna.');
    await passes(5);
    expect(asked('boss').length - before).toBeLessThanOrEqual(2);
  });

  it('is not asked where nothing can be changed in the chat', async () => {
    await town.close();
    town = await Town.open('2027-01-27T09:00:00.000Z', organisationFile);
    for (const name of everybody) await town.arrives(name);
    await passes(14);
    expect(everybody.flatMap((name) => asked(name))).toEqual([]);
  });

  it('is asked at once when who leads has been out of reach for a week, once for the same people', async () => {
    for (const name of everybody) await town.arrives(name);
    // They remove the bot.
    await changePerson(town.app, await town.read('planner'), ({ person }) => ({ person }));
    await passes(6);
    const before = asked('boss').length;
    await passes(4);
    expect(asked('boss')).toHaveLength(before + 1);
    expect(town.shows('boss')).toContain('Jag har inte fått tag på planner på en vecka.');
    const managers = asked('manager').length;
    await passes(10);
    expect([asked('boss').length, asked('manager').length]).toEqual([before + 1, managers]);
  });
});
