import { resume } from '../../../src/delivery/operators';
import { createStorm } from '../../../src/delivery/pacing/storm';
import type { Person } from '../../../src/domain/person/person';
import { openShared } from '../../../src/store/shared';
import { close, minutes, Town } from '../../../testing/scenes/town';
import { type Behaviour, forbidden, forever, serverError, tooManyRequests } from '../../../testing/teams/misbehaviour';

describe('a bot that an administrator has stopped in Teams', () => {
  let town: Town;
  let submitter: Person;
  beforeEach(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    for (const name of ['leader', 'other-leader', 'planner']) await town.arrives(name);
  });
  afterEach(() => town.close());

  const disabled = () =>
    town.connector.misbehave(({ kind }) => kind === 'post', forever(forbidden('BotDisabledByAdmin')));
  const posts = () => town.connector.requests.length;
  const heard = () => ['leader', 'other-leader', 'planner'].map((name) => town.says(name).length);

  it('sends nothing more to anybody, tries one message now and then, and goes on where it was when it may', async () => {
    const allow = disabled();
    const deliveries = town.deliveries();
    await town.submits(submitter, 'VOO');
    await deliveries.tick();
    const first = posts();
    // Those that were on their way when the first one was refused.
    expect(first).toBeLessThanOrEqual(2);
    await town.submits(submitter, 'SBK');
    for (let second = 0; second < 3; second++) await deliveries.tick();
    expect(posts()).toBe(first);
    expect(await deliveries.figures()).toMatchObject({ halted: true });
    expect(town.log.filter(({ level }) => level === 'error')).toHaveLength(1);

    town.pass(minutes(2));
    await deliveries.tick();
    expect(posts()).toBe(first + 1);
    town.pass(minutes(1));
    await deliveries.tick();
    expect(posts()).toBe(first + 1);

    allow();
    town.pass(minutes(20));
    await deliveries.tick();
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 1]);
    expect(await deliveries.figures()).toMatchObject({ halted: false });
  });

  it('rests in all instances, also in one that starts meanwhile', async () => {
    disabled();
    await town.submits(submitter, 'VOO');
    const [one, other] = [town.deliveries(), town.deliveries()];
    await one.tick();
    const before = posts();
    await town.submits(submitter, 'SBK');
    await other.tick();
    await town.deliveries().tick();
    expect(posts()).toBe(before);
  });

  it('goes on at once when operators say so', async () => {
    const allow = disabled();
    const deliveries = town.deliveries();
    await town.submits(submitter, 'SBK');
    await deliveries.tick();
    allow();
    await town.submits(submitter, 'VOO');
    const { deliveries: rows, outbox } = town.parts();
    const deps = {
      app: town.app,
      deliveries: rows,
      outbox,
      wakeUps: town.wakeUps(),
      shared: openShared(town.storage, 'town'),
    };
    expect(await resume(deps)).toBe(true);
    expect(await resume(deps)).toBe(false);
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 0]);
    town.pass(minutes(16));
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 1]);
  });

  it('does not rest for long when only one person’s chat says so', async () => {
    const { conversationId } = town.member('planner');
    const one = forever(forbidden('BotDisabledByAdmin'));
    town.connector.misbehave((request) => request.conversationId === conversationId, one);
    const deliveries = town.deliveries();
    await town.submits(submitter, 'SBK');
    await deliveries.tick();
    await town.submits(submitter, 'VOO');
    await deliveries.tick();
    expect(heard()).toEqual([0, 0, 0]);
    town.pass(minutes(1));
    await deliveries.tick();
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 0]);
  });
});

