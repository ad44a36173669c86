import { weekToSend } from '../../src/delivery/digest-run';
import { nextMorning } from '../../src/delivery/morning';
import { eventRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../support/card';
import { close, days, explore, hours, Town } from './town';

describe('reminders', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('come once, the morning after the answer date, to the one who is waited for and to the submitter', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const deliveries = [town.deliveries(), town.deliveries()];
    const { id } = await town.submits(submitter);
    await deliveries[0]?.tick();

    town.pass(days(14));
    await deliveries[0]?.tick();
    expect(town.says('leader')).toHaveLength(1);
    town.pass(days(1));
    await Promise.all(deliveries.map((one) => one.tick()));
    await Promise.all(deliveries.map((one) => one.tick()));
    expect(town.says('leader')).toHaveLength(2);
    expect(town.says('submitter')).toHaveLength(1);
    expect((await town.app.ideas.load(id))?.idea).toMatchObject({ reminded: true, seq: 2 });
  });

  it('do not come to somebody who has turned them off, nor for what was answered in time', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('other-leader');
    await town.prefers('other-leader', { reminders: false });
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    const answered = await town.submits(submitter, 'VOO', 'Skjul för cyklar');
    await town.acts(leader, answered.id, close);
    await deliveries.tick();
    const before = town.says('other-leader').length;
    town.pass(days(16));
    await deliveries.tick();
    expect(town.says('other-leader')).toHaveLength(before);
    const { deliveries: rows } = town.parts();
    const other = (await town.read('other-leader')).person.ref;
    expect(await rows.get({ person: other, run: eventRun(id, 2) })).toMatchObject({
      state: 'moot',
      reason: 'reminders off',
    });
    expect((await town.app.ideas.load(answered.id))?.idea.seq).toBe(2);
  });
});

describe('a leader who wants new ideas once a day', () => {
  it('gets one card with all that waits, the next morning, and none when nothing waits', async () => {
    const town = await Town.open('2026-11-24T09:00:00.000Z');
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const other = await town.arrives('other-leader');
    await town.prefers('leader', { newIdeas: 'daily' });
    const deliveries = town.deliveries();
    await town.submits(submitter, 'VOO', 'En första idé');
    await town.submits(submitter, 'VOO', 'En andra idé');
    await deliveries.tick();
    expect(town.says('leader')).toEqual([]);
    expect(town.says('other-leader')).toHaveLength(2);

    town.pass(hours(22));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    const texts = textsOf(cardsIn(town.chat('leader')[0]?.activity ?? {})[0]);
    expect(texts).toEqual(expect.arrayContaining(['En första idé', 'En andra idé']));

    const { id } = await town.submits(submitter, 'VOO', 'En tredje idé');
    for (const { id: waiting } of await town.app.ideas.waiting('leader.VOO')) await town.acts(other, waiting, explore);
    expect(id).toBeTruthy();
    town.pass(hours(24));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    await town.close();
  });
});

describe('the week to send', () => {
  const monday = { day: 1, hour: 8, timeZone: 'Europe/Stockholm' };

  it.each([
    ['an hour before', '2026-11-23T06:59:00.000Z', undefined],
    ['at the hour', '2026-11-23T07:00:00.000Z', '2026-W47'],
    ['two days late, because the bot was down', '2026-11-25T07:00:00.000Z', '2026-W47'],
    ['later than that', '2026-11-25T07:00:01.000Z', undefined],
    ['in summer time', '2026-07-06T06:00:00.000Z', '2026-W27'],
    ['on the Monday after clocks went forward', '2026-03-30T06:00:00.000Z', '2026-W13'],
    ['not an hour early by winter time’s reckoning', '2026-03-30T05:59:59.000Z', undefined],
    ['on the Monday after clocks went back', '2026-10-26T07:00:00.000Z', '2026-W43'],
    ['after a year with 53 weeks', '2027-01-04T07:00:00.000Z', '2026-W53'],
  ])('is found %s', (_when, now, week) => {
    expect(weekToSend(now, monday)).toBe(week);
  });

  it('is the last whole week also where digests come on another day', () => {
    const friday = { day: 5, hour: 15, timeZone: 'Europe/Stockholm' };
    expect(weekToSend('2026-11-27T13:59:00.000Z', friday)).toBeUndefined();
    expect(weekToSend('2026-11-27T14:00:00.000Z', friday)).toBe('2026-W47');
    expect(weekToSend('2026-11-29T14:00:00.000Z', friday)).toBe('2026-W47');
    expect(weekToSend('2026-11-30T14:00:00.000Z', friday)).toBeUndefined();
  });

  it('waits until what was written in the week’s last minutes is surely there', () => {
    const midnight = { day: 1, hour: 0, timeZone: 'Europe/Stockholm' };
    expect(weekToSend('2026-11-22T23:09:59.000Z', midnight)).toBeUndefined();
    expect(weekToSend('2026-11-22T23:10:00.000Z', midnight)).toBe('2026-W47');
  });
});

describe('the next morning', () => {
  it.each([
    ['2026-11-24T06:59:00.000Z', '2026-11-24T07:00:00.000Z', '2026-11-24'],
    ['2026-11-24T07:00:00.000Z', '2026-11-25T07:00:00.000Z', '2026-11-25'],
    ['2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z', '2026-03-29'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T07:00:00.000Z', '2026-10-25'],
  ])('after %s begins at %s', (now, at, day) => {
    expect(nextMorning(now, 'Europe/Stockholm')).toEqual({ at, day });
  });
});
