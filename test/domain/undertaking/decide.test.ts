import type { UndertakingCommand } from '../../../src/domain/undertaking/commands';
import { decideUndertaking } from '../../../src/domain/undertaking/decide';
import {
  addedOn,
  adder,
  adds,
  anybody,
  clock,
  drops,
  finishes,
  hides,
  keeper,
  moves,
  office,
  on,
  passes,
  planned,
  shows,
  type UndertakingStep,
  undertakingAfter,
  WHAT,
  WHO,
} from '../../../testing/samples/undertaking/undertaking-story';

const then = (...steps: UndertakingStep[]) => undertakingAfter([adder, adds()], ...steps).undertaking;
const refusal = (
  actor: typeof adder,
  command: UndertakingCommand,
  undertaking: 'none' | ReturnType<typeof planned> = planned(),
  setting = addedOn,
) => {
  const decided = decideUndertaking(command, undertaking === 'none' ? undefined : undertaking, actor, setting);
  return decided.ok ? undefined : decided.refusal;
};

describe('an undertaking', () => {
  it('is what a department does, who does it and by when, in the year of its day', () => {
    expect(planned()).toMatchObject({
      ...{ stage: 'planned', department: 'VOO', year: '2027', place: 1, until: '2027-06-15' },
      words: { what: WHAT, who: WHO },
    });
  });

  it('is one of three of its year, and a place that is left is taken', () => {
    const taken = (...placesTaken: number[]) =>
      decideUndertaking(adds(), undefined, adder, { ...addedOn, placesTaken });
    expect(taken(1, 3)).toMatchObject({ value: { data: { place: 2 } } });
    expect(taken(1, 2, 3)).toMatchObject({ refusal: { code: 'yearFull' } });
    // Departments that have become one may have more together.
    expect(taken(1, 1, 2)).toMatchObject({ refusal: { code: 'yearFull' } });
  });

  it('is the last of its year where nine have been dropped: what is listed of a year has an end', () => {
    const taken = (dropped: number) =>
      decideUndertaking(adds(), undefined, adder, { ...addedOn, placesTaken: [1], dropped });
    expect(taken(8)).toMatchObject({ ok: true });
    expect(taken(9)).toMatchObject({ refusal: { code: 'yearSpent' } });
  });

  it('has a day in this year or the next, and words', () => {
    expect(refusal(adder, adds('2026-11-15'), 'none')).toEqual({ code: 'dateNotAhead', field: 'until' });
    expect(refusal(adder, adds('2028-01-01'), 'none')).toEqual({ code: 'dateFarOff', field: 'until' });
    expect(refusal(adder, adds(''), 'none')).toEqual({ code: 'badDate', field: 'until' });
    expect(refusal(adder, adds('2027-06-15', { what: ' ', who: WHO }), 'none')).toEqual({
      ...{ code: 'wordsMissing', field: 'what' },
    });
    expect(refusal(adder, adds('2027-06-15', { what: 'a'.repeat(201), who: WHO }), 'none')).toEqual({
      ...{ code: 'wordsTooLong', field: 'what' },
    });
  });

  it('is added by nobody else, and not over another', () => {
    expect(refusal(anybody, adds(), 'none')).toEqual({ code: 'notAllowed' });
    expect(refusal(office, adds(), 'none')).toEqual({ code: 'notAllowed' });
    expect(refusal(adder, adds())).toEqual({ code: 'stale' });
  });

  it('is done, with what came of it where somebody says so', () => {
    expect(then([keeper, finishes('Nio av tio i tid.')])).toMatchObject({
      ...{ stage: 'done', words: { what: WHAT, result: 'Nio av tio i tid.' } },
    });
    expect(then([keeper, finishes()]).words).toEqual({ what: WHAT, who: WHO });
  });

  it('is moved within its year, with why', () => {
    const moved = then([keeper, moves()]);
    expect(moved).toMatchObject({ stage: 'planned', until: '2027-10-01', moved: '2027-06-15', decisionVersion: 2 });
    expect(refusal(keeper, moves('2028-01-10'))).toEqual({ code: 'otherYear', field: 'until' });
    expect(refusal(keeper, moves('2027-06-15'))).toEqual({ code: 'notNow' });
    expect(refusal(keeper, moves('2027-10-01', ' '))).toEqual({ code: 'wordsMissing', field: 'why' });
  });

  it('is dropped, with why; an earlier reason does not stand beside what came of it', () => {
    expect(then([keeper, drops()])).toMatchObject({ stage: 'dropped', words: { why: 'Det görs i hela kommunen.' } });
    expect(then([keeper, moves()], [keeper, finishes('Klart.')]).words).not.toHaveProperty('why');
    expect(refusal(keeper, drops(''))).toEqual({ code: 'wordsMissing', field: 'why' });
  });

  it('is left alone once it has ended', () => {
    for (const command of [finishes(), moves(), drops(), passes])
      expect(refusal(command === passes ? clock : keeper, command, then([keeper, drops()]))).toEqual({
        code: 'notNow',
      });
  });

  it('is changed by those who keep it alone, and its words are hidden by the office too', () => {
    for (const command of [finishes(), moves(), drops()]) {
      expect(refusal(anybody, command)).toEqual({ code: 'notAllowed' });
      expect(refusal(office, command)).toEqual({ code: 'notAllowed' });
    }
    const hidden = then([office, hides]);
    expect(hidden.hidden).toBe(true);
    expect(refusal(office, hides, hidden)).toEqual({ code: 'notNow' });
    expect(then([office, hides], [keeper, shows])).not.toHaveProperty('hidden');
    expect(refusal(anybody, hides)).toEqual({ code: 'notAllowed' });
  });

  it('is not changed by a card that shows another day', () => {
    const old = { ...finishes(), decisionVersion: 1 };
    expect(refusal(keeper, old, then([keeper, moves()]))).toEqual({ code: 'stale' });
  });
});

describe('time', () => {
  const through = (...days: string[]) =>
    undertakingAfter([adder, adds()], ...days.map((day) => [clock, passes, on(day)] as const));

  it('reminds fourteen days before each part of its year ends, and ends it when the year is summed up', () => {
    const { undertaking, events } = through('2027-04-16', '2027-08-17', '2027-12-17', '2028-01-31');
    expect(events.slice(1).map(({ type, data }) => [type, data])).toEqual([
      ['undertakingReminded', { part: 'T1', year: '2027' }],
      ['undertakingReminded', { part: 'T2', year: '2027' }],
      ['undertakingReminded', { part: 'year', year: '2027' }],
      ['undertakingLapsed', {}],
    ]);
    expect(undertaking.stage).toBe('lapsed');
  });

  it('brings nothing a day too early', () => {
    expect(refusal(clock, passes, planned(), on('2027-04-15'))).toEqual({ code: 'notNow' });
  });

  it('reminds nobody within the days before a part ends of what they have just added', () => {
    const added = undertakingAfter([adder, adds('2027-12-01'), on('2027-04-20')]).undertaking;
    expect(refusal(clock, passes, added, on('2027-04-21'))).toEqual({ code: 'notNow' });
    expect(
      undertakingAfter([adder, adds('2027-12-01'), on('2027-04-20')], [clock, passes, on('2027-08-17')]).undertaking
        .reminded,
    ).toBe('T2');
  });
});