describe('a storm in Teams', () => {
  let town: Town;
  const submitters = Array.from({ length: 20 }, (_, n) => `submitter-${n}`);
  beforeEach(async () => {
    town = await Town.open();
    const leader = await town.arrives('leader');
    const deliveries = town.deliveries();
    // Everybody has news of an idea of theirs: as many conversations as there are people.
    for (const name of submitters) {
      const submitter = await town.arrives(name);
      const { id } = await town.submits(submitter);
      await town.acts(leader, id, close);
    }
    expect(await deliveries.figures()).toMatchObject({ halted: false });
  });
  afterEach(() => town.close());

  const rages = (behaviour: Behaviour, names = submitters) => {
    const chats = new Set(names.map((name) => town.member(name).conversationId));
    return town.connector.misbehave(
      ({ kind, conversationId }) => kind === 'post' && chats.has(conversationId),
      forever(behaviour),
    );
  };
  const posts = () => town.connector.requests.filter(({ kind }) => kind === 'post').length;
  const heard = () => submitters.map((name) => town.says(name).length);
  const once = submitters.map(() => 1);
  const warned = () => town.log.filter(({ message }) => message.startsWith('Most conversations fail'));

  it.each([
    ['503', serverError(503)],
    ['429', tooManyRequests(5)],
    ['502', serverError(502)],
    ['500', serverError(500)],
  ])('of %s lets all rest, for all instances, and one message try', async (_, behaviour) => {
    rages(behaviour);
    const [one, other] = [town.deliveries(), town.deliveries()];
    await one.tick();
    const first = posts();
    // Six are enough to know; the others were on their way.
    expect(first).toBeLessThan(submitters.length);
    expect(await one.figures()).toMatchObject({ halted: true });
    await other.tick();
    await one.tick();
    expect(posts()).toBe(first);
    expect(warned()).toHaveLength(1);

    town.pass(20_000);
    await Promise.all([one.tick(), other.tick()]);
    expect(posts()).toBe(first + 1);
    town.pass(20_000);
    await Promise.all([one.tick(), other.tick()]);
    expect(posts()).toBe(first + 1);
  });

  it('lets all go on within minutes of its end, however long it was, and each message arrives once', async () => {
    const over = rages(serverError(503));
    const deliveries = town.deliveries();
    for (let minute = 0; minute < 60; minute += 2) {
      await deliveries.tick();
      town.pass(minutes(2));
    }
    // Those before it was known, and one every three minutes.
    expect(posts()).toBeLessThan(submitters.length + 30);
    over();
    for (let minute = 0; minute < 6; minute++) {
      await deliveries.tick();
      town.pass(minutes(1));
    }
    expect(heard()).toEqual(once);
    expect(await deliveries.figures()).toMatchObject({ halted: false });
  });

  it('is none when a few chats are throttled or blocked, whatever they do', async () => {
    rages(tooManyRequests(600), submitters.slice(0, 5));
    rages(forbidden('ConversationBlockedByUser'), submitters.slice(5, 15));
    const deliveries = town.deliveries();
    await deliveries.tick();
    expect(heard().slice(15)).toEqual([1, 1, 1, 1, 1]);
    expect(await deliveries.figures()).toMatchObject({ halted: false });
    expect(warned()).toEqual([]);
  });

  it('is over when Teams answers at all, also when it refuses the one message that tries', async () => {
    const over = rages(serverError(503));
    const deliveries = town.deliveries();
    await deliveries.tick();
    over();
    const blocked = town.connector.misbehave(({ kind }) => kind === 'post', [forbidden('MessageWritesBlocked')]);
    town.pass(20_000);
    await deliveries.tick();
    await deliveries.tick();
    blocked();
    town.pass(minutes(5));
    await deliveries.tick();
    expect(heard().filter((count) => count === 1)).toHaveLength(submitters.length - 1);
  });
});

describe('whether most conversations fail', () => {
  const knownAfter = (outcomes: readonly boolean[]) => {
    const storm = createStorm(() => '2026-11-24T09:00:00.000Z');
    return outcomes.map((failed, n) => {
      storm.noted(`chat-${n}`, failed);
      return storm.rages();
    });
  };
  const times = (count: number, failed: boolean) => Array.from({ length: count }, () => failed);

  it('is known by six that fail, where no more than four others have got through', () => {
    expect(knownAfter(times(6, true))).toEqual([...times(5, false), true]);
    expect(knownAfter([...times(4, false), ...times(6, true)]).at(-1)).toBe(true);
    expect(knownAfter([...times(5, false), ...times(6, true)]).at(-1)).toBe(false);
  });

  it('is not so while five chats have their own reasons, whichever are written to first', () => {
    expect(knownAfter([...times(5, true), ...times(15, false)])).not.toContain(true);
  });
});
