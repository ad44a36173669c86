import { readAhead } from '../../../src/bot/turns/read-ahead';
import type { IdeaStore } from '../../../src/store/idea/ideas';

describe('reading an idea ahead', () => {
  const storeOf = (load: jest.Mock, newest = jest.fn()) => ({ load, newest }) as unknown as IdeaStore;

  const counting = () => {
    let asked = 0;
    return jest.fn(async () => {
      asked += 1;
      return { asked };
    });
  };

  it('asks at once, and the first reading is answered by it', async () => {
    const load = counting();
    const ideas = readAhead(storeOf(load), { id: 'K7M4QX', history: false });
    expect(load).toHaveBeenCalledTimes(1);
    expect(await ideas.load('K7M4QX')).toMatchObject({ asked: 1 });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('reads anew from then on, so that a turn sees what has changed meanwhile', async () => {
    const load = counting();
    const ideas = readAhead(storeOf(load), { id: 'K7M4QX', history: false });
    await ideas.load('K7M4QX');
    expect(await ideas.load('K7M4QX')).toEqual({ asked: 2 });
  });

  it('reads another idea as always', async () => {
    const load = jest.fn(async (id: string) => id);
    const ideas = readAhead(storeOf(load as jest.Mock), { id: 'K7M4QX', history: false });
    expect(await ideas.load('AAAAA1')).toBe('AAAAA1');
  });

  it('reads the history too where it is wanted, and nothing where there is no idea', () => {
    const [load, history] = [jest.fn(async () => undefined), jest.fn(async () => [])];
    readAhead(storeOf(load, history), { id: 'K7M4QX', history: true });
    expect(history).toHaveBeenCalledTimes(1);
    readAhead(storeOf(load, history), undefined);
    expect([load.mock.calls.length, history.mock.calls.length]).toEqual([1, 1]);
  });

  it('reads the page of what who last wrote has submitted, and nothing of who is not known', async () => {
    const mine = jest.fn(async (person: string) => [{ id: person }]);
    const store = { mine } as unknown as IdeaStore;
    readAhead(store, { mine: 0 });
    expect(mine).not.toHaveBeenCalled();
    const ideas = readAhead(store, { mine: 1 }, 'pONE');
    expect(mine.mock.calls).toEqual([['pONE', 17]]);
    expect(await ideas.mine('pONE', 17)).toEqual([{ id: 'pONE' }]);
    expect(mine).toHaveBeenCalledTimes(1);
  });

  it('is of no use to somebody who is somebody else now', async () => {
    const mine = jest.fn(async (person: string) => [{ id: person }]);
    const ideas = readAhead({ mine } as unknown as IdeaStore, { mine: 0 }, 'pONE');
    expect(await ideas.mine('pTWO', 9)).toEqual([{ id: 'pTWO' }]);
  });

  it('gives a failure to the one who reads, and to nobody when nobody does', async () => {
    const load = jest.fn(async () => {
      throw new Error('gone');
    });
    readAhead(storeOf(load), { id: 'K7M4QX', history: false });
    const ideas = readAhead(storeOf(load), { id: 'K7M4QX', history: false });
    await expect(ideas.load('K7M4QX')).rejects.toThrow('gone');
  });
});
