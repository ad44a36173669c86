import { rememberForgotten } from '../../src/app/idea/clock/forgotten-ideas';
import { createClockWork } from '../../src/delivery/clock/clock-work';
import { createDeliveries } from '../../src/delivery/deliveries';
import { weekToSend } from '../../src/delivery/digest/digest-run';
import { nextMorning } from '../../src/delivery/morning';
import { alwaysOpen } from '../../src/domain/organisation/calendar/calendar';
import { createSettings } from '../../src/domain/organisation/settings';
import { instantOf, millisecondsOf } from '../../src/domain/time';
import { dueKey, eventRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../../testing/cards/card';
import { exampleOrganisation } from '../../testing/samples/organisation/example-organisation';
import { close, days, explore, hours, minutes, Town } from '../../testing/scenes/town';
import { tooManyRequests } from '../../testing/teams/misbehaviour';

describe('reminders', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('come once, the morning after the answer date, in the day cards of those who are waited for and of the submitter', async () => {
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
    town.pass(minutes(2));
    await Promise.all(deliveries.map((one) => one.tick()));
    await Promise.all(deliveries.map((one) => one.tick()));
    expect(town.says('leader')).toHaveLength(2);
    expect(town.says('submitter')).toHaveLength(1);
    for (const name of ['leader', 'submitter']) {
      const [card] = cardsIn(town.chat(name).at(-1)?.activity ?? {});
      expect(textsOf(card)).toEqual(expect.arrayContaining(['I dag', 'Cykelpool för hemtjänsten']));
    }
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

describe('ideas of an earlier version', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => town.close());

  it('get their dates once, whichever instance begins, though one of them cannot be read', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const { id } = await town.submits(submitter);
    const odd = await town.submits(submitter, 'VOO', 'Skjul för cyklar');
    town.pass(days(15));
    await town.deliveries().tick();
    const { runs } = town.parts();
    expect((await runs.get('lists', '2'))?.finishedAt).toBeDefined();

    const ideas = { ...town.app.ideas };
    const loads: string[] = [];
    const parts = town.parts();
    const app = {
      ...parts.app,
      ideas: {
        ...ideas,
        load: async (one: string) => {
          loads.push(one);
          if (one === odd.id) throw new RangeError('An unknown stage');
          return ideas.load(one);
        },
      },
    };
    const failed: string[] = [];
    await rememberForgotten(app, undefined, (one) => failed.push(one));
    expect(failed).toEqual([odd.id]);
    expect(loads).toContain(id);
    loads.length = 0;
    await createClockWork({ ...parts, app }).tick();
    expect(loads).toEqual([]);
  });
});

describe('what is due', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => town.close());
  const reminded = async (id: string) => (await town.app.ideas.load(id))?.idea.reminded;

  it('is done though much stands before it that this version of the bot does not know', async () => {
    const submitter = await town.arrives('submitter');
    const { id } = await town.submits(submitter);
    const unknown = Array.from({ length: 300 }, (_, n) => ({
      partitionKey: 'town|0',
      rowKey: dueKey('2026-01-01T00:00:00.000Z', `Z${n}`, 'later'),
    }));
    for (const part of [unknown.slice(0, 100), unknown.slice(100, 200), unknown.slice(200)]) {
      await town.storage.ideas.submitTransaction(part.map((row) => ['create', row]));
    }
    town.pass(days(16));
    await town.deliveries().tick();
    expect(await reminded(id)).toBe(true);
  });

  it('waits as long as the clock is wrong, for what a date brings cannot be taken back', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('manager');
    const { id } = await town.submits(submitter);
    let right = false;
    const deliveries = createDeliveries({ ...town.source(), clockIsRight: async () => right });
    town.now = '2026-12-14T09:00:00.000Z';
    await deliveries.tick();
    expect(await reminded(id)).toBe(false);
    expect(await town.parts().runs.get('digest', '2026-W50')).toBeUndefined();
    right = true;
    await deliveries.tick();
    expect(await reminded(id)).toBe(true);
    expect(await town.parts().runs.get('digest', '2026-W50')).toMatchObject({ recipients: 3 });
  });

  it('that was missed for weeks is caught up once, a hundred at a look, by whichever instances are there', async () => {
    const submitter = await town.arrives('submitter');
    await Promise.all(Array.from({ length: 104 }, (_, n) => town.submits(submitter, 'VOO', `Idé ${n}`)));
    town.pass(days(41));
    const parts = town.parts();
    const done = async () => {
      const since = await town.app.ideas.log('2026-12-01T00:00:00.000Z', '2027-12-01T00:00:00.000Z');
      return since.map(({ event, id }) => `${event.type} ${id}`);
    };
    await createClockWork(parts).tick();
    expect(await done()).toHaveLength(100);
    await Promise.all([createClockWork(parts).tick(), createClockWork(parts).tick()]);
    await createClockWork(parts).tick();
    const all = await done();
    expect(all).toHaveLength(104);
    expect(new Set(all).size).toBe(104);
    expect(all.every((one) => one.startsWith('reminded '))).toBe(true);
  });

  it.each([
    ['the night when clocks go forward', '2026-03-13T09:00:00.000Z', '2026-03-30T06:00:00.000Z'],
    ['the night when clocks go back', '2026-10-09T09:00:00.000Z', '2026-10-26T07:00:00.000Z'],
    ['the turn of a year with 53 weeks', '2026-12-18T09:00:00.000Z', '2027-01-05T07:00:00.000Z'],
  ])('comes at eight in the morning by people’s clocks after %s', async (_night, submitted, eight) => {
    town.now = submitted;
    const { id } = await town.submits(await town.arrives('submitter'));
    const deliveries = town.deliveries();
    town.now = instantOf(millisecondsOf(eight) - 1000);
    await deliveries.tick();
    expect(await reminded(id)).toBe(false);
    town.now = instantOf(millisecondsOf(eight) + 1);
    await deliveries.tick();
    expect(await reminded(id)).toBe(true);
  });

  it('that fell due while the bot was down, and is found on a Saturday, waits for Monday', async () => {
    const { id } = await town.submits(await town.arrives('submitter'));
    const deliveries = town.deliveries();
    town.now = '2026-12-12T09:00:00.000Z';
    await deliveries.tick();
    expect(await reminded(id)).toBe(false);
    town.now = '2026-12-14T09:00:00.000Z';
    await deliveries.tick();
    expect(await reminded(id)).toBe(true);
  });

  it('is not put off for days by a clock that was days ahead for a moment', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.submits(submitter);
    const { now } = town;
    town.pass(days(10));
    town.connector.misbehave(({ kind }) => kind === 'post', [tooManyRequests()]);
    await town.deliveries().tick();
    expect(town.says('leader')).toEqual([]);
    town.now = now;
    town.pass(minutes(1));
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
  });
});

