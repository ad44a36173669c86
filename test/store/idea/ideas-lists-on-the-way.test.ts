import * as story from '../../../testing/samples/idea/story.js';
import { type Step, submitted } from '../../../testing/samples/idea/story.js';
import { dueIn, type IdeasAtWork, ideasAtWork, listsOf } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
let work: IdeasAtWork;
beforeEach(async () => {
  work = await ideasAtWork();
});

describe('the lists follow the idea through plan, money, test and use', () => {
  const day = story.on;
  const waits = (queue: string, answerBy: string) => [`waits|${queue}|${answerBy}`, 'open|VOO'];
  const before = story.standings.planning.slice(2);
  const plan = story.planned(80_000);
  const result = story.standings.tested.slice(-2);
  /** A step or several, what the lists hold then, and on which days time brings something. */
  const way: [string, readonly Step[], string[], string[]][] = [
    [
      'given to a colleague to drive',
      [submitted, [story.leader, story.exploreWith('pDRIVER')]],
      waits('pDRIVER', '2026-12-16'),
      ['2026-12-17T07:00'],
    ],
    [
      'declined',
      [[story.colleagueDriver, story.declineDriving(), day('2026-11-18')]],
      waits('leader.VOO', '2026-12-02'),
      ['2026-12-03T07:00'],
    ],
    [
      'driven by the leader and planned',
      [[story.leader, story.nameDriver('pLEADER'), day('2026-11-18')], ...before, ...plan],
      waits('pLEADER', '2026-12-16'),
      ['2026-12-17T07:00'],
    ],
    [
      'handed in',
      [[story.driverOnly, story.submitPlan, day('2026-11-20')]],
      waits('leader.VOO', '2026-12-04'),
      ['2026-12-05T07:00'],
    ],
    [
      'asked money for, of the manager',
      [[story.leader, story.approvePlan('manager'), day('2026-11-20')]],
      waits('managerMoney.VOO', '2026-12-04'),
      ['2026-12-05T07:00'],
    ],
    [
      'declined money',
      [[story.funder, story.declineMoney(), day('2026-11-20')]],
      waits('pLEADER', '2026-12-20'),
      ['2026-12-21T07:00'],
    ],
    [
      'asked money for, of the office',
      [[story.leader, story.approvePlan('office'), day('2026-11-21')]],
      waits('officeMoney.VOO', '2026-12-05'),
      ['2026-12-06T07:00'],
    ],
    [
      'tested',
      [[story.funder, story.grant(), day('2026-11-22')]],
      waits('pLEADER', '2027-02-28'),
      ['2026-12-31T07:00', '2027-01-14T07:00', '2027-03-01T07:00'],
    ],
    [
      'looked at half-way',
      [[story.clock, story.lookHalfWay, day('2027-01-14')]],
      waits('pLEADER', '2027-02-28'),
      ['2027-02-13T07:00', '2027-03-01T07:00'],
    ],
    [
      'told the result of',
      [
        [story.driver, story.fill('used', { used: '5' }), day('2027-02-01')],
        ...result.slice(0, 1),
        [story.driver, story.submitResult, day('2027-02-01')],
      ],
      waits('leader.VOO', '2027-02-15'),
      ['2027-02-16T07:00'],
    ],
    [
      'scaled',
      [[story.leader, story.scale(['SBK', 'KOF']), day('2027-02-02')]],
      ['waits|invited.KOF|2027-02-16', 'waits|invited.SBK|2027-02-16', ...waits('pOWNER', '2027-02-16')],
      ['2027-02-17T07:00'],
    ],
    [
      'taken in by another department',
      [[story.adopter, story.adopt('testing', '2027-02-10'), day('2027-02-03')]],
      ['waits|invited.KOF|2027-02-16', ...waits('pOWNER', '2027-02-16')],
      ['2027-02-17T07:00', '2027-05-10T06:00'],
    ],
    [
      'in use everywhere',
      [
        [story.owner, story.acceptOwning, day('2027-02-04')],
        [story.owner, story.spread(), day('2027-02-04')],
      ],
      ['waits|invited.KOF|2027-02-16'],
      ['2027-03-04T07:00', '2027-05-10T06:00', '2027-08-04T06:00'],
    ],
    [
      'used no more, until another day',
      [[story.leader, story.close({ reason: 'Slitna.' }, undefined, '2028-01-10'), day('2027-09-01')]],
      [],
      ['2028-01-10T07:00'],
    ],
    [
      'tried again',
      [[story.clock, story.comeBack, day('2028-01-10')]],
      waits('leader.VOO', '2028-01-24'),
      ['2028-01-25T07:00'],
    ],
  ];

  it('at every step', async () => {
    for (const [what, steps, expectedLists, expectedDue] of way) {
      await work.tell(ID, ...steps);
      expect({ what, lists: await listsOf(work, ID), due: await dueIn(work) }).toEqual({
        what,
        lists: expectedLists,
        due: expectedDue,
      });
    }
    const taken = way.flatMap(([, steps]) => steps);
    const history = await work.ideas.history(ID);
    expect(history).toHaveLength(taken.length);
    const own = history.filter(({ adoption }) => adoption === undefined);
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, n) => n + 1));
    expect(history.filter(({ adoption }) => adoption === 'SBK').map(({ seq }) => seq)).toEqual([1]);
  });

  it('a department’s adoption is a record of its own', async () => {
    await work.tell(ID, ...story.standings.scaling);
    await work.tell(ID, [story.adopter, story.adopt('testing'), day('2027-04-01')]);
    const rows = await work.rows();
    const columns = { id: ID, status: 'testing', start: '2027-04-01' };
    expect(rows.get(`adopt|${ID}|SBK`)).toMatchObject(columns);
    expect(rows.get(`adopt|${ID}|UTB`)).toMatchObject({ id: ID, status: 'invited' });
    await work.tell(ID, [story.adopter, story.stopUsing()]);
    expect((await work.rows()).get(`adopt|${ID}|SBK`)).toMatchObject({ ...columns, status: 'stopped' });
  });
});
