import { destroyedBy, endedAs, isToArchive, type RetentionRules } from '../../../src/domain/archive/ended';
import type { Idea } from '../../../src/domain/idea/idea';
import { organisationSchema } from '../../../src/domain/organisation/organisation-schema';
import { exampleFile } from '../../../testing/samples/organisation/example-organisation';

const ZONE = 'Europe/Stockholm';
const rules: RetentionRules = { closed: { archive: true, destroyAfterYears: 2, decision: 'KS 2026/7' } };
const closed = { id: 'K7M4QX', stage: 'closed', adoptions: {}, changedAt: '2026-03-01T09:00:00.000Z' } as Idea;

describe('how an idea has ended', () => {
  it.each([
    ['withdrawn', { stage: 'withdrawn' }],
    ['merged', { stage: 'closed', ending: { into: 'Q4X7MK' } }],
    ['closed', { stage: 'closed', ending: { reason: 'Finns redan.' } }],
    ['tested', { stage: 'closed', ending: { tried: 'Tre cyklar.' } }],
    ['tested', { stage: 'closed', test: { start: '2026-01-01', end: '2026-02-01' } }],
    [undefined, { stage: 'inUse' }],
    [undefined, { stage: 'submitted' }],
  ] as const)('is told as %s', (how, idea) => {
    expect(endedAs(idea as Idea)).toBe(how);
  });
});

describe('the rules of retention', () => {
  it('archive all that ended before the day, unless a rule says otherwise', () => {
    expect(isToArchive(closed, {}, '2026-03-02', ZONE)).toBe(true);
    expect(isToArchive(closed, {}, '2026-03-01', ZONE)).toBe(false);
    expect(isToArchive(closed, { closed: { archive: false } }, '2026-03-02', ZONE)).toBe(false);
    expect(isToArchive({ ...closed, stage: 'inUse' }, {}, '2030-01-01', ZONE)).toBe(false);
  });

  it('destroy when the years have gone since something last happened, also where a department adopted it', () => {
    expect(destroyedBy(closed, rules, '2028-03-01', ZONE)).toBeUndefined();
    expect(destroyedBy(closed, rules, '2028-03-02', ZONE)).toEqual({
      ...{ endedAs: 'closed', years: 2, decision: 'KS 2026/7' },
    });
    const later = { ...closed, adoptionEvents: { SBK: { seq: 1, at: '2026-05-01T09:00:00.000Z' } } };
    expect(destroyedBy(later, rules, '2028-03-02', ZONE)).toBeUndefined();
  });

  it('keep what another department still uses, and what no rule names', () => {
    const used = { ...closed, adoptions: { SBK: { status: 'using' as const } } };
    expect(destroyedBy(used, rules, '2040-01-01', ZONE)).toBeUndefined();
    expect(
      destroyedBy({ ...closed, adoptions: { SBK: { status: 'stopped' } } }, rules, '2040-01-01', ZONE),
    ).toBeDefined();
    expect(destroyedBy(closed, {}, '2040-01-01', ZONE)).toBeUndefined();
  });

  it('are refused in the organisation file without the decision that allows destruction', () => {
    const withRule = (rule: object) =>
      organisationSchema.safeParse({ ...(exampleFile() as object), retention: { ideas: { closed: rule } } });
    expect(withRule({ destroyAfterYears: 2, decision: 'KS 2026/7' }).success).toBe(true);
    expect(withRule({}).success).toBe(true);
    expect(withRule({ destroyAfterYears: 2 }).error?.issues).toMatchObject([
      { path: ['retention', 'ideas', 'closed', 'decision'], message: expect.stringContaining('Write the decision') },
    ]);
  });
});
