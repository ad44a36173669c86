import type { GroupCommand } from '../../../src/domain/group/commands';
import { decideGroup } from '../../../src/domain/group/decide';
import { movedTo, namedInEvent } from '../../../src/domain/group/leaving';
import { groupNotices } from '../../../src/domain/group/notices';
import {
  asked,
  asks,
  begunOn,
  clock,
  declines,
  drops,
  finishes,
  type GroupTurn,
  groupAfter,
  hides,
  joins,
  lead,
  leaves,
  member,
  on,
  passes,
  reader,
  removes,
  STEP,
  steps,
} from '../../../testing/samples/group/group-story';

const begun = [lead, asks()] as const satisfies GroupTurn;
const joined = [begun, [asked, joins]] as const satisfies readonly GroupTurn[];
const then = (...turns: GroupTurn[]) => groupAfter(...joined, ...turns).group;
const refusal = (
  actor: typeof lead,
  command: GroupCommand,
  group: 'none' | ReturnType<typeof then> = then(),
  setting = begunOn,
) => {
  const decided = decideGroup(command, group === 'none' ? undefined : group, actor, setting);
  return decided.ok ? undefined : decided.refusal.code;
};

describe('a group', () => {
  it('begins with the first one who is asked, and has nobody in it who has not said yes', () => {
    const { group } = groupAfter(begun);
    expect(group.members).toEqual([{ person: 'pINVITED', accepted: false, until: '2026-11-30' }]);
    expect(then().members).toEqual([{ person: 'pINVITED', accepted: true }]);
    expect(groupAfter(begun, [asked, declines]).group.members).toEqual([]);
    expect(refusal(reader, joins)).toBe('notAllowed');
    expect(refusal(reader, asks('pFRIEND'), 'none')).toBe('notAllowed');
  });

  it('is eight people at most, and three in a small municipality', () => {
    const full = Array.from({ length: 7 }, (_, n): GroupTurn => [lead, asks(`p${n}`)]);
    expect(refusal(lead, asks('pLAST'), then(...full))).toBe('full');
    expect(refusal(lead, asks('pLAST'), then(...full.slice(0, 2)), on('2026-11-16', { mostMembers: 3 }))).toBe('full');
    expect(refusal(lead, asks())).toBe('inItAlready');
  });

  it('works while its idea is explored, planned or tested', () => {
    const over = on('2026-11-16', { isWorked: false });
    expect(refusal(lead, asks('pFRIEND'), then(), over)).toBe('notNow');
    expect(refusal(member, steps(), then(), over)).toBe('notNow');
    // Nobody is kept in it.
    expect(refusal(member, leaves, then(), over)).toBeUndefined();
  });

  it('has five open steps at most, each of somebody who has said yes, on a day ahead', () => {
    expect(then([lead, steps()])).toMatchObject({
      ...{ steps: [{ slot: 'step1', taker: 'pINVITED', on: '2026-12-01' }], words: { step1: STEP } },
    });
    const five = Array.from({ length: 5 }, (): GroupTurn => [lead, steps()]);
    expect(refusal(lead, steps(), then(...five))).toBe('stepsFull');
    expect(refusal(lead, steps('pSTRANGER'))).toBe('notInIt');
    expect(refusal(lead, steps('pINVITED', '2026-11-15'))).toBe('dateNotAhead');
    expect(refusal(lead, steps('pINVITED', 'snart'))).toBe('badDate');
    expect(refusal(lead, steps('pINVITED', '2026-12-01', ' '))).toBe('stepMissing');
    expect(refusal(lead, steps('pINVITED', '2026-12-01', 'a'.repeat(201)))).toBe('stepTooLong');
    expect(refusal(reader, steps())).toBe('notAllowed');
  });

  it('has room for a step anew when one is done, and forgets what that was', () => {
    const done = then([lead, steps()], [member, finishes]);
    expect(done).toMatchObject({ steps: [], done: 1, words: {} });
    expect(refusal(member, finishes, done)).toBe('notNow');
  });

  it('gives what somebody was to do back to who began it, when they leave', () => {
    for (const turn of [[member, leaves] as const, [clock, drops] as const])
      expect(then([lead, steps()], turn)).toMatchObject({ members: [], steps: [{ taker: 'pLEADER' }] });
  });

  it('is answered by who is asked still, however many press at the same moment', () => {
    expect(refusal({ ...asked, ref: 'pFRIEND' }, joins)).toBe('notNow');
    expect(refusal(asked, declines)).toBe('notNow');
    const { group } = groupAfter(begun, [asked, declines]);
    expect(refusal(asked, joins, group)).toBe('notNow');
  });

  it('takes nobody from a list that has changed', () => {
    const shownVersion = then().decisionVersion;
    const after = then([lead, asks('pFRIEND')]);
    for (const command of [removes(), steps(), finishes])
      expect(refusal(lead, { ...command, shownVersion }, after)).toBe('stale');
    expect(refusal(lead, { ...removes(), shownVersion: after.decisionVersion }, after)).toBeUndefined();
  });

  it('says of whoever is taken out whether they had answered', () => {
    const last = (...turns: GroupTurn[]) => groupAfter(...turns).events.at(-1)?.data;
    expect(last(begun, [lead, removes()])).toEqual({ person: 'pINVITED', asked: true });
    expect(last(...joined, [lead, removes()])).toEqual({ person: 'pINVITED' });
  });

  it('keeps the steps of who began it, once they have gone', () => {
    const group = then([lead, steps('pLEADER')]);
    expect(refusal(clock, { ...drops, data: { person: 'pLEADER' } } as GroupCommand, group)).toBe('notInIt');
  });

  it('has its words hidden by those who decide alone', () => {
    expect(then([lead, hides]).hidden).toBe(true);
    expect(refusal(member, hides)).toBe('notAllowed');
  });
});

