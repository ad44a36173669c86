import { RateLimit, usualPace } from '../../../src/bot/turns/rate-limit';

function limited(pace = { burst: 3, perSecond: 1 }) {
  let now = 1_000_000;
  const limit = new RateLimit(pace, () => now);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { pass, judge: (person = 'one') => limit.judge(person), limit };
}

describe('how much one person may ask', () => {
  it('is a burst, and then a little all the time', () => {
    const { judge, pass } = limited();
    expect([judge(), judge(), judge()]).toEqual(['none', 'none', 'none']);
    expect(judge()).toBe('tell');
    pass(1);
    expect([judge(), judge()]).toEqual(['none', 'silent']);
  });

  it('is said once in ten seconds, however much they send', () => {
    const { judge, pass } = limited({ burst: 0, perSecond: 0 });
    const heard = Array.from({ length: 250 }, () => {
      pass(0.1);
      return judge();
    });
    expect(heard.filter((haste) => haste === 'tell')).toHaveLength(3);
    expect(heard).not.toContain('none');
  });

  it('changes nothing for anybody else', () => {
    const { judge } = limited();
    for (let n = 0; n < 100; n++) judge('one');
    expect([judge('other'), judge('other'), judge('other')]).toEqual(['none', 'none', 'none']);
  });

  it('never becomes more than the burst, and a clock that is set back takes nothing', () => {
    const { judge, pass } = limited();
    judge();
    pass(3600);
    expect([judge(), judge(), judge(), judge()]).toEqual(['none', 'none', 'none', 'tell']);
    pass(-3600);
    expect(judge()).toBe('silent');
    pass(1);
    expect(judge()).toBe('none');
  });

  it('is no hindrance to the quickest hand: two presses a second for half a minute, then one for as long as they like', () => {
    const { judge, pass } = limited(usualPace);
    const presses = Array.from({ length: 60 }, () => {
      pass(0.5);
      return judge();
    });
    const more = Array.from({ length: 600 }, () => {
      pass(1);
      return judge();
    });
    expect(new Set([...presses, ...more])).toEqual(new Set(['none']));
  });

  it('takes no more memory than ten thousand people need, and forgets those who have been quiet the longest', () => {
    const { judge, limit } = limited();
    for (let n = 0; n < 3; n++) judge('quiet');
    for (let n = 0; n < 20_000; n++) judge(`person ${n}`);
    expect((limit as unknown as { buckets: Map<string, object> }).buckets.size).toBe(10_000);
    expect(judge('quiet')).toBe('none');
  });
});
