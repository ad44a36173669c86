import fc from 'fast-check';
import { Best } from '../../../src/app/search-index/best';
import { HeldDocuments } from '../../../src/app/search-index/held-documents';

interface Put {
  id: string;
  title: number[];
  text: number[];
  lesson: number[];
}

const words = fc.array(fc.nat({ max: 9 }), { maxLength: 6 });
const ids = fc.constantFrom(...'ABCDEF');
const changes = fc.array(
  fc.oneof(fc.record({ id: ids, title: words, text: words, lesson: words }), fc.record({ id: ids })),
  { maxLength: 60 },
);

describe('documents that are held', () => {
  it('are read through as they were put in, whatever has gone before and been moved together', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (all, compared) => {
        const [held, model] = [new HeldDocuments(0), new Map<string, Put>()];
        for (const change of all) {
          held.drop(change.id);
          model.delete(change.id);
          if (!('title' in change)) continue;
          const { id, title, text, lesson } = change;
          const [titleEnd, comparedEnd] = [title.length, title.length + text.length];
          const about = { id, version: 1, departments: [], knownTo: [], goals: [], stage: '', withLesson: false };
          held.put(about, { words: Uint32Array.from([...title, ...text, ...lesson]), titleEnd, comparedEnd });
          model.set(id, change);
        }
        // Words from 5 on are looked for, each by its own number.
        const marks = Uint16Array.from({ length: 10 }, (_, word) => (word < 5 ? 0 : word));
        const [seen, met]: [Record<string, string[]>, string[]] = [{}, []];
        held.readThrough(
          marks,
          compared,
          (mark, inTitle) => met.push(`${mark} ${inTitle}`),
          (place, length) => {
            seen[`${held.at(place)?.id} ${length}`] = met.splice(0);
          },
        );
        const expected: typeof seen = {};
        for (const { id, title, text, lesson } of model.values()) {
          const others = compared ? text : [...text, ...lesson];
          const found = [...title.map((word) => [word, true]), ...others.map((word) => [word, false])]
            .filter(([word]) => Number(word) >= 5)
            .map(([word, inTitle]) => `${word} ${inTitle}`);
          if (found.length > 0) expected[`${id} ${title.length + others.length}`] = found;
        }
        expect(seen).toEqual(expected);
        expect(held.size).toBe(model.size);
      }),
    );
  });
});

it('the best are those with the highest scores, of the same score those that came first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.nat({ max: 12 }), (scores, most) => {
      const best = new Best(most);
      for (const [place, score] of scores.entries()) best.add(place, score);
      const sorted = scores.map((score, place) => ({ place, score })).sort((one, other) => other.score - one.score);
      expect(best.all).toEqual(sorted.slice(0, most));
      expect(best.count).toBe(scores.length);
    }),
  );
});
