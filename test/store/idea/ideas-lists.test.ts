import { waitsKey } from '../../../src/store/keys.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type Step, submitted } from '../../../testing/samples/idea/story.js';
import { dueIn, type IdeasAtWork, ideasAtWork, listsOf } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
let work: IdeasAtWork;
beforeEach(async () => {
  work = await ideasAtWork();
});

const lists = () => listsOf(work, ID);
const due = () => dueIn(work);

describe('the lists follow the idea', () => {
  const way: [string, Step, string[], string[]][] = [
    ['submitted', submitted, ['waits|leader.VOO|2026-11-30', 'open|VOO'], ['2026-12-01T07:00']],
    ['edited', [story.submitter, story.edit()], ['waits|leader.VOO|2026-11-30', 'open|VOO'], ['2026-12-01T07:00']],
    [
      'asked about',
      [story.leader, story.ask()],
      ['waits|pSUBMITTER|2026-11-26', 'asked|leader.VOO|2026-11-26', 'open|VOO'],
      ['2026-11-27T07:00'],
    ],
    [
      'reminded of',
      [story.clock, story.remind, story.on('2026-11-27')],
      ['waits|pSUBMITTER|2026-11-26', 'asked|leader.VOO|2026-11-26', 'open|VOO'],
      ['2026-12-08T07:00'],
    ],
    [
      'answered',
      [story.submitter, story.answer(), story.on('2026-11-28')],
      ['waits|leader.VOO|2026-12-12', 'open|VOO'],
      ['2026-12-13T07:00'],
    ],
    [
      'passed on, to a department where only the deputy can decide',
      [story.leader, story.passOn('SBK', 'deputy'), story.on('2026-11-28')],
      ['waits|deputy.SBK|2026-12-12', 'open|SBK'],
      ['2026-12-13T07:00'],
    ],
    [
      'given to somebody to do now',
      [story.leader, story.doNow('pDOER', '2026-12-20'), story.on('2026-11-28')],
      ['waits|pDOER|2026-12-20', 'open|SBK'],
      ['2026-12-21T07:00'],
    ],
    [
      'declined',
      [story.doer, story.declineDoing(), story.on('2026-11-29')],
      ['waits|deputy.SBK|2026-12-13', 'open|SBK'],
      ['2026-12-14T07:00'],
    ],
    [
      'explored',
      [story.leader, story.explore, story.on('2026-11-29')],
      ['waits|pLEADER|2026-12-29', 'open|SBK'],
      ['2026-12-30T07:00'],
    ],
    [
      'in use',
      [story.driver, story.reportDone(), story.on('2026-11-29')],
      [],
      ['2026-12-27T07:00', '2027-05-29T06:00'],
    ],
  ];

  it('at every step of its way', async () => {
    for (const [what, step, expectedLists, expectedDue] of way) {
      await work.tell(ID, step);
      expect({ what, lists: await lists(), due: await due() }).toEqual({
        what,
        lists: expectedLists,
        due: expectedDue,
      });
      expect((await work.ideas.mine('pSUBMITTER', 10)).map(({ id }) => id)).toEqual([ID]);
    }
  });

  it('and nobody’s queue holds it once it is closed or withdrawn', async () => {
    await work.tell(ID, ...story.standings.closed);
    await work.tell('A2A2A2', ...story.standings.withdrawn);
    await work.tell('B3B3B3', submitted, [story.leader, story.merge()]);
    expect([...(await lists()), ...(await due())]).toEqual([]);
    expect(await work.ideas.mine('pSUBMITTER', 10)).toHaveLength(3);
  });
});

