import { buttonsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { en, seenOn, sendsIdea, summariesOf, sv, titlesOn } from '../../../../testing/scenes/everyday';

describe('people whom the organisation file names', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  it('are welcomed once, with what they will receive and why', async () => {
    const leader = city.person('leader');
    const answer = await leader.installs();
    await leader.installs();
    expect(leader.chat()).toHaveLength(1);
    expect(seenOn(answer)).toContain('Du får det här som innovationsledare för Vård och omsorg.');
    expect(seenOn(answer)).toContain(sv('post.gets.leader', { weekday: 'måndag' }));
    expect(titlesOn(answer)).toContain('Det stämmer inte');
  });

  it('are not asked where they work: their post says it', async () => {
    const manager = city.person('unitManager');
    const answer = await manager.installs();
    expect(seenOn(answer)).toContain('Du får det här som chef för');
    expect(seenOn(answer)).toContain('Hemtjänst Norr');
    expect(seenOn(answer)).not.toContain(sv('department.question'));
    expect(seenOn(await manager.says('innovationsledare'))).toContain('Innovationsledare Vård');
  });

  it('are welcomed in their own language', async () => {
    const answer = await city.person('manager', 'en-GB').installs();
    expect(seenOn(answer)).toContain(en('post.what'));
    expect(titlesOn(answer)).toContain(en('button.disown'));
  });

  it('get no more messages for a post of which they say "Det stämmer inte"', async () => {
    const leader = await city.arrives('leader');
    await city.arrives('otherLeader');
    const employee = await city.arrives('employee');
    const answer = await leader.presses('Det stämmer inte');
    expect(seenOn(answer)).toContain(sv('post.disowned.heading'));
    expect(buttonsOf(answer.card).map(({ url }) => String(url))).toEqual([
      expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=innovationschef%40/),
    ]);

    await sendsIdea(employee);
    await city.delivers();
    expect(leader.chat()).toHaveLength(1);
    expect(city.teams.connector.sent().some(({ activity }) => activity.summary?.includes('Ny idé'))).toBe(true);
  });

  it('are not welcomed anew to a post that they have said is wrong', async () => {
    const leader = await city.arrives('leader');
    await leader.presses('Det stämmer inte');
    await leader.uninstalls();
    await leader.installs();
    expect(leader.chat()).toHaveLength(1);
  });

  it('cannot put away a post that they do not have', async () => {
    const employee = await city.arrives('employee');
    const answer = await employee.presses({ verb: 'disown', data: { post: 'leader.VOO' } });
    expect(answer.message).toBe(sv('reply.unknownButton'));
    const leader = await city.arrives('leader');
    await sendsIdea(employee);
    await city.delivers();
    expect(summariesOf(leader)).toHaveLength(2);
  });

  it('who have several posts are told of all in one card, and choose which one is wrong', async () => {
    const organisation = structuredClone(city.organisation());
    const [first] = organisation.departments.filter(({ code }) => code === 'MIL');
    first?.managers.push({
      name: 'Innovationsledare Vård',
      email: 'innovationsledare.vard@soderhamra.example',
      title: '',
    });
    const other = await startCity({ organisation });
    const both = other.person('leader');
    const answer = await both.installs();
    expect(both.chat()).toHaveLength(1);
    expect(seenOn(answer)).toContain('Du får det här som innovationsledare för Vård och omsorg.');
    expect(seenOn(answer)).toContain('Du får det här som chef för Miljö.');
    await both.presses('Det stämmer inte', { post: 'manager.MIL' });
    const settings = await both.says('inställningar');
    expect(seenOn(settings)).not.toContain(sv('settings.digest', { weekday: 'måndag' }));
    await other.stop();
  });
});
