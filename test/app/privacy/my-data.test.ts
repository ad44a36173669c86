import { myData } from '../../../src/app/privacy/my-data.js';
import { appAtWork } from '../../../testing/scenes/app-at-work.js';
import { manyFollowed } from '../../../testing/scenes/popular.js';

describe('what is stored about somebody', () => {
  const scene = async (count: number) => {
    const town = await appAtWork();
    const { submitter, reader } = await town.allArrive('submitter', 'reader');
    const { id } = await town.submits(submitter);
    const ids = await manyFollowed(town, id, reader.ref, count);
    return { town, ids, stored: { person: reader } };
  };

  it('comes in parts, each record once', async () => {
    const { town, ids, stored } = await scene(45);
    const found: string[] = [];
    const sizes: number[] = [];
    let from: string | undefined;
    do {
      const { parts, next } = await myData(town.deps, stored, from);
      sizes.push(parts.length);
      found.push(...parts.flatMap((part) => (part.record === 'idea' ? [part.idea.id] : [])));
      from = next;
    } while (from !== undefined);
    expect(sizes).toEqual([20, 20, 5]);
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  it('costs as many requests a part of a thousand records as of twenty', async () => {
    const [few, many] = [await scene(20), await scene(1000)];
    const asked = [];
    for (const { town, stored } of [few, many]) asked.push(await town.requestsOf(() => myData(town.deps, stored)));
    expect(asked[1]).toBe(asked[0]);
    const later = await many.town.requestsOf(() => myData(many.town.deps, many.stored, 'r.Z00499'));
    expect(later).toBe(asked[0]);
  });
});
