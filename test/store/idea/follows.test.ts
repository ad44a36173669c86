import { openFollows } from '../../../src/store/idea/follows.js';
import * as story from '../../../testing/samples/idea/story.js';
import { ideasAtWork, MUNICIPALITY } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';

async function followsAtWork() {
  const work = await ideasAtWork();
  return { ...work, follows: openFollows(work.storage, MUNICIPALITY) };
}

describe('following an idea', () => {
  it('lasts until one stops', async () => {
    const { follows } = await followsAtWork();
    expect(await follows.follows(ID, 'pONE')).toBe(false);
    await follows.add(ID, 'pONE');
    expect(await follows.follows(ID, 'pONE')).toBe(true);
    expect(await follows.of(ID)).toEqual(['pONE']);
    await follows.remove(ID, 'pONE');
    expect(await follows.follows(ID, 'pONE')).toBe(false);
    expect(await follows.of(ID)).toEqual([]);
  });

  it('twice is to follow, and to stop twice is to stop', async () => {
    const { follows } = await followsAtWork();
    await Promise.all([follows.add(ID, 'pONE'), follows.add(ID, 'pONE'), follows.add(ID, 'pTWO')]);
    expect(await follows.of(ID)).toEqual(['pONE', 'pTWO']);
    await Promise.all([follows.remove(ID, 'pONE'), follows.remove(ID, 'pONE')]);
    await follows.remove(ID, 'pONE');
    expect(await follows.of(ID)).toEqual(['pTWO']);
  });

  it('is of one idea and one person, also where their names begin alike', async () => {
    const { follows } = await followsAtWork();
    await follows.add(ID, 'pONE');
    expect(await follows.of('K7M4Q2')).toEqual([]);
    expect(await follows.of('K7M4Q')).toEqual([]);
    expect(await follows.follows(ID, 'pON')).toBe(false);
  });

  it('does not touch the idea, so that many can begin while somebody decides', async () => {
    const { follows, tell, act, stored, ideas } = await followsAtWork();
    await tell(ID, story.submitted);
    const before = await stored(ID);
    const all = Array.from({ length: 30 }, (_, n) => `pFOLLOWER${n}`);
    const [{ kind }] = await Promise.all([
      act(ID, [story.leader, story.explore]),
      ...all.map((person) => follows.add(ID, person)),
    ]);
    expect(kind).toBe('saved');
    expect((await ideas.load(ID))?.idea.seq).toBe(before.idea.seq + 1);
    expect((await follows.of(ID)).sort()).toEqual([...all].sort());
  });

  it('takes one request to begin and one to read', async () => {
    const { follows, requestsOf } = await followsAtWork();
    expect(await requestsOf(() => follows.add(ID, 'pONE'))).toBe(1);
    expect(await requestsOf(() => follows.of(ID))).toBe(1);
    expect(await requestsOf(() => follows.follows(ID, 'pONE'))).toBe(1);
  });
});