describe('time', () => {
  it('ends a question that nobody has answered', () => {
    const { group } = groupAfter(begun, [clock, passes(), on('2026-12-01')]);
    expect(group.members).toEqual([]);
  });

  it('reminds of a step on its day, once', () => {
    const { events, group } = groupAfter(...joined, [lead, steps()], [clock, passes(), on('2026-12-01')]);
    expect(events.at(-1)).toMatchObject({ type: 'groupStepsDue', data: { slots: ['step1'], takers: ['pINVITED'] } });
    expect(refusal(clock, passes(), group, on('2026-12-02'))).toBe('notNow');
  });

  it('does not remind of a step that is for the day on which it is given', () => {
    const today = then([lead, steps('pINVITED', '2026-11-16')]);
    expect(today.steps).toMatchObject([{ on: '2026-11-16', reminded: true }]);
    expect(refusal(clock, passes(), today, on('2026-11-17'))).toBe('notNow');
  });

  it('looks each month whether its idea goes on, and ends it with that', () => {
    const looked = groupAfter(...joined, [clock, passes(), on('2026-12-16')]);
    expect(looked.events.at(-1)?.type).toBe('groupLooked');
    const ended = then([lead, steps()], [clock, passes(false), on('2026-12-16')]);
    expect(ended).toMatchObject({ stage: 'ended', steps: [], words: {} });
    expect(refusal(clock, passes(), ended, on('2027-12-16'))).toBe('notNow');
  });
});

it('is found by everybody whom something in it names, and is another one’s where they are one person', () => {
  const { events, group } = groupAfter(...joined, [lead, steps()]);
  expect(events.map(namedInEvent)).toEqual([['pLEADER', 'pINVITED'], ['pINVITED'], ['pLEADER', 'pINVITED']]);
  expect(movedTo(group, 'pINVITED', 'pNOW')).toMatchObject({
    ...{ members: [{ person: 'pNOW' }], steps: [{ taker: 'pNOW' }] },
  });
});

it('keeps the yes of one person, by whichever of their accounts they said it', () => {
  const { group } = groupAfter(...joined, [lead, asks('pNOW')]);
  expect(movedTo(group, 'pINVITED', 'pNOW').members).toEqual([{ person: 'pNOW', accepted: true }]);
  expect(movedTo(group, 'pNOW', 'pINVITED').members).toEqual([{ person: 'pINVITED', accepted: true }]);
});

it('tells whoever is asked, who began it of the answer, and who takes a step', () => {
  const { events } = groupAfter(...joined, [lead, steps()]);
  expect(events.map(groupNotices)).toEqual([['asked'], ['founder'], ['takers']]);
});
