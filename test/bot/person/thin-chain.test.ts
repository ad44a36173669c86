import type { Organisation } from '../../../src/domain/organisation/organisation';
import { startCity } from '../../../testing/scenes/city';
import { addressOf } from '../../../testing/scenes/city-people';
import { seenOn, summariesOf, sv } from '../../../testing/scenes/everyday';

/** Health and social care where only one person can decide on ideas. */
function thin(organisation: Organisation): Organisation {
  const next = structuredClone(organisation);
  next.innovationOffice = next.innovationOffice.filter(({ email }) => email === addressOf('office'));
  for (const care of next.departments.filter(({ code }) => code === 'VOO')) {
    for (const place of [care, ...care.units]) Object.assign(place, { leaders: [], deputies: [] });
  }
  return next;
}

describe('a department where only one person can decide', () => {
  it('is told to its manager, once, also after restarts, and the bot works', async () => {
    const city = await startCity();
    const manager = await city.arrives('manager');
    const other = await city.arrives('environmentLeader');
    const organisation = thin(city.organisation());
    for (let start = 0; start < 3; start++) {
      await city.restarts(organisation);
      await city.delivers();
    }
    const values = { department: 'Vård och omsorg', count: 1 };
    const told = summariesOf(manager).filter((one) => one === sv('note.thin.ideas', values));
    expect(told).toHaveLength(1);
    const card = manager.chat().at(-1)?.card;
    expect(seenOn({ card })).toContain(sv('note.thin.do.ideas', { office: 'Innovationskontoret' }));
    expect(seenOn({ card })).toContain(sv('note.why.manager', values));
    expect(summariesOf(other).join()).not.toContain(sv('note.thin.ideas', values));
    expect(seenOn(await manager.says('hjälp'))).toContain(sv('help.heading'));
    // The one who can decide has not met the bot, and is called as the file calls them.
    const office = addressOf('office');
    const ref = (await city.app.people.contacts([office])).get(office)?.ref ?? '';
    const { name } = city.app.directory().contact(office) ?? {};
    expect((await city.app.people.byRef(ref))?.person.name).toBe(name);
    await city.stop();
  });

  it('is told to nobody where there are enough', async () => {
    const city = await startCity();
    const manager = await city.arrives('manager');
    await city.delivers();
    expect(summariesOf(manager)).toHaveLength(1);
    await city.stop();
  });
});
