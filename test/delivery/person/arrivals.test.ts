import { noteArrival, oweWhatWaited } from '../../../src/delivery/person/arrivals';
import { catchUpRun, eventRun } from '../../../src/store/keys';
import { inLanguage } from '../../../src/text/index';
import { cardsIn, textsOf } from '../../../testing/cards/card';
import { close, days, minutes, Town } from '../../../testing/scenes/town';

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
    expect(texts).toContain(inLanguage('sv')('notice.stop'));
  });

  it('gets the news of their own ideas on that card, not only what waits for them', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const deliveries = town.deliveries();
    await town.leaves('submitter');
    const ids: string[] = [];
    for (let count = 1; count <= 6; count++) ids.push((await town.submits(submitter, 'VOO', `Idé ${count}`)).id);
    for (const id of ids) await town.acts(leader, id, close);
    await deliveries.tick();
    await town.arrives('submitter');
    await deliveries.installed(submitter.ref);
    await deliveries.tick();
    expect(town.says('submitter')).toHaveLength(1);
    const texts = textsOf(cardsIn(town.chat('submitter')[0]?.activity ?? {})[0]).join(' ');
    expect(texts).toContain(inLanguage('sv')('caughtUp.news', { count: 6 }));
    expect(texts).toContain('Avslutad');
    expect(texts).toContain('Idé 6');
  });

  it('gets one card also when the bot died while it was putting it together', async () => {
    const submitter = await town.arrives('submitter');
    for (let count = 1; count <= 5; count++) await town.submits(submitter, 'VOO', `Idé ${count}`);
    await town.deliveries().tick();
    const { ref } = await town.arrives('leader');
    const parts = town.parts();
    const row = await parts.deliveries.get(await noteArrival(parts, ref));
    if (!row) throw new Error('not noted');
    let changes = 0;
    const change: typeof parts.deliveries.change = (before, after) => {
      if (++changes === 4) throw new Error('killed');
      return parts.deliveries.change(before, after);
    };
    await expect(oweWhatWaited({ ...parts, deliveries: { ...parts.deliveries, change } }, row)).rejects.toThrow(
      'killed',
    );
    town.pass(minutes(2));
    await town.deliveries().tick();
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await parts.deliveries.ofPerson(ref, 'unreachable')).toEqual([]);
  });

  it('gets what waited also when the bot died before it could say so: it was noted before', async () => {
    const submitter = await town.arrives('submitter');
    await town.submits(submitter);
    const deliveries = town.deliveries();
    await deliveries.tick();
    const { person } = await town.read('leader');
    await deliveries.arriving(person.ref);
    await town.arrives('leader');
    const next = town.deliveries();
    await next.tick();
    await next.tick();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('of whom it was only said that they come is waited for a little, and no more', async () => {
    const submitter = await town.arrives('submitter');
    await town.submits(submitter);
    const deliveries = town.deliveries();
    await deliveries.tick();
    const { person } = await town.read('leader');
    await deliveries.arriving(person.ref);
    for (let count = 0; count < 8; count++) {
      await deliveries.tick();
      town.pass(minutes(1));
    }
    const row = () => town.parts().deliveries.get({ person: person.ref, run: 'arrival' });
    expect(await row()).toMatchObject({ state: 'moot', reason: 'not installed' });
    await deliveries.arriving(person.ref);
    expect(await row()).toMatchObject({ state: 'owed', tries: 0 });
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
