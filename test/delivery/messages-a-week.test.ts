import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_NEW_AT_ONCE_A_WEEK } from '../../src/domain/person/person';
import { type Counted, type MonthOf, monthOf } from '../../testing/scenes/month';

const contact = (name: string) => ({ name, email: `${name}@example.org`, title: name });
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`);

/** Twelve new ideas a week, sixty that wait, nine tests. */
const busy: MonthOf = {
  file: {
    municipality: { code: 'busy', name: 'Staden', innovationOffice: 'Innovationskontoret' },
    officeDelegation: 'KS 7.1',
    departments: [
      {
        ...{ code: 'VOO', name: 'Vård och omsorg', headcount: 3000, delegation: 'VOO 4.2', costLimit: 50_000 },
        leaders: [contact('leader')],
        deputies: [contact('deputy')],
        managers: [contact('head')],
        units: [{ code: 'HT', name: 'Hemtjänst', headcount: 200, managers: [contact('unit-manager')] }],
      },
      { code: 'SBK', name: 'Stadsbyggnad', headcount: 400, leaders: [contact('planner')], managers: [contact('boss')] },
    ],
    innovationOffice: [contact('office')],
  },
  ...{ department: 'VOO', newIdeasAWeek: 12, waiting: 60, tests: 9, testEndsEvery: 1, commentsADay: 6, answersADay: 2 },
  unit: 'HT',
  leader: 'leader',
  funders: { unitManager: 'unit-manager', manager: 'head' },
  roles: {
    'employee without idea': numbered('quiet', 3),
    'employee with an idea': [...numbered('waiting', 60), ...numbered('tester', 9)],
    follower: numbered('follower', 6),
    leader: ['leader'],
    'unit manager': ['unit-manager'],
    head: ['head'],
    office: ['office'],
  },
};

/** 500 employees, an idea a week; one person leads, and the head of the administration stands in for them. */
const small: MonthOf = {
  file: {
    municipality: { code: 'small', name: 'Kommunen', innovationOffice: 'Kansliet' },
    officeDelegation: 'KS 7.1',
    departments: [
      {
        ...{ code: 'KOM', name: 'Kommunen', headcount: 500, delegation: 'KS 4.2', costLimit: 50_000 },
        leaders: [contact('leader')],
        deputies: [contact('chief')],
        managers: [contact('chief')],
      },
    ],
    innovationOffice: [contact('office')],
  },
  ...{ department: 'KOM', newIdeasAWeek: 1, waiting: 1, tests: 1, testEndsEvery: 13, commentsADay: 0, answersADay: 1 },
  leader: 'leader',
  funders: { manager: 'chief' },
  roles: { leader: ['leader'], kommunchef: ['chief'] },
};

/** The same department where the leader has chosen to get new ideas at once, and fewer wait: 25, more than they keep up with. */
const direct: MonthOf = {
  ...busy,
  ...{ waiting: 25, tests: 1, testEndsEvery: 13, commentsADay: 0, weeks: 1 },
  roles: { leader: ['leader'] },
};

interface Measured {
  /** How many messages each week brought to one of them, on average. */
  weeks: number[];
  /** The largest week of anybody. */
  most: number;
}

function measured(counted: Counted): Record<string, Measured> {
  return Object.fromEntries(
    Object.entries(counted).map(([role, people]) => {
      const each = [...people.values()].map(({ messages }) => messages);
      const sums = (each[0] ?? []).map((_, week) => each.reduce((sum, weeks) => sum + (weeks[week] ?? 0), 0));
      return [role, { weeks: sums.map((sum) => sum / each.length), most: Math.max(...each.flat()) }];
    }),
  );
}

/** Those of these roles who got more day cards in a week than this. */
const tooManyCards = (counted: Counted, most: number, roles: readonly string[]): string[] =>
  roles.flatMap((role) =>
    [...(counted[role]?.entries() ?? [])].flatMap(([name, { dayCards }]) =>
      dayCards.some((cards) => cards > most) ? [`${name}: ${dayCards.join(', ')}`] : [],
    ),
  );

/** The table as people read it, for docs and for whoever changes what is sent. */
const rows: string[] = [];

/** In no week does somebody of a role get more than this, on average. */
function expectAtMost(place: string, table: Record<string, Measured>, ceilings: Record<string, number>): void {
  for (const [role, ceiling] of Object.entries(ceilings)) {
    const { weeks = [Number.NaN], most } = table[role] ?? {};
    rows.push(`| ${place} | ${role} | ${weeks.map((mean) => mean.toFixed(2)).join(', ')} | ${most} | ${ceiling} |`);
    expect([role, weeks, weeks.every((mean) => mean <= ceiling)]).toEqual([role, weeks, true]);
  }
}

describe('messages a week, in a generated month', () => {
  afterAll(() => {
    const folder = join(__dirname, '../../test-results');
    mkdirSync(folder, { recursive: true });
    const head = [
      '| where | who | each week, on average | the largest week of anybody | ceiling |',
      '|---|---|---|---|---|',
    ];
    writeFileSync(join(folder, 'messages-a-week.md'), `${[...head, ...rows].join('\n')}\n`);
  });

  it('stay below what people put up with in a busy department', async () => {
    const counted = await monthOf(busy);
    expectAtMost('a busy department', measured(counted), {
      'employee without idea': 0,
      'employee with an idea': 1,
      follower: 2,
      leader: 12,
      'unit manager': 2,
      head: 2,
      office: 8,
    });
    // Of each of them, in every week: at most two day cards, or one a day with a post. What else an employee gets asks them by
    // name, or decides on an idea of theirs.
    const employees = ['employee without idea', 'employee with an idea', 'follower'];
    expect(tooManyCards(counted, 2, employees)).toEqual([]);
    expect(tooManyCards(counted, 5, ['leader', 'unit manager', 'head', 'office'])).toEqual([]);
    const all = employees.flatMap((role) => [...(counted[role]?.values() ?? [])]);
    expect(all.flatMap(({ unasked }) => unasked)).toEqual([]);
    expect(Math.max(...all.flatMap(({ dayCards }) => dayCards))).toBeGreaterThan(0);
    // Who has no idea and has asked for nothing hears nothing, whoever they are.
    expect([...(counted['employee without idea']?.values() ?? [])].flatMap(({ messages }) => messages)).not.toContain(
      1,
    );
  });

  it('also of a leader who gets new ideas at once, and has more waiting than they keep up with', async () => {
    const counted = await monthOf(direct);
    expectAtMost('new ideas at once, 25 waiting', measured(counted), { leader: 12 });
    // Some have come at once: that is still what they have chosen.
    const { messages = [], dayCards = [] } = counted.leader?.get('leader') ?? {};
    expect(messages.map((count, week) => count - (dayCards[week] ?? 0) >= MOST_NEW_AT_ONCE_A_WEEK)).toEqual([true]);
  });

  it('and in a town of 500', async () => {
    expectAtMost('a town of 500', measured(await monthOf(small)), { leader: 2, kommunchef: 1 });
  });
});
