import { inUse, nextFollowUp, timeInUse, withRetired } from '../../../../src/domain/idea/use/in-use.js';
import { restingIdea } from '../../../../testing/samples/idea/ideas.js';

// An idea that has stopped where it came from, and that another department still uses.

const used = restingIdea({
  stage: 'inUse',
  department: 'VOO',
  followUpOn: '2027-06-01',
  adoptions: { VOO: { status: 'using', start: '2026-12-01' }, SBK: { status: 'using', start: '2027-01-01' } },
});
const stopsOn = (idea: typeof used, day: string) =>
  withRetired(idea, {
    ...{ seq: idea.seq + 1, at: `${day}T08:00:00.000Z`, day, by: 'pLEADER', type: 'retired' },
    ...{ to: { stage: 'inUse' }, words: {}, data: { effects: [] } },
  });

describe('an idea that is not used any more where it came from', () => {
  const stopped = stopsOn(used, '2027-06-10');

  it('is not asked about there again', () => {
    expect(nextFollowUp(used)).toBe('2027-06-01');
    expect(nextFollowUp(stopped)).toBeUndefined();
  });

  it('was used until that day, however long others go on', () => {
    const span = { from: '2026-12-01', until: '2027-06-10' };
    expect(timeInUse(stopped, '2029-01-01')).toEqual(span);
    expect(timeInUse(stopsOn(stopped, '2028-03-01'), '2029-01-01')).toEqual(span);
  });
});

it('comes into use anew without asking a second time whether it got better', () => {
  const improvement = { until: '2027-01-20' };
  const anew = { day: '2027-09-01', words: {} };
  expect(inUse({ ...used, improvement }, anew).improvement).toEqual(improvement);
  expect(inUse(used, anew).improvement).toEqual({ askOn: '2027-09-29' });
});
