import { catchUpRun, eventRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../support/card';
import { close, days, Town } from './town';

describe('somebody who installs the bot', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('gets the idea that has waited for a week, once, though Teams tells of the installation twice', async () => {
    const submitter = await town.arrives('submitter');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    const waiting = await town.read('leader');
    const row = () => town.parts().deliveries.get({ person: waiting.person.ref, run: eventRun(id, 1) });
    expect(await row()).toMatchObject({ state: 'unreachable', reason: 'not installed' });

    town.pass(days(7));
    const { ref } = await town.arrives('leader');
    await Promise.all([deliveries.installed(ref), deliveries.installed(ref)]);
    await deliveries.tick();
    expect(textsOf(cardsIn(town.chat('leader')[0]?.activity ?? {})[0]).join(' ')).toContain('Cykelpool');
    expect(town.says('leader')).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('gets one card that sums up when more than three messages waited', async () => {
    const submitter = await town.arrives('submitter');
    const deliveries = town.deliveries();
    const ids: string[] = [];
    for (let count = 1; count <= 4; count++) ids.push((await town.submits(submitter, 'VOO', `Idé ${count}`)).id);
    await deliveries.tick();
    const { ref } = await town.arrives('leader');
    await Promise.all([deliveries.installed(ref), deliveries.installed(ref)]);
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    const texts = textsOf(cardsIn(town.chat('leader')[0]?.activity ?? {})[0]);
    expect(texts).toEqual(expect.arrayContaining(['Idé 1', 'Idé 2', 'Idé 3', 'Idé 4']));
    const { deliveries: rows } = town.parts();
    for (const id of ids) {
      expect(await rows.get({ person: ref, run: eventRun(id, 1) })).toMatchObject({
        state: 'moot',
        reason: 'summed up',
      });
    }
    expect(await rows.get({ person: ref, run: catchUpRun(town.now) })).toMatchObject({ state: 'sent' });
  });

  it('is not asked for what has been answered meanwhile', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    await town.acts(leader, id, close);
    await deliveries.tick();
    const { ref } = await town.arrives('other-leader');
    await deliveries.installed(ref);
    await deliveries.tick();
    expect(town.says('other-leader')).toEqual([]);
  });

  it('gets what came while the bot was removed, when they come back', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    await town.leaves('submitter');
    await town.acts(leader, id, close);
    await deliveries.tick();
    expect(town.says('submitter')).toEqual([]);
    await town.arrives('submitter');
    await deliveries.installed(submitter.ref);
    await deliveries.tick();
    expect(town.says('submitter')).toHaveLength(1);
  });
});
