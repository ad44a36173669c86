import { bestThreshold, judge, precisionAtRecall, worthAt } from '../../../../dev/benchmarks/similar/measured';
import { ideaPairs, otherIdeas } from '../../../../dev/benchmarks/similar/pairs';
import { methods } from '../../../../dev/benchmarks/similar/rankers';
import { likenessSettings } from '../../../../src/app/search-index/likeness';

const pairs = ideaPairs();
const results = methods.map((method) => {
  const judged = judge(method, pairs, otherIdeas());
  const half = (name: string) => judged.filter(({ pair }) => pair.half === name);
  const [choosing, reporting] = [half('choosing'), half('reporting')];
  const threshold = bestThreshold(choosing);
  return { name: method.name, choosing, reporting, threshold, worth: worthAt(threshold, reporting) };
});

describe('the labelled pairs', () => {
  it('are at least two hundred in Swedish, of either kind, with no text twice in a kind', () => {
    expect(pairs.filter(({ kind }) => kind !== 'english').length).toBeGreaterThanOrEqual(200);
    expect(pairs.filter(({ same }) => !same).length).toBeGreaterThan(80);
    const texts = pairs.map(({ kind, first }) => `${kind} ${first.title} ${first.problem}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('what is held to be the same, on the half that nothing was chosen by', () => {
  const [own, ...plain] = results;
  if (!own) throw new Error('Nothing was measured');

  it.each(plain)('is found among the first three 0.15 more often than by $name', ({ worth }) => {
    expect(own.worth.recallAtThree).toBeGreaterThanOrEqual(worth.recallAtThree + 0.15);
  });

  it.each(plain)('is more often right than by $name, at its own threshold and when as much is found', (other) => {
    expect(own.worth.precision).toBeGreaterThan(other.worth.precision + 0.1);
    expect(own.worth.precision).toBeGreaterThan(precisionAtRecall(own.worth.recall, other.reporting) + 0.1);
  });

  it('begins at the threshold that the product has', () => {
    expect(likenessSettings.threshold).toBeCloseTo(own.threshold, 3);
  });
});