describe('a leader who wants new ideas once a day', () => {
  it('gets what comes before the morning in the card of that morning', async () => {
    const town = await Town.open('2026-11-24T06:55:00.000Z');
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.prefers('leader', { newIdeas: 'daily' });
    const deliveries = town.deliveries();
    await town.submits(submitter);
    await deliveries.tick();
    town.pass(minutes(4));
    await deliveries.tick();
    expect(town.says('leader')).toEqual([]);
    town.pass(minutes(1));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    town.pass(days(1));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    await town.close();
  });

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
    ['in the week before the last of a year with 53', '2026-12-28T07:00:00.000Z', '2026-W52'],
    ['after a year with 53 weeks', '2027-01-04T07:00:00.000Z', '2026-W53'],
    ['in the first week after that', '2027-01-11T07:00:00.000Z', '2027-W01'],
  ])('is found %s', (_when, now, week) => {
    expect(weekToSend(now, monday, alwaysOpen)).toBe(week);
  });

  it('is the last whole week also where digests come on another day', () => {
    const friday = { day: 5, hour: 15, timeZone: 'Europe/Stockholm' };
    expect(weekToSend('2026-11-27T13:59:00.000Z', friday, alwaysOpen)).toBeUndefined();
    expect(weekToSend('2026-11-27T14:00:00.000Z', friday, alwaysOpen)).toBe('2026-W47');
    expect(weekToSend('2026-11-29T14:00:00.000Z', friday, alwaysOpen)).toBe('2026-W47');
    expect(weekToSend('2026-11-30T14:00:00.000Z', friday, alwaysOpen)).toBeUndefined();
  });

  it('waits until what was written in the week’s last minutes is surely there', () => {
    const midnight = { day: 1, hour: 0, timeZone: 'Europe/Stockholm' };
    expect(weekToSend('2026-11-22T23:09:59.000Z', midnight, alwaysOpen)).toBeUndefined();
    expect(weekToSend('2026-11-22T23:10:00.000Z', midnight, alwaysOpen)).toBe('2026-W47');
  });
});

