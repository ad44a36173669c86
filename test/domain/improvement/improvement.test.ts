import { type Improvement, noImprovements, shownOf, sumShown } from '../../../src/domain/improvement/improvement.js';

const TODAY = '2027-01-31';
const counts = (given: Partial<Record<Improvement, number>>, until?: string) => ({
  ...{ ...noImprovements, ...given },
  ...(until && { until }),
});

describe('the answers to whether it has got better', () => {
  it('are shown of an idea when its last day is over, from three on', () => {
    expect(shownOf(counts({ much: 2, no: 1 }, '2027-01-30'), TODAY)).toEqual(counts({ much: 2, no: 1 }));
    expect(shownOf(counts({ much: 2, no: 1 }, TODAY), TODAY)).toBeUndefined();
    expect(shownOf(counts({ much: 2 }, '2027-01-30'), TODAY)).toBeUndefined();
  });

  it('are summed for a challenge of the ideas alone that show them', () => {
    const ideas = [
      counts({ much: 3 }, '2027-01-30'),
      counts({ no: 1 }, '2027-01-30'),
      counts({ some: 4 }, TODAY),
      counts({ unsure: 5 }),
    ];
    expect(sumShown(ideas, TODAY)).toEqual(counts({ much: 3 }));
    expect(sumShown(ideas.slice(1), TODAY)).toBeUndefined();
  });
});