describe('an idea that people had together', () => {
  it('is among the ideas of each, and in the queue of none of them', async () => {
    await work.tell(
      ID,
      [story.submitter, story.submit({ coSubmitters: ['pWRITER'] })],
      ...story.joins(),
      [story.merger, story.absorb('Q4X7MK', ['pJOINER'])],
      [story.submitter, story.addCoSubmitter('pASKED')],
    );
    for (const person of ['pSUBMITTER', 'pWRITER', 'pFRIEND', 'pJOINER']) {
      expect((await work.ideas.mine(person, 10)).map(({ id }) => id)).toEqual([ID]);
    }
    const [row] = await work.ideas.waiting('leader.VOO');
    expect(row?.submitters).toEqual(['pSUBMITTER', 'pWRITER', 'pFRIEND', 'pJOINER']);
    // Who is only asked has it in their own queue, until they answer, and not among their ideas.
    expect(await work.ideas.mine('pASKED', 10)).toEqual([]);
    expect((await work.ideas.waiting('pASKED')).map(({ id }) => id)).toEqual([ID]);
    await work.tell(ID, [{ ...story.submitter, ref: 'pWRITER' }, story.stepOut]);
    expect(await work.ideas.mine('pWRITER', 10)).toEqual([]);
    const [after] = await work.ideas.waiting('leader.VOO');
    expect(after?.submitters).toContain('pWRITER');
  });

  it('stays among theirs to the end', async () => {
    await work.tell(ID, submitted, ...story.joins());
    for (const step of [...story.standings.spread.slice(1), [story.leader, story.close()] as const]) {
      await work.tell(ID, step);
      expect(await work.ideas.mine('pFRIEND', 10)).toHaveLength(1);
    }
    expect((await work.stored(ID)).idea.stage).toBe('closed');
  });
});

describe('a comment', () => {
  const talks = async (...people: string[]) =>
    Promise.all(people.map(async (person) => (await work.ideas.talk(person)).length));

  it('is for those who work on the idea, until they have answered, and never for the one who wrote it', async () => {
    await work.tell(ID, ...story.standings.scaling);
    await work.tell(ID, ...story.joins(), [story.stranger, story.comment()]);
    const all = ['pSUBMITTER', 'pFRIEND', 'pLEADER', 'pOWNER', 'pSTRANGER'];
    expect(await talks(...all)).toEqual([1, 1, 1, 1, 0]);
    await work.tell(ID, [story.owner, story.comment('Ja, gärna!')]);
    // Whoever has written before may want to answer too.
    expect(await talks(...all)).toEqual([1, 1, 1, 0, 1]);
    await work.tell(ID, [story.submitter, story.comment('Tack!')]);
    expect(await talks(...all)).toEqual([0, 1, 1, 1, 1]);
  });
});

