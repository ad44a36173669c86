import { inputsOf } from '../../../../../testing/cards/card';
import { type City, days, startCity } from '../../../../../testing/scenes/city';
import { allOn, cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../../testing/scenes/everyday';
import type { Person } from '../../../../../testing/teams/person';

describe('an idea for which there is no room now', () => {
  let city: City;
  let leader: Person;
  let employee: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterEach(() => city.stop());

  async function opens() {
    await leader.says(id);
    await leader.presses(sv('button.more'));
    return leader.presses(sv('button.postpone', { month: 'februari 2027' }));
  }
  async function waits(inputs: Record<string, unknown> = {}) {
    await opens();
    return leader.presses(sv('button.postpone.send'), inputs);
  }
  const waiting = async () => seenOn(await leader.says('min tur'));

  it('waits until a month, which its submitter reads as a promise, and stands in no queue meanwhile', async () => {
    const answer = await waits({ reason: 'Vi har nio test igång.' });
    expect(seenOn(answer)).toContain(sv('notice.postponed.actor', { rests: '1 februari 2027' }));
    expect(seenOn(answer)).toContain(sv('waits.rests', { date: '1 februari 2027' }));
    await city.delivers();
    const told = seenOn(cardAbout(employee, id));
    expect(told).toContain(sv('notice.postponed.submitter', { who: leader.name, rests: '1 februari 2027' }));
    expect(told).toContain('Vi har nio test igång.');
    expect(await waiting()).toContain(sv('queue.count', { count: 0, late: 0 }).trim());
    expect(titlesOn(await leader.says(id))).toContain('Utforska idén');
  });

  it('may say what hinders it, which stands on it from then', async () => {
    await waits({ obstacleKind: 'system', obstacleLine: 'Systemet saknar larm.' });
    const { restsUntil, obstacle = '' } = (await city.app.ideas.load(id))?.idea ?? {};
    expect(restsUntil).toBe('2027-02-01');
    expect(await city.app.obstacles.hinderedBy(obstacle)).toHaveLength(1);
    expect(allOn(await leader.says(id))).toContain('Systemet saknar larm.');
  });

  it('comes back by itself on that day, and is then to be answered by the day that was promised', async () => {
    await waits({ until: '2027-01-01' });
    await city.delivers();
    city.pass(days(35));
    await city.delivers();
    expect(await waiting()).toContain(sv('queue.count', { count: 0, late: 0 }).trim());
    city.pass(days(5));
    await city.delivers();
    expect((await city.app.ideas.load(id))?.idea).not.toHaveProperty('restsUntil');
    expect(await waiting()).toContain(sv('queue.count', { count: 1, late: 0 }).trim());
    expect(seenOn(cardAbout(leader, id))).toContain(sv('notice.restEnded.deciders'));
  });

  it('can be put off once more, and then has to be answered: the button is gone', async () => {
    await waits({ until: '2027-01-01' });
    await city.delivers();
    city.pass(days(40));
    await city.delivers();
    await leader.says(id);
    await leader.presses(sv('button.more'));
    await leader.presses(sv('button.postpone', { month: 'april' }));
    const oldForm = await leader.presses(sv('button.postpone.send'), { until: '2027-02-01' });
    expect(seenOn(oldForm)).toContain(sv('notice.postponed.actor', { rests: '1 februari' }));
    await city.delivers();
    city.pass(days(32));
    await city.delivers();
    await leader.says(id);
    const more = titlesOn(await leader.presses(sv('button.more')));
    expect(more.filter((title) => title.startsWith(sv('button.postpone', { month: '' })))).toEqual([]);
  });

  it('can be taken on before', async () => {
    await waits();
    await pressesOn(leader, id, 'Utforska idén');
    expect((await city.app.ideas.load(id))?.idea).toMatchObject({ stage: 'exploring' });
  });

  it('can wait for any of the twelve months to come', async () => {
    const { card } = await opens();
    const [month] = inputsOf(card);
    expect(month?.value).toBe('2027-02-01');
    expect(month?.choices).toHaveLength(12);
  });
});
