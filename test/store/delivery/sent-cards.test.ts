import { openSentCards, type SentCard } from '../../../src/store/delivery/sent-cards';
import { openStorage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const copy: SentCard = {
  record: 'idea',
  id: 'A1B2C3',
  person: 'p1',
  conversation: 'a:1',
  activity: '1:1',
  decisionVersion: 1,
  seq: 1,
};

describe('copies of an idea’s card', () => {
  const open = async () => {
    const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    return openSentCards(storage, 'town');
  };

  it('are one for each person and idea, the newest card', async () => {
    const sentCards = await open();
    const second = { ...copy, activity: '1:2' };
    for (const one of [copy, { ...copy, person: 'p2' }, { ...copy, id: 'A1B2C4' }, second]) await sentCards.put(one);
    expect(await sentCards.of('A1B2C3')).toEqual([second, { ...copy, person: 'p2' }]);
  });

  it('never go back to an earlier state, whoever writes last', async () => {
    const sentCards = await open();
    const states = [3, 1, 5, 2, 4].map((seq) => ({ ...copy, seq, decisionVersion: seq }));
    await Promise.all(states.map((one) => sentCards.put(one)));
    expect(await sentCards.of('A1B2C3')).toEqual([{ ...copy, seq: 5, decisionVersion: 5 }]);
  });

  it('stay the newest card when an older one is drawn anew after it', async () => {
    const sentCards = await open();
    const newer = { ...copy, activity: '1:2', seq: 3 };
    await sentCards.put(copy);
    await sentCards.put(newer);
    await sentCards.moveOn({ ...copy, seq: 4 });
    expect(await sentCards.of('A1B2C3')).toEqual([newer]);
    await sentCards.moveOn({ ...newer, seq: 5, decisionVersion: 2 });
    expect(await sentCards.of('A1B2C3')).toEqual([{ ...newer, seq: 5, decisionVersion: 2 }]);
    await sentCards.forget(newer);
    await sentCards.moveOn({ ...newer, seq: 6 });
    expect(await sentCards.of('A1B2C3')).toEqual([]);
  });

  it('are forgotten when the card is gone, unless another has taken its place', async () => {
    const sentCards = await open();
    await sentCards.put(copy);
    await sentCards.forget({ ...copy, activity: '1:0' });
    expect(await sentCards.of('A1B2C3')).toHaveLength(1);
    await sentCards.forget(copy);
    await sentCards.forget(copy);
    expect(await sentCards.of('A1B2C3')).toEqual([]);
  });
});
