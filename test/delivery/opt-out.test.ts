import { settings } from '../../src/cards/person/settings';
import { listPosts, postsOf } from '../../src/domain/person/posts';
import { eventRun } from '../../src/store/keys';
import { inLanguage } from '../../src/text/index';
import { button, cardsIn, inputsOf, textsOf, wordsOf } from '../../testing/cards/card';
import { ask, close, days, explore, minutes, Town } from '../../testing/scenes/town';
import { tooLarge } from '../../testing/teams/misbehaviour';

const sv = inLanguage('sv');

describe('a message that nobody has asked for', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open('2026-11-18T09:00:00.000Z');
  });
  afterEach(() => town.close());

  const newest = (name: string): string => wordsOf(town.chat(name).at(-1)?.activity ?? {}).join('\n');

  it('says how to get such messages in another way, or not at all, whatever it tells of', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('manager');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    expect(newest('leader')).toContain(sv('notice.stop.newIdeas'));

    for (const command of [ask, explore, close]) {
      await town.acts(leader, id, command);
      await deliveries.tick();
      expect(newest('submitter')).toContain(sv('notice.stop'));
    }

    town.now = '2026-11-23T07:00:00.000Z';
    await deliveries.tick();
    const [digest] = cardsIn(town.chat('manager').at(-1)?.activity ?? {});
    expect(button(digest, sv('button.stopDigest')).verb).toBe('stopDigest');

    await town.submits(submitter);
    await deliveries.tick();
    town.pass(days(16));
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
    expect(newest('leader')).toContain(sv('day.why', { post: 'true' }));
  });

  it('says so on the day’s card, and where a card had to be short', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.arrives('other-leader');
    await town.prefers('leader', { newIdeas: 'daily' });
    const deliveries = town.deliveries();
    town.connector.misbehave(({ kind }) => kind === 'post', [tooLarge()]);
    await town.submits(submitter);
    await deliveries.tick();
    await deliveries.tick();
    expect(newest('other-leader')).toContain(sv('notice.stop'));
    town.pass(days(1));
    await deliveries.tick();
    expect(newest('leader')).toContain(sv('day.why', { post: 'true' }));
  });

  it('does not come to whoever has turned its kind off, and still comes to the others', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const follower = await town.arrives('planner');
    await town.arrives('boss');
    const { id } = await town.submits(submitter);
    for (const name of ['planner', 'boss']) await town.app.follows.add(id, (await town.read(name)).person.ref);
    await town.prefers('planner', { followed: false });
    await town.prefers('submitter', { comments: false, followed: false, reminders: false });
    const deliveries = town.deliveries();
    await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: 'Bra tänkt.' } });
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
    expect([town.says('submitter'), town.says('planner')]).toEqual([[], []]);
    expect(newest('boss')).toContain('Bra tänkt.');
    const rowOf = (person: typeof leader, seq: number) =>
      town.parts().deliveries.get({ person: person.ref, run: eventRun(id, seq) });
    expect(await rowOf(submitter, 2)).toMatchObject({ state: 'moot', reason: 'comments off' });
    expect(await rowOf(follower, 2)).toMatchObject({ state: 'moot', reason: 'followed off' });

    await town.acts(leader, id, explore);
    await deliveries.tick();
    expect(town.says('submitter')).toHaveLength(1);
    // What follows comes in the same card.
    expect(town.says('boss')).toHaveLength(1);
  });

  it('has a switch of its own in the settings, but for decisions on one’s own ideas, which says why', async () => {
    const person = await town.arrives('manager');
    const leader = await town.arrives('leader');
    const switches = (who: typeof person) => {
      const context = town.source().context('sv');
      const { card } = settings(context, who, listPosts(postsOf(who.emails, town.app.directory())));
      return { inputs: inputsOf(card).map(({ id }) => id), texts: textsOf(card) };
    };
    expect(switches(person).inputs).toEqual(
      expect.arrayContaining(['dayCard', 'digest', 'reminders', 'comments', 'followed']),
    );
    expect(switches(leader).inputs).toEqual(
      expect.arrayContaining(['dayCard', 'newIdeas', 'reminders', 'comments', 'followed']),
    );
    for (const who of [person, leader]) expect(switches(who).texts).toContain(sv('settings.always'));
  });
});
