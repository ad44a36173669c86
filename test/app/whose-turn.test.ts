import { myTurn } from '../../src/app/idea/lists/my-turn.js';
import type { Person } from '../../src/domain/person/person.js';
import * as story from '../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../testing/scenes/app-at-work.js';

let town: AppAtWork;
beforeEach(async () => {
  town = await appAtWork();
});

const turnOf = async (person: Person) => (await myTurn(town.deps, person, 'all', 0)).ideas.map(({ id }) => id);

/** An idea that waits for money of the manager, or of the innovation office. */
async function asksForMoney(submitter: Person, leader: Person, funder: 'manager' | 'office'): Promise<string> {
  const { id } = await town.submits(submitter);
  await town.acts(leader, id, story.exploreWith(leader.ref));
  for (const [, command] of [...story.explored(), [story.driver, story.plan] as const, ...story.planned(80_000)]) {
    await town.acts(leader, id, command);
  }
  await town.acts(leader, id, story.sendOwnPlan(funder));
  return id;
}

describe('whose turn it is', () => {
  it('money: the manager’s or the office’s, and no leader’s', async () => {
    const { employee, leader, boss, office } = await town.allArrive('employee', 'leader', 'boss', 'office');
    const small = await asksForMoney(employee, leader, 'manager');
    const large = await asksForMoney(employee, leader, 'office');
    expect([await turnOf(boss), await turnOf(office), await turnOf(leader)]).toEqual([[small], [large], []]);
    await town.acts(boss, small, story.grant(80_000));
    await town.acts(office, large, story.declineMoney());
    expect([await turnOf(boss), await turnOf(office)]).toEqual([[], []]);
    expect((await turnOf(leader)).sort()).toEqual([small, large].sort());
  });

  it('money: not the manager’s who had the idea together with somebody', async () => {
    const { boss, leader } = await town.allArrive('boss', 'leader', 'second-boss', 'employee');
    const secondBoss = await town.arrives('second-boss');
    const id = await asksForMoney(boss, leader, 'manager');
    expect([await turnOf(boss), await turnOf(secondBoss)]).toEqual([[], [id]]);
  });

  it('an idea is in no queue of a leader who had it together with somebody', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'other-leader');
    const { id } = await town.submits(employee);
    expect(await turnOf(leader)).toEqual([id]);
    await town.acts(employee, id, story.addCoSubmitter(leader.ref));
    await town.acts(leader, id, story.acceptJoining);
    expect(await turnOf(leader)).toEqual([]);
    expect(await turnOf(await town.arrives('other-leader'))).toEqual([id]);
  });

  it('follows the idea to the driver, back, and to the owner', async () => {
    const { employee, leader, colleague } = await town.allArrive('employee', 'leader', 'colleague');
    const { id } = await town.submits(employee);
    await town.acts(leader, id, story.exploreWith(colleague.ref));
    expect([await turnOf(leader), await turnOf(colleague)]).toEqual([[], [id]]);
    await town.acts(colleague, id, story.declineDriving());
    expect([await turnOf(leader), await turnOf(colleague)]).toEqual([[id], []]);
    await town.acts(leader, id, story.nameDriver(employee.ref));
    expect([await turnOf(leader), await turnOf(employee)]).toEqual([[], [id]]);
  });
});
