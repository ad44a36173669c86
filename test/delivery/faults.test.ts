import { changePerson } from '../../src/app/person/change-person';
import type { Person } from '../../src/domain/person/person';
import { eventRun, updateRun } from '../../src/store/keys';
import { inLanguage } from '../../src/text/index';
import { buttonsOf, wordsOf } from '../../testing/cards/card';
import { ask, close, days, explore, minutes, Town } from '../../testing/scenes/town';
import { type ConnectorRequest, startConnector } from '../../testing/teams/connector';
import {
  acceptedThenHangs,
  acceptedThenServerError,
  forbidden,
  forever,
  notFound,
  serverError,
  tooLarge,
  tooManyRequests,
} from '../../testing/teams/misbehaviour';

/** The state of a delivery, with what operators see of it. */
const rowOf = (town: Town, person: Person, id: string, seq = 1) =>
  town.parts().deliveries.get({ person: person.ref, run: eventRun(id, seq) });

describe('a message that Teams does not take', () => {
  let town: Town;
  let submitter: Person;
  let leader: Person;
  let id: string;
  beforeEach(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
    id = (await town.submits(submitter)).id;
  });
  afterEach(() => town.close());

  it('waits as long as a 429 says, and is sent once after that', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [tooManyRequests(120)]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.pass(minutes(1.9));
    await deliveries.tick();
    expect(town.says('leader')).toEqual([]);
    expect(town.connector.requests).toHaveLength(1);

    town.pass(minutes(0.2));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'sent', tries: 2, unknown: 0 });
  });

  it('never gives up in a storm of 429 without Retry-After', async () => {
    const over = town.connector.misbehave(() => true, forever(tooManyRequests()));
    const deliveries = town.deliveries();
    for (let round = 0; round < 6; round++) {
      await deliveries.tick();
      town.pass(minutes(6));
    }
    expect(town.connector.requests).toHaveLength(6);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'owed' });
    over();
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('may have arrived when Teams answers 500: it is recorded, and as it asks sent once more after ten minutes', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [acceptedThenServerError()]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.pass(minutes(9));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'owed', unknown: 1, reason: '500 ServiceError' });
    town.pass(minutes(1));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(2);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'sent', unknown: 1, tries: 2 });
  });

  it('is not sent once more when it is a day card, for nobody is alerted twice a day: the next day’s tells it', async () => {
    await town.arrives('other-leader');
    await town.prefers('leader', { newIdeas: 'daily' });
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.connector.misbehave(({ kind }) => kind === 'post', [acceptedThenServerError()]);
    for (let look = 0; look < 4; look++) {
      town.pass(minutes(10));
      await deliveries.tick();
    }
    expect(town.says('leader')).toHaveLength(1);
    town.pass(days(1));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(2);
    expect(await town.parts().deliveries.day.of(leader.ref)).toMatchObject([{ told: '2026-11-25' }]);
  });

  it('is sent once more too when it sums up for somebody who arrives what waits for them', async () => {
    await town.leaves('leader');
    for (let count = 0; count < 4; count++) await town.submits(submitter);
    await isSentOnceMore(async () => {
      await town.arrives('leader');
      await town.deliveries().installed(leader.ref);
    });
  });

  /** What `comes` to the leader is lost to a 500 and comes after ten minutes, once. */
  async function isSentOnceMore(comes: () => void | Promise<void>): Promise<void> {
    const deliveries = town.deliveries();
    await deliveries.tick();
    const before = town.says('leader').length;
    const toLeader = ({ kind, conversationId }: ConnectorRequest) =>
      kind === 'post' && conversationId === town.member('leader').conversationId;
    town.connector.misbehave(toLeader, [serverError()]);
    await comes();
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(before);
    for (let look = 0; look < 3; look++) {
      town.pass(minutes(10));
      await deliveries.tick();
    }
    expect(town.says('leader')).toHaveLength(before + 1);
  }

  it('is ambiguous when it may have arrived twice, and is not sent a third time', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', forever(acceptedThenServerError()));
    const deliveries = town.deliveries();
    for (let round = 0; round < 4; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    expect(town.connector.requests).toHaveLength(2);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'ambiguous', unknown: 2 });
    expect(town.log).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });

  it('is not sent a second time when it may have arrived and was answered meanwhile', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [acceptedThenServerError()]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    await town.acts(leader, id, close);
    town.pass(minutes(10));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'moot', reason: 'overtaken', unknown: 1 });
  });

  it('is ambiguous at once when it may have arrived and asks nothing of its reader', async () => {
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.connector.misbehave(({ kind }) => kind === 'post', [acceptedThenServerError()]);
    await town.acts(leader, id, explore);
    for (let round = 0; round < 3; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    expect(town.says('submitter')).toHaveLength(1);
    expect(await rowOf(town, submitter, id, 2)).toMatchObject({ state: 'ambiguous', unknown: 1 });
  });

  it.each([502, 504])(
    'is tried three times when a gateway answers %i, and then stands as ambiguous',
    async (status) => {
      const over = town.connector.misbehave(({ kind }) => kind === 'post', forever(serverError(status)));
      const deliveries = town.deliveries();
      for (let round = 0; round < 5; round++) {
        await deliveries.tick();
        town.pass(minutes(11));
      }
      over();
      await deliveries.tick();
      expect(town.connector.requests).toHaveLength(3);
      expect(await rowOf(town, leader, id)).toMatchObject({ state: 'ambiguous', unknown: 3 });
    },
  );

  it('may have arrived when Teams does not answer in time', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [acceptedThenHangs()]);
    await town.deliveries(town.teams(200)).tick();
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'owed', unknown: 1 });
  });

  it('is found again when its sender died between claiming and noting what came of it', async () => {
    const { app, deliveries } = town.parts();
    const stuck = town.deliveries({
      send: () => new Promise(() => undefined),
      update: () => new Promise(() => undefined),
      remove: () => new Promise(() => undefined),
      member: () => new Promise(() => undefined),
    });
    void stuck.tick();
    const claimed = async () => (await rowOf(town, leader, id))?.state === 'sending';
    while (!(await claimed())) await new Promise((resolve) => setImmediate(resolve));

    const next = town.deliveries();
    await next.tick();
    expect(town.says('leader')).toEqual([]);
    town.pass(minutes(2));
    await next.tick();
    expect(await deliveries.get({ person: leader.ref, run: eventRun(id, 1) })).toMatchObject({ unknown: 1 });
    town.pass(minutes(2));
    await next.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(app.now()).toBe(town.now);
  });

  it('is tried again on two more days when the chat refuses it, and then waits for the person', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', forever(forbidden('ConversationBlockedByUser')));
    const deliveries = town.deliveries();
    for (let day = 0; day < 5; day++) {
      await deliveries.tick();
      await deliveries.tick();
      town.pass(days(1));
    }
    expect(town.connector.requests).toHaveLength(3);
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'unreachable', refusals: 3 });
  });

  it('arrives when a 404 was no more than a bad day', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [notFound()]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.pass(days(1));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('comes in short, with the id of the idea and one button that opens it, when the card is too large; operators get a line', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [tooLarge()]);
    const deliveries = town.deliveries();
    await deliveries.tick();
    await deliveries.tick();
    const [post] = town.chat('leader');
    expect(wordsOf(post?.activity ?? {}).join(' ')).toContain(id);
    const card = post?.activity.attachments?.[0]?.content;
    expect(buttonsOf(card).map(({ verb, data }) => [verb, data?.idea])).toEqual([['open', id]]);
    expect(town.log).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        message: 'A card was too large for Teams; its short form is sent instead',
      }),
    );
  });

  it('is drawn anew in short where the card that stands has become too large, and whole again with the next news', async () => {
    const other = await town.arrives('other-leader');
    const deliveries = town.deliveries();
    await deliveries.tick();
    const { conversationId } = town.member('leader');
    const toLeader = (request: ConnectorRequest) =>
      request.kind === 'update' && request.conversationId === conversationId;
    town.connector.misbehave(toLeader, [tooLarge()]);
    await town.acts(other, id, explore);
    await deliveries.tick();
    await deliveries.tick();
    const shown = () => wordsOf(town.chat('leader')[0]?.updates.at(-1) ?? {}).join(' ');
    expect(shown()).toContain(inLanguage('sv')('short.why'));
    await town.acts(other, id, close);
    await deliveries.tick();
    expect(shown()).not.toContain(inLanguage('sv')('short.why'));
  });

  it('fails with its reason after five tries that Teams calls wrong, and others go on', async () => {
    const other = await town.arrives('other-leader');
    const { conversationId } = town.member('leader');
    const wrong = { arrives: false, answer: { status: 400, body: { error: { code: 'BadArgument', message: 'x' } } } };
    town.connector.misbehave((request) => request.conversationId === conversationId, forever(wrong));
    const deliveries = town.deliveries();
    for (let round = 0; round < 8; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    expect(await rowOf(town, leader, id)).toMatchObject({ state: 'failed', reason: '400 BadArgument', faults: 5 });
    expect(await rowOf(town, other, id)).toMatchObject({ state: 'sent' });
  });

  it('does not undo a decision when the card of another leader cannot be drawn anew', async () => {
    await town.arrives('other-leader');
    const deliveries = town.deliveries();
    await deliveries.tick();
    await town.acts(leader, id, explore);
    town.connector.misbehave(({ kind }) => kind === 'update', [serverError(), serverError()]);
    await deliveries.tick();
    expect(town.says('submitter')).toHaveLength(1);
    town.pass(minutes(10));
    await deliveries.tick();
    town.pass(minutes(10));
    await deliveries.tick();
    expect(town.chat('other-leader')[0]?.updates).toHaveLength(1);
  });

  it('looks on three days for the card of another leader that is not there, at once when there is news, then lets it be', async () => {
    const other = await town.arrives('other-leader');
    const deliveries = town.deliveries();
    await deliveries.tick();
    const [card] = town.chat('other-leader');
    const { conversationId } = town.member('other-leader');
    const toOther = (request: ConnectorRequest) =>
      request.kind === 'update' && request.conversationId === conversationId;
    const updates = () => town.connector.requests.filter(toOther).length;
    const row = () => town.parts().deliveries.get({ person: other.ref, run: updateRun(id, card?.id ?? '') });
    town.connector.misbehave(toOther, forever(forbidden('MessageWritesBlocked')));
    await town.acts(leader, id, ask);
    for (let look = 0; look < 3; look++) await deliveries.tick();
    expect(updates()).toBe(1);
    expect(await row()).toMatchObject({ state: 'owed', refusals: 1 });
    await town.acts(leader, id, explore);
    await deliveries.tick();
    expect(updates()).toBe(2);
    for (let day = 0; day < 3; day++) {
      town.pass(days(1));
      await deliveries.tick();
    }
    expect(updates()).toBe(3);
    expect(await row()).toMatchObject({ state: 'moot', refusals: 3 });
    expect((await town.read('other-leader')).refusedOn).toBeUndefined();
  });

  it('goes to where the person is now when Teams has moved them between two tries', async () => {
    town.connector.misbehave(({ kind }) => kind === 'post', [tooManyRequests(60)]);
    await town.deliveries().tick();
    const stored = await town.read('leader');
    if (!stored.reach) throw new Error('not reachable');
    const moved = await startConnector();
    const member = moved.roster.add({ name: 'leader', email: 'leader@example.org' });
    const reach = { ...stored.reach, serviceUrl: moved.url, conversation: member.conversationId };
    await changePerson(town.app, stored, ({ person }) => ({ person, reach }));
    town.pass(minutes(2));
    await town.deliveries().tick();
    expect(moved.sent(member.conversationId)).toHaveLength(1);
    expect(town.says('leader')).toEqual([]);
    await moved.stop();
  });

  it('keeps no other waiting when its chat is slow, and slows nobody down when its chat alone is throttled', async () => {
    await town.arrives('other-leader');
    const { conversationId } = town.member('leader');
    for (let count = 0; count < 5; count++) await town.submits(submitter, 'VOO', `Idé ${count}`);
    town.connector.misbehave((request) => request.conversationId === conversationId, forever(tooManyRequests()));
    const deliveries = town.deliveries();
    await deliveries.tick();
    expect(town.says('other-leader')).toHaveLength(6);
    expect(await deliveries.figures()).toMatchObject({ perSecond: 40 });
  });

  it('is passed over when somebody has put strange messages into the queue', async () => {
    await town.storage.wakeUps.sendMessage('###');
    await town.storage.wakeUps.sendMessage(Buffer.from('p1|no-such-run').toString('base64'));
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('is sent though the queue was emptied', async () => {
    const parts = town.parts();
    const instance = town.deliveries();
    instance.kick();
    while ((await parts.outbox.list(1)).length > 0) await new Promise((resolve) => setImmediate(resolve));
    await instance.stop();
    await town.losesWakeUps();
    town.pass(minutes(2));
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
  });
});
