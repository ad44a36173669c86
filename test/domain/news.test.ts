import { begin, gather, isFirst, isFull, type News, nextRound } from '../../src/domain/news.js';
import { instantOf, millisecondsOf } from '../../src/domain/time.js';

const NOW = '2026-11-24T09:00:00.000Z';
const later = (minutes: number) => instantOf(millisecondsOf(NOW) + minutes * 60_000);
const events = (...seqs: number[]) => seqs.map((seq) => ({ seq }));

describe('news of a record', () => {
  test('is told at once when there has been none, and what comes with it waits an hour', () => {
    expect(isFirst(undefined, NOW)).toBe(true);
    const news = gather(undefined, events(2, 3, 4), NOW);
    expect(news).toEqual({ toldAt: NOW, waiting: events(3, 4) });
    expect(nextRound(news)).toBe(later(60));
  });

  test('waits with what came before it, each once, and moves no date', () => {
    const news = gather({ toldAt: NOW, waiting: events(3) }, events(3, 4), later(40));
    expect(news).toEqual({ toldAt: NOW, waiting: events(3, 4) });
    expect(nextRound(news)).toBe(later(60));
  });

  test('is told at once again after a quiet hour, and not before something that still waits', () => {
    const told: News = { toldAt: NOW, waiting: [] };
    expect(isFirst(told, later(59))).toBe(false);
    expect(isFirst(told, later(60))).toBe(true);
    expect(isFirst({ toldAt: NOW, waiting: events(3) }, later(90))).toBe(false);
    expect(gather(told, events(7), later(61))).toEqual({ toldAt: later(61), waiting: [] });
  });

  test('of more than one message can name is not waited for', () => {
    const many = gather({ toldAt: NOW, waiting: [] }, events(...Array.from({ length: 500 }, (_, n) => n)), later(1));
    expect(nextRound(many)).toBe(NOW);
  });

  test('waits on where it is too much for one round, which is then due at once', () => {
    const all = events(...Array.from({ length: 1700 }, (_, n) => n));
    const { round, after } = begin({ toldAt: NOW, waiting: all }, later(60));
    expect(round).toEqual(all.slice(0, 500));
    expect(after).toEqual({ toldAt: later(60), waiting: all.slice(500) });
    expect([isFull(after), nextRound(after)]).toEqual([true, later(60)]);
    expect(begin(begin(after, NOW).after, NOW).after.waiting).toEqual(all.slice(1500));
    expect(isFull({ toldAt: NOW, waiting: all.slice(0, 499) })).toBe(false);
  });
});
