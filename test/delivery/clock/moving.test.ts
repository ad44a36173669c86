import { processMoving } from '../../../src/delivery/clock/moving';
import { close, Town } from '../../../testing/scenes/town';

describe('somebody whose two references are one person’s', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  /** Six decisions are taken on the ideas of somebody who cannot be written to. */
  async function missesMuch(name: string): Promise<void> {
    const submitter = await town.arrives(name);
    const leader = await town.arrives('leader');
    await town.leaves(name);
    const ids: string[] = [];
    for (let count = 1; count <= 6; count++) ids.push((await town.submits(submitter, 'VOO', `Idé ${count}`)).id);
    for (const id of ids) await town.acts(leader, id, close);
    await town.deliveries().tick();
    expect(await town.parts().deliveries.ofPerson(submitter.ref, 'unreachable')).toHaveLength(6);
  }

  /** They are one person, under the reference of the second, with the account and the chat of `name`. */
  async function becomeOne(from: string, to: string, name: string): Promise<void> {
    const [gone, stays, { person, reach }] = [await town.read(from), await town.read(to), await town.read(name)];
    const as = { person, ...(reach && { reach }) };
    expect(await town.app.accounts.unite({ gone, stays, as, since: town.now })).toBe(true);
    const deliveries = town.deliveries();
    await processMoving(town.parts());
    await deliveries.tick();
    await processMoving(town.parts());
    await deliveries.tick();
  }

  it('gets what had waited under the reference that stays, as one card', async () => {
    await missesMuch('before');
    await town.arrives('anew');
    await becomeOne('anew', 'before', 'anew');
    expect(town.says('anew')).toHaveLength(1);
  });

  it('gets what had waited under the reference that goes, as one card', async () => {
    await missesMuch('named');
    await town.arrives('known');
    await becomeOne('named', 'known', 'known');
    expect(town.says('known')).toHaveLength(1);
  });
});
