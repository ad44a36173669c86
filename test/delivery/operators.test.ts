import { linesIn, type OperatorDeps, type OperatorLine, sendAgain, sendAllAgain } from '../../src/delivery/operators';
import type { DeliveryState } from '../../src/store/delivery/deliveries';
import { outboxKey } from '../../src/store/keys';
import { openShared } from '../../src/store/shared';
import { days, minutes, Town } from '../../testing/scenes/town';
import { acceptedThenServerError, type Behaviour, fault, forbidden, forever } from '../../testing/teams/misbehaviour';

const wrong: Behaviour = { arrives: false, answer: { status: 400, body: fault('BadArgument') } };

describe('operators', () => {
  let town: Town;
  let deps: OperatorDeps;
  beforeEach(async () => {
    town = await Town.open();
    const { deliveries, outbox } = town.parts();
    const shared = openShared(town.storage, 'town');
    deps = { app: town.app, deliveries, outbox, wakeUps: town.wakeUps(), shared };
  });
  afterEach(() => town.close());

  const lines = async (state: DeliveryState): Promise<OperatorLine[]> => {
    const found: OperatorLine[] = [];
    for await (const line of linesIn(deps, state)) found.push(line);
    return found;
  };
  const toLeader = ({ conversationId }: { conversationId: string }) =>
    conversationId === town.member('leader').conversationId;
  async function fails(behaviour: Behaviour, rounds: number): Promise<() => void> {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const mend = town.connector.misbehave(toLeader, forever(behaviour));
    await town.submits(submitter);
    const deliveries = town.deliveries();
    for (let round = 0; round < rounds; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    return mend;
  }

  it('see what has failed, why, of what kind, to whom by reference and about which idea, and no name', async () => {
    await fails(wrong, 6);
    const [line, ...more] = await lines('failed');
    expect(more).toEqual([]);
    const { person } = await town.read('leader');
    expect(line).toMatchObject({ state: 'failed', reason: '400 BadArgument', kind: 'notice', person: person.ref });
    expect(line?.id).toBe(`${person.ref}/event.${line?.record}.000001`);
    expect(JSON.stringify(line)).not.toMatch(/Cykelpool|leader@|submitter/);
    expect(await lines('ambiguous')).toEqual([]);
  });

  it('send it again when the fault is mended, once', async () => {
    const mend = await fails(wrong, 6);
    const [line] = await lines('failed');
    mend();
    expect(await Promise.all([sendAgain(deps, line?.id ?? ''), sendAgain(deps, line?.id ?? '')])).toContainEqual({
      ok: true,
      value: undefined,
    });
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await sendAgain(deps, line?.id ?? '')).toEqual({ ok: false, refusal: 'done' });
  });

  it('may send again what is ambiguous, knowing that it may stand twice in the chat', async () => {
    const mend = await fails(acceptedThenServerError(), 4);
    const [line] = await lines('ambiguous');
    mend();
    expect(await sendAgain(deps, line?.id ?? '')).toMatchObject({ ok: true });
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(3);
    expect(await lines('ambiguous')).toEqual([]);
  });

  it('send all again that is in a state by one command, of one kind or since an instant, and see how many', async () => {
    const mend = await fails(acceptedThenServerError(), 4);
    await town.submits(await town.arrives('submitter'));
    const deliveries = town.deliveries();
    for (let round = 0; round < 3; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    mend();
    const [first, second] = (await lines('ambiguous')).map(({ since }) => since).sort();
    expect(await sendAllAgain(deps, { state: 'failed' })).toEqual(new Map());
    expect(await sendAllAgain(deps, { state: 'ambiguous', kind: 'digest' })).toEqual(new Map());
    expect(await sendAllAgain(deps, { state: 'ambiguous', since: second ?? '' })).toEqual(new Map([['notice', 1]]));
    expect((await lines('ambiguous')).map(({ since }) => since)).toEqual([first]);
    expect(await sendAllAgain(deps, { state: 'ambiguous', kind: 'notice' })).toEqual(new Map([['notice', 1]]));
    await deliveries.tick();
    expect(await lines('ambiguous')).toEqual([]);
    // That nobody knew it twice stays on record.
    expect(
      (await deps.deliveries.ofPerson((await town.read('leader')).person.ref, 'sent')).map((row) => row.unknown),
    ).toEqual([2, 2]);
  });

  it('have a chat tried again that was called closed', async () => {
    const mend = await fails(forbidden('ConversationBlockedByUser'), 1);
    for (let day = 0; day < 3; day++) {
      town.pass(days(1));
      await town.deliveries().tick();
    }
    const line = (await lines('unreachable')).find(({ reason }) => reason.startsWith('403'));
    mend();
    expect(await sendAgain(deps, line?.id ?? '')).toMatchObject({ ok: true });
    await town.deliveries().tick();
    expect(town.says('leader')).toHaveLength(1);
  });

  it.each([
    ['nothing/like-it', 'notThere'],
    ['nonsense', 'notThere'],
    ['event/A1B2C3.1', 'notThere'],
  ])('are told when %s is no delivery', async (id, refusal) => {
    expect(await sendAgain(deps, id)).toEqual({ ok: false, refusal });
  });

  it('see an event that cannot be made into messages, which keeps no other from going out, and have it tried again', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const strange = { partitionKey: 'town|0', rowKey: outboxKey('A0A0A0', 1), record: 'idea', id: 'A0A0A0', seq: 1 };
    await town.storage.ideas.createEntity(strange);
    await town.submits(submitter);
    const deliveries = town.deliveries();
    for (let round = 0; round < 12; round++) await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(await town.parts().outbox.list(10)).toEqual([]);
    expect(await lines('failed')).toMatchObject([
      { id: 'event/A0A0A0.1', kind: 'event', reason: 'Error', record: 'A0A0A0' },
    ]);
    expect(town.log.filter(({ level }) => level === 'error')).toHaveLength(10);

    expect(await sendAgain(deps, 'event/A0A0A0.1')).toMatchObject({ ok: true });
    expect(await lines('failed')).toEqual([]);
    expect(await town.parts().outbox.list(10)).toMatchObject([{ id: 'A0A0A0', faults: 0 }]);
  });

  it('see a delivery that this version of the bot does not understand', async () => {
    const { ref } = await town.arrives('leader');
    const { deliveries } = town.parts();
    const name = { person: ref, run: 'future.1' };
    const future = { kind: 'future', state: 'owed', due: town.now, at: town.now, tries: 0, faults: 0 };
    await deliveries.add([{ ...name, ...future, refusals: 0, unknown: 0, short: false } as never]);
    for (let round = 0; round < 6; round++) {
      await town.deliveries().tick();
      town.pass(minutes(10));
    }
    expect(await lines('failed')).toMatchObject([{ id: `${ref}/future.1`, kind: 'future', reason: 'TypeError' }]);
  });
});
