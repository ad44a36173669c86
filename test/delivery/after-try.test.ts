import fc from 'fast-check';
import { afterTry, backoff } from '../../src/delivery/after-try';
import type { SendFault } from '../../src/delivery/send-fault';
import { millisecondsOf } from '../../src/domain/time';
import { type Delivery, isOpen, owed, type Subject } from '../../src/store/deliveries';

const now = '2026-11-24T09:00:00.000Z';
const nextMorning = '2026-11-25T07:00:00.000Z';
const moment = { now, nextMorning, chatIsClosed: false };
const subjects: Subject[] = [
  { kind: 'notice', idea: 'A1B2C3', seq: 1, as: 'deciders' },
  { kind: 'update', idea: 'A1B2C3', seq: 2, conversation: 'a:1', activity: '1:1' },
  { kind: 'daily' },
  { kind: 'catchUp', ideas: 'A1B2C3' },
  { kind: 'digest', week: '2026-W47' },
];
const classes: SendFault['class'][] = ['throttled', 'unsent', 'unknown', 'refused', 'disabled', 'tooLarge', 'faulty'];

const sending = (subject: Subject): Delivery => ({
  ...owed({ person: 'p1', run: 'run' }, subject, now, now),
  state: 'sending',
  owner: 'me',
  deadline: '2026-11-24T09:00:30.000Z',
  tries: 1,
});
const faults = fc.record({ class: fc.constantFrom(...classes), reason: fc.constant('reason') });

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

  it('waits twice as long each time, half of it by chance, never longer than five minutes, and never longer than an hour for Teams', () => {
    expect([1, 2, 3, 4].map((tries) => backoff(tries, 1))).toEqual([2000, 4000, 8000, 16_000]);
    expect(backoff(3, 0)).toBe(4000);
    expect(backoff(50, 1)).toBe(300_000);
    const [notice] = subjects;
    if (!notice) throw new Error('no subject');
    const asked = afterTry(
      sending(notice),
      { class: 'throttled', reason: '429', retryAfter: 7000 },
      { ...moment, chance: 1 },
    );
    expect(millisecondsOf(asked.due) - millisecondsOf(now)).toBe(7000);
    const forDays = { class: 'throttled', reason: '429', retryAfter: 7 * 86_400_000 } as const;
    expect(afterTry(sending(notice), forDays, { ...moment, chance: 1 }).due).toBe('2026-11-24T10:00:00.000Z');
  });
});
