import { sendDigestNow } from '../../src/delivery/digest/digest-now';
import { digestRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../../testing/cards/card';
import * as story from '../../testing/samples/idea/story';
import { days, explore, hours, minutes, Town } from '../../testing/scenes/town';
import { acceptedThenServerError } from '../../testing/teams/misbehaviour';

describe('the past week', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open('2026-11-18T09:00:00.000Z');
  });
  afterEach(() => town.close());
  const toMonday = () => {
    town.now = '2026-11-23T07:00:00.000Z';
  };
  const stateOf = async (name: string) => {
    const { person } = await town.read(name);
    return town.parts().deliveries.get({ person: person.ref, run: digestRun('2026-W47') });
  };

  it('comes to each manager once on Monday morning, whichever instances look, and about their own department', async () => {
    const submitter = await town.arrives('submitter');
    for (const name of ['leader', 'manager', 'boss']) await town.arrives(name);
    await town.submits(submitter);
    const instances = [town.deliveries(), town.deliveries()];
    await instances[0]?.tick();
    toMonday();
    await Promise.all(instances.map((one) => one.tick()));
    await Promise.all(instances.map((one) => one.tick()));

    const mine = town.chat('manager').map(({ activity }) => textsOf(cardsIn(activity)[0]).join(' '));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain('Cykelpool för hemtjänsten');
    expect(await stateOf('boss')).toMatchObject({ state: 'moot', reason: 'nothing to say' });
    expect(town.says('boss')).toEqual([]);
    expect(await stateOf('unit-manager')).toMatchObject({ state: 'unreachable' });

    town.pass(hours(1));
    await instances[0]?.tick();
    expect(await town.parts().runs.get('digest', '2026-W47')).toMatchObject({ recipients: 3, finishedAt: town.now });
  });

  it('comes late when the bot was down, not at all when it is no news, and never to who has turned it off', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('manager');
    await town.arrives('unit-manager');
    await town.prefers('unit-manager', { digest: false });
    await town.submits(submitter);
    toMonday();
    town.pass(hours(47));
    await town.deliveries().tick();
    expect(town.says('manager')).toHaveLength(1);
    expect(await stateOf('unit-manager')).toMatchObject({ state: 'moot', reason: 'digest off' });
    town.pass(days(4));
    await town.deliveries().tick();
    expect(town.says('manager')).toHaveLength(1);
  });

  it('is not sent again when Teams may have taken it', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('manager');
    await town.submits(submitter);
    toMonday();
    const { conversationId } = town.member('manager');
    town.connector.misbehave((request) => request.conversationId === conversationId, [acceptedThenServerError()]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.pass(hours(1));
    await deliveries.tick();
    expect(town.says('manager')).toHaveLength(1);
    expect(await stateOf('manager')).toMatchObject({ state: 'ambiguous', unknown: 1 });
  });

  it('is planned to the end by the next when the first planner died half-way', async () => {
    const submitter = await town.arrives('submitter');
    for (const name of ['manager', 'boss']) await town.arrives(name);
    await town.submits(submitter, 'VOO');
    await town.submits(submitter, 'SBK');
    toMonday();
    await town.parts().runs.claim('digest', '2026-W47', town.now, minutes(2));
    await town.deliveries().tick();
    expect(town.says('manager')).toEqual([]);
    town.pass(minutes(3));
    await town.deliveries().tick();
    expect(town.says('manager')).toHaveLength(1);
    expect(town.says('boss')).toHaveLength(1);
  });

  it('reads what happened, what is open and each idea once for all readers', async () => {
    const submitter = await town.arrives('submitter');
    for (const name of ['manager', 'boss']) await town.arrives(name);
    await town.submits(submitter, 'VOO');
    await town.submits(submitter, 'SBK');
    toMonday();
    const { ideas } = town.app;
    const week = jest.fn(ideas.week);
    const open = jest.fn(ideas.open);
    const loadAll = jest.fn(ideas.loadAll);
    const app = { ...town.app, ideas: { ...ideas, week, open, loadAll } };
    const sent = await sendDigestNow({ ...town.source(), app }, '2026-W47');
    expect(sent).toMatchObject({ ok: true, value: { states: { sent: 2 } } });
    expect(week).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledTimes(1);
    expect(loadAll).toHaveBeenCalledTimes(2);
  });

  it('tells what a department answers, there and where the idea is, once the relay has seen to it', async () => {
    const submitter = await town.arrives('submitter');
    const [leader, planner] = [await town.arrives('leader'), await town.arrives('planner')];
    for (const name of ['manager', 'boss']) await town.arrives(name);
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, story.doNow(leader.ref));
    await town.acts(leader, id, story.reportDone());
    await town.acts(planner, id, story.notNow());
    const told = async (department: string) =>
      (await town.app.ideas.week('2026-W47', department)).map(({ event }) => event.type);
    expect(await told('SBK')).toEqual([]);
    await town.deliveries().tick();
    expect(await told('SBK')).toEqual(['notNow']);
    expect(await told('VOO')).toEqual(['submitted', 'doingAsked', 'done', 'notNow']);
    toMonday();
    await town.deliveries().tick();
    for (const name of ['manager', 'boss']) {
      const [card] = town.chat(name).slice(-1);
      expect(textsOf(cardsIn(card?.activity ?? {})[0]).join(' ')).toContain('Vi bygger om till hösten.');
    }
  });

  it('can be sent on demand, and twice sends nobody two', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('manager');
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, explore);
    toMonday();
    const first = await sendDigestNow(town.source());
    expect(first).toEqual({
      ok: true,
      value: { week: '2026-W47', recipients: 3, states: { sent: 1, unreachable: 2 } },
    });
    const second = await sendDigestNow(town.source(), '2026-W47');
    expect(second).toEqual(first);
    await town.deliveries().tick();
    expect(town.says('manager')).toHaveLength(1);
  });

  it.each([
    ['2026-W54', 'noWeek'],
    ['last week', 'noWeek'],
    ['2026-W48', 'notOver'],
    ['2031-W01', 'notOver'],
  ])('is refused for %s', async (week, refusal) => {
    toMonday();
    expect(await sendDigestNow(town.source(), week)).toEqual({ ok: false, refusal });
  });
});
