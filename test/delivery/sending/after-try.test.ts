import fc from 'fast-check';
import { faultClasses, type SendFault } from '../../../src/delivery/send-fault';
import { afterTry, backoffMs } from '../../../src/delivery/sending/after-try';
import { millisecondsOf } from '../../../src/domain/time';
import { type Delivery, isOpen, owed, type Subject } from '../../../src/store/delivery/deliveries';

const now = '2026-11-24T09:00:00.000Z';
const nextMorning = '2026-11-25T07:00:00.000Z';
const moment = { now, nextMorning, chatIsClosed: false };
const subjects: Subject[] = [
  { kind: 'notice', record: 'idea', id: 'A1B2C3', seq: 1, as: 'deciders' },
  { kind: 'update', record: 'idea', id: 'A1B2C3', seq: 2, conversation: 'a:1', activity: '1:1' },
  { kind: 'daily' },
  { kind: 'catchUp', records: 'idea.A1B2C3' },
  { kind: 'digest', week: '2026-W47' },
];

const sending = (subject: Subject): Delivery => ({
  ...owed({ person: 'p1', run: 'run' }, subject, now, now),
  state: 'sending',
  owner: 'me',
  deadline: '2026-11-24T09:00:30.000Z',
  tries: 1,
});
const faults = fc.record({ class: fc.constantFrom(...faultClasses), reason: fc.constant('reason') });

describe('what follows from a try that did not succeed', () => {
  it('is always a state, with a reason, without an owner, and due later when it is tried again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...subjects),
        faults,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        (subject, fault, chance, chatIsClosed) => {
          const next = afterTry(sending(subject), fault, { ...moment, chance, chatIsClosed });
          expect(next).toMatchObject({ reason: 'reason', at: now, person: 'p1', run: 'run' });
          expect(next).not.toHaveProperty('owner');
          expect(next).not.toHaveProperty('deadline');
          expect(next.state).not.toBe('sending');
          if (next.state === 'owed') expect(next.due >= now).toBe(true);
        },
      ),
    );
  });

  it('comes to an end for every kind of message, unless Teams only asks it to wait', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...subjects),
        fc.array(
          faults.filter((fault) => !['throttled', 'unsent', 'disabled'].includes(fault.class)),
          {
            minLength: 20,
            maxLength: 20,
          },
        ),
        (subject, storm) => {
          let row = sending(subject);
          let posts = 0;
          let refused = 0;
          for (const fault of storm) {
            if (!isOpen(row)) break;
            if (fault.class === 'refused') refused++;
            const then = { ...moment, chance: 0.5, chatIsClosed: refused >= 3 };
            row = afterTry({ ...row, state: 'sending', tries: row.tries + 1 }, fault, then);
            posts++;
          }
          expect(isOpen(row)).toBe(false);
          expect(posts).toBeLessThanOrEqual(13);
        },
      ),
    );
  });

  it('never sends a summary again that may have arrived', () => {
    for (const subject of subjects.filter(({ kind }) => kind === 'digest' || kind === 'daily' || kind === 'catchUp')) {
      const next = afterTry(sending(subject), { class: 'unknown', reason: '500' }, { ...moment, chance: 0 });
      expect(next).toMatchObject({ state: 'ambiguous', unknown: 1 });
    }
  });

  const subject = (kind: Subject['kind']) => {
    const found = subjects.find((one) => one.kind === kind);
    if (!found) throw new Error(`No subject of kind ${kind}`);
    return found;
  };
  /** Tries with always the same fault, until there are so many: how often it was posted, its end, and the longest wait (ms). */
  const stormOf = (row: Delivery, fault: SendFault['class'], most = 50) => {
    let posts = 0;
    let wait = 0;
    let next = row;
    do {
      posts++;
      next = afterTry(
        { ...next, state: 'sending', tries: posts },
        { class: fault, reason: 'x' },
        { ...moment, chance: 1 },
      );
      wait = Math.max(wait, millisecondsOf(next.due) - millisecondsOf(now));
    } while (isOpen(next) && posts < most);
    return { posts, state: next.state, unknown: next.unknown, wait };
  };
  const asking = { ...sending(subject('notice')), asks: true };
  it.each<[string, Delivery, SendFault['class'], object]>([
    ['429, 412 and 503: as long as it takes', asking, 'throttled', { posts: 50, state: 'owed', unknown: 0 }],
    ['… a digest too', sending(subject('digest')), 'throttled', { posts: 50, state: 'owed', unknown: 0 }],
    ['502 and 504: three tries', asking, 'gateway', { posts: 3, state: 'ambiguous', unknown: 3 }],
    ['… of news as well', sending(subject('notice')), 'gateway', { posts: 3, state: 'ambiguous' }],
    ['… of a digest one', sending(subject('digest')), 'gateway', { posts: 1, state: 'ambiguous', unknown: 1 }],
    ['500: once more after ten minutes what asks', asking, 'unknown', { posts: 2, state: 'ambiguous', wait: 600_000 }],
    [
      '… and no news a second time',
      sending(subject('notice')),
      'unknown',
      { posts: 1, state: 'ambiguous', unknown: 1 },
    ],
    [
      '… nor a day card, also where something waits: what it told is told by the next',
      { ...sending(subject('daily')), asks: true },
      'unknown',
      { posts: 1, state: 'ambiguous' },
    ],
    [
      '… but one that stands is drawn anew until it is known, which alerts nobody',
      { ...sending({ kind: 'daily', activity: '1:1' }), asks: true },
      'lost',
      { posts: 6, state: 'ambiguous' },
    ],
    ['what cannot leave this machine: as long as it takes', asking, 'unsent', { posts: 50, state: 'owed', unknown: 0 }],
  ])('%s', (_, row, fault, expected) => {
    expect(stormOf(row, fault)).toMatchObject(expected);
  });

  it('waits twice as long each time, half of it by chance, never longer than five minutes, and never longer than an hour for Teams', () => {
    expect([1, 2, 3, 4].map((tries) => backoffMs(tries, 1))).toEqual([2000, 4000, 8000, 16_000]);
    expect(backoffMs(3, 0)).toBe(4000);
    expect(backoffMs(50, 1)).toBe(300_000);
    const [notice] = subjects;
    if (!notice) throw new Error('no subject');
    const asked = afterTry(
      sending(notice),
      { class: 'throttled', reason: '429', retryAfterMs: 7000 },
      { ...moment, chance: 1 },
    );
    expect(millisecondsOf(asked.due) - millisecondsOf(now)).toBe(7000);
    const forDays = { class: 'throttled', reason: '429', retryAfterMs: 7 * 86_400_000 } as const;
    expect(afterTry(sending(notice), forDays, { ...moment, chance: 1 }).due).toBe('2026-11-24T10:00:00.000Z');
  });
});