describe('on days when nobody is at work', () => {
  const { calendar } = createSettings(exampleOrganisation());
  const digest = { day: 1, hour: 8, timeZone: 'Europe/Stockholm' };
  const sent = (now: string, day = 1) => weekToSend(now, { ...digest, day }, calendar);

  it('the week comes when they are back: after Easter Monday on Tuesday', () => {
    expect(sent('2026-04-06T06:00:00.000Z')).toBeUndefined();
    expect(sent('2026-04-07T05:59:00.000Z')).toBeUndefined();
    expect(sent('2026-04-07T06:00:00.000Z')).toBe('2026-W14');
  });

  it('of the weeks that would come together after a quiet period only the newest does', () => {
    const hours = Array.from({ length: 24 * 28 }, (_, hour) =>
      new Date(Date.parse('2026-06-29T06:00:00.000Z') + hour * 3_600_000).toISOString(),
    );
    const weeks = hours.flatMap((now) => sent(now) ?? []);
    expect([...new Set(weeks)]).toEqual(['2026-W26', '2026-W29']);
  });

  it('a week that the bot could not send on Friday is sent on Monday', () => {
    expect(sent('2026-11-28T07:00:00.000Z', 5)).toBeUndefined();
    expect(sent('2026-11-30T07:00:00.000Z', 5)).toBe('2026-W47');
    expect(sent('2026-12-01T07:00:00.000Z', 5)).toBeUndefined();
  });

  it('a digest day that the file puts on a Sunday stands, but for Easter Sunday', () => {
    expect(sent('2026-11-29T07:00:00.000Z', 7)).toBe('2026-W47');
    expect(sent('2026-04-05T07:00:00.000Z', 7)).toBeUndefined();
  });

  it('collected news waits for the next day that is open', () => {
    const next = (now: string) => nextMorning(now, 'Europe/Stockholm', calendar);
    expect(next('2026-11-27T12:00:00.000Z')).toEqual({ at: '2026-11-30T07:00:00.000Z', day: '2026-11-30' });
    expect(next('2026-12-23T12:00:00.000Z')).toEqual({ at: '2027-01-04T07:00:00.000Z', day: '2027-01-04' });
  });
});

describe('the next morning', () => {
  it.each([
    ['2026-11-24T06:59:00.000Z', '2026-11-24T07:00:00.000Z', '2026-11-24'],
    ['2026-11-24T07:00:00.000Z', '2026-11-25T07:00:00.000Z', '2026-11-25'],
    ['2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z', '2026-03-29'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T07:00:00.000Z', '2026-10-25'],
  ])('after %s begins at %s', (now, at, day) => {
    expect(nextMorning(now, 'Europe/Stockholm', alwaysOpen)).toEqual({ at, day });
  });
});
