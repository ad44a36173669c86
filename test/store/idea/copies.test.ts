import { type Copy, openCopies } from '../../../src/store/idea/copies';
import { openStorage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const copy: Copy = { id: 'A1B2C3', person: 'p1', conversation: 'a:1', activity: '1:1', turn: 1, seq: 1 };

describe('copies of an idea’s card', () => {
  const open = async () => {
    const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    return openCopies(storage, 'town');
  };

  it('are one for each person and idea, the newest card', async () => {
    const copies = await open();
    const second = { ...copy, activity: '1:2' };
    for (const one of [copy, { ...copy, person: 'p2' }, { ...copy, id: 'A1B2C4' }, second]) await copies.put(one);
    expect(await copies.of('A1B2C3')).toEqual([second, { ...copy, person: 'p2' }]);
  });

  it('never go back to an earlier state, whoever writes last', async () => {
    const copies = await open();
    const states = [3, 1, 5, 2, 4].map((seq) => ({ ...copy, seq, turn: seq }));
    await Promise.all(states.map((one) => copies.put(one)));
    expect(await copies.of('A1B2C3')).toEqual([{ ...copy, seq: 5, turn: 5 }]);
  });

  it('stay the newest card when an older one is drawn anew after it', async () => {
    const copies = await open();
    const newer = { ...copy, activity: '1:2', seq: 3 };
    await copies.put(copy);
    await copies.put(newer);
    await copies.moveOn({ ...copy, seq: 4 });
    expect(await copies.of('A1B2C3')).toEqual([newer]);
    await copies.moveOn({ ...newer, seq: 5, turn: 2 });
    expect(await copies.of('A1B2C3')).toEqual([{ ...newer, seq: 5, turn: 2 }]);
    await copies.forget(newer);
    await copies.moveOn({ ...newer, seq: 6 });
    expect(await copies.of('A1B2C3')).toEqual([]);
  });

  it('are forgotten when the card is gone, unless another has taken its place', async () => {
    const copies = await open();
    await copies.put(copy);
    await copies.forget({ ...copy, activity: '1:0' });
    expect(await copies.of('A1B2C3')).toHaveLength(1);
    await copies.forget(copy);
    await copies.forget(copy);
    expect(await copies.of('A1B2C3')).toEqual([]);
  });
});