describe('a queue', () => {
  const sentOn = (day: string) => story.on(day).now;
  const send = (id: string, day: string, data: Parameters<typeof story.submit>[0] = {}) =>
    work.tell(id, [story.submitter, story.submit({ id, ...data }), story.on(day)]);

  it('is read by the answer date that was promised first, in one request, with what its filters need', async () => {
    await send('B3B3B3', '2026-11-18');
    await send('A2A2A2', '2026-11-17');
    await send('C4C4C4', '2026-11-16');
    await work.tell('A2A2A2', [story.leader, story.ask(), story.on('2026-11-17')]);
    await work.tell('A2A2A2', [story.submitter, story.answer(), story.on('2026-11-20')]);
    await work.tell('C4C4C4', [story.clock, story.remind, story.on('2026-12-01')]);
    expect(await work.requestsOf(() => work.ideas.waiting('leader.VOO'))).toBe(1);
    const row = { submitters: ['pSUBMITTER'], by: 'pSUBMITTER', fresh: true, reminded: false, first: true };
    expect(await work.ideas.waiting('leader.VOO')).toEqual([
      {
        ...row,
        id: 'C4C4C4',
        promised: '2026-11-30',
        answerBy: '2026-12-15',
        reminded: true,
        at: sentOn('2026-11-16'),
      },
      { ...row, id: 'B3B3B3', promised: '2026-12-02', answerBy: '2026-12-02', at: sentOn('2026-11-18') },
      { ...row, id: 'A2A2A2', promised: '2026-12-04', answerBy: '2026-12-04', at: sentOn('2026-11-17') },
    ]);
  });

  it('still holds rows that an earlier version wrote, by the answer date in their key', async () => {
    await send('B3B3B3', '2026-11-18');
    await send('A2A2A2', '2026-11-17');
    const key = 'list|waits|leader.VOO|2026-12-01|A2A2A2';
    const partitionKey = (await work.rows()).get(key)?.partitionKey as string;
    const old = { id: 'A2A2A2', submitters: 'pSUBMITTER', fresh: true, reminded: false };
    await work.storage.ideas.updateEntity({ partitionKey, rowKey: key, ...old }, 'Replace', { etag: '*' });
    const [first, second] = await work.ideas.waiting('leader.VOO');
    expect(first).toEqual({ ...old, submitters: ['pSUBMITTER'], promised: '2026-12-01', answerBy: '2026-12-01' });
    expect(second?.id).toBe('B3B3B3');
  });

  it('is read in one request however long it is, the oldest promises of it', async () => {
    await send('A2A2A2', '2026-11-17');
    const [partitionKey] = [...(await work.rows()).values()].map((row) => row.partitionKey as string);
    const before = Array.from({ length: 1500 }, (_, n) => {
      const id = `Z${String(n).padStart(5, '0')}`;
      const rowKey = waitsKey('leader.VOO', `2026-${n < 1100 ? '10' : '12'}-15`, id);
      return ['create', { partitionKey, rowKey, id, submitters: 'pONE', fresh: true, reminded: false }] as const;
    });
    expect(await work.requestsOf(() => work.ideas.waiting('leader.VOO'))).toBe(1);
    for (let from = 0; from < before.length; from += 100) {
      await work.storage.ideas.submitTransaction(before.slice(from, from + 100) as never);
    }
    const rows: string[] = [];
    const read = async () => rows.push(...(await work.ideas.waiting('leader.VOO')).map(({ promised }) => promised));
    expect(await work.requestsOf(read)).toBe(1);
    expect([rows.length, new Set(rows)]).toEqual([1000, new Set(['2026-10-15'])]);
  });

  it('holds its own department’s ideas only, also where one code begins another', async () => {
    await send('A2A2A2', '2026-11-16', { department: 'VO' });
    await send('B3B3B3', '2026-11-16', { department: 'VOO' });
    expect((await work.ideas.waiting('leader.VO')).map(({ id }) => id)).toEqual(['A2A2A2']);
    expect((await work.ideas.open('VO')).map(({ id }) => id)).toEqual(['A2A2A2']);
  });

  it('of the innovation office is every department’s, whatever letters its code has', async () => {
    await send('A2A2A2', '2026-11-16', { department: 'VOO', tier: 'office' });
    await send('B3B3B3', '2026-11-16', { department: 'Äldre ~1', tier: 'office' });
    await send('C4C4C4', '2026-11-16', { department: 'SBK' });
    expect((await work.ideas.waiting('office.')).map(({ id }) => id).sort()).toEqual(['A2A2A2', 'B3B3B3']);
    await work.tell('B3B3B3', [story.leader, story.ask()]);
    expect((await work.ideas.asked('office.')).map(({ id }) => id)).toEqual(['B3B3B3']);
    expect(await work.ideas.asked('office.VOO')).toEqual([]);
  });

  it('of a person is not another’s whose reference begins alike', async () => {
    await work.tell('A2A2A2', submitted, [story.leader, story.doNow('pDOER')]);
    expect(await work.ideas.waiting('pDO')).toEqual([]);
    expect((await work.ideas.waiting('pDOER')).map(({ id }) => id)).toEqual(['A2A2A2']);
  });

  it('works in a department whose code holds an apostrophe', async () => {
    await send('A2A2A2', '2026-11-16', { department: "L'Isle" });
    expect((await work.ideas.waiting("leader.L'Isle")).map(({ id }) => id)).toEqual(['A2A2A2']);
  });
});

describe('what somebody has submitted', () => {
  it('comes newest first, and no more than asked for', async () => {
    for (const [n, id] of ['A2A2A2', 'B3B3B3', 'C4C4C4'].entries()) {
      await work.tell(id, [story.submitter, story.submit({ id }), story.on(`2026-11-1${6 + n}`)]);
    }
    expect((await work.ideas.mine('pSUBMITTER', 2)).map(({ id }) => id)).toEqual(['C4C4C4', 'B3B3B3']);
    expect(await work.ideas.mine('pSUBMIT', 2)).toEqual([]);
  });
});
