import { myData, myDataAtOnce, myDataShown } from '../../../src/app/privacy/my-data.js';
import type { Held } from '../../../src/app/records.js';
import { appAtWork } from '../../../testing/scenes/app-at-work.js';
import { manyComment, manyFollowed } from '../../../testing/scenes/popular.js';

const ideasIn = (parts: readonly Held[]) => parts.filter((part) => part.record === 'idea');

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

  /** All pages as a turn shows them, and what each of them asked of storage. */
  async function pagesOf({ town, stored }: Pick<Awaited<ReturnType<typeof scene>>, 'town' | 'stored'>) {
    const pages: Awaited<ReturnType<typeof myDataShown>>[] = [];
    const costs: number[] = [];
    let from: string | undefined;
    do {
      const cost = await town.requestsOf(async () => pages.push(await myDataShown(town.deps, stored, from)));
      costs.push(cost);
      from = pages.at(-1)?.next;
    } while (from !== undefined && pages.length < 50);
    return { pages, costs };
  }

  it('is shown a few records at a time, each once', async () => {
    const { town, ids, stored } = await scene(9);
    const { pages, costs } = await pagesOf({ town, stored });
    expect(pages.flatMap(({ parts }) => ideasIn(parts).map(({ idea }) => idea.id)).toSorted()).toEqual(ids.toSorted());
    expect(Math.max(...pages.map(({ parts }) => parts.length))).toBe(4);
    expect(Math.max(...costs)).toBeLessThanOrEqual(41);
    expect(await myDataAtOnce(town.deps, stored)).toBeUndefined();
  });

  it('is shown a page of a long record at a time, each event once and with its words, between other records', async () => {
    const town = await appAtWork();
    const { submitter } = await town.allArrive('submitter');
    const stored = { person: submitter };
    const made = [await town.submits(submitter), await town.submits(submitter), await town.submits(submitter)];
    const [first, long, last] = made.map(({ id }) => id).toSorted();
    await manyComment(town, long ?? '', 70, () => 'pTALK');
    expect(await myDataAtOnce(town.deps, stored)).toBeUndefined();
    const { pages, costs } = await pagesOf({ town, stored });
    const parts = ideasIn(pages.flatMap((page) => page.parts));
    for (const id of [first, last]) expect(parts.filter(({ idea }) => idea.id === id)).toHaveLength(1);
    const events = parts.flatMap((part) => (part.idea.id === long ? part.events : []));
    expect(events.map(({ seq }) => seq).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 71 }, (_, n) => n + 1),
    );
    expect(events.filter(({ words }) => words.comment?.startsWith('Kommentar'))).toHaveLength(70);
    expect(Math.max(...parts.map((part) => part.events.length))).toBeLessThanOrEqual(30);
    expect(Math.max(...costs)).toBeLessThanOrEqual(41);
  });

  it('tells nothing of a record that is none of theirs, whatever place a press names', async () => {
    const { town, stored, ids } = await scene(1);
    const other = (await town.submits((await town.allArrive('colleague')).colleague)).id;
    expect((await myDataShown(town.deps, stored, `e.idea~${other}~5~`)).parts).toEqual([]);
    expect((await myDataShown(town.deps, stored, `e.challenge~${ids[0]}~5~`)).parts).toEqual([]);
    expect((await myDataShown(town.deps, stored, `e.idea~${ids[0]}~5~`)).parts).toHaveLength(1);
  });
});
