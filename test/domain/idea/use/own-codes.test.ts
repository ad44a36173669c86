import type { Idea } from '../../../../src/domain/idea/idea';
import { fundsAs, rolesOn } from '../../../../src/domain/idea/policy';
import { codesAnswered, codesAsked, isAskedInVain } from '../../../../src/domain/idea/use/own-codes';
import { createDirectory } from '../../../../src/domain/organisation/directory';
import { applyChange } from '../../../../src/domain/organisation/overlay/apply';
import { postsOf } from '../../../../src/domain/person/posts';
import { anIdea } from '../../../../testing/samples/idea/ideas';
import { ideaIn, standingNames } from '../../../../testing/samples/idea/standings';
import { organisationOf } from '../../../../testing/samples/organisation/small-organisation';

const before = organisationOf({
  VOO: { leaders: ['careLeader'], deputies: ['careDeputy'], managers: ['careBoss'] },
  SBK: { leaders: ['builder'], deputies: ['buildDeputy'], managers: ['planner'] },
  UTB: { leaders: ['teacher'] },
});
const everybody = ['careLeader', 'careDeputy', 'careBoss', 'builder', 'buildDeputy', 'planner', 'teacher', 'office'];

/** Health and social care has become a part of planning and building. */
const together = (people: boolean) => {
  const name = { sv: 'Vård', en: 'Care' };
  const after = applyChange(before, { kind: 'merge', department: 'VOO', into: 'SBK', name, people });
  if (!after.ok) throw new Error(after.refusal.code);
  return createDirectory(after.value);
};
const directory = together(true);

/** The idea as it would be had it been written since. */
const asWrittenSince = (idea: Idea): Idea => {
  const now = <T>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(of).map(([code, one]) => [directory.codeNow(code), one]));
  return {
    ...idea,
    department: directory.codeNow(idea.department),
    adoptions: now(idea.adoptions),
    ...(idea.takingPart && { takingPart: now(idea.takingPart) }),
  };
};
const rolesOf = (name: string, idea: Idea, away: boolean, of = directory) =>
  [...rolesOn({ ref: name, emails: [`${name}@ort.example`] }, idea, of, away)].sort();

describe.each([true, false])(
  'a department that has become a part of another, where its people come along: %s',
  (people) => {
    const now = together(people);

    it.each(standingNames)(
      'gives everybody in an idea that is %s the rights that one written since would give',
      (standing) => {
        const idea = ideaIn(standing);
        for (const name of everybody)
          for (const away of [false, true])
            expect([name, rolesOf(name, idea, away, now)]).toEqual([
              name,
              rolesOf(name, asWrittenSince(idea), away, now),
            ]);
      },
    );

    it('decides on its money as the other one does, and leaves none of it to those who managed it', () => {
      const idea = anIdea({ money: { asked: 20_000, funder: 'manager' }, waiting: { for: 'funder' } });
      const as = (name: string) => fundsAs(postsOf([`${name}@ort.example`], now), idea, now);
      expect([as('planner'), as('careBoss')]).toEqual(['manager', undefined]);
      expect(rolesOf('planner', idea, false, now)).toContain('funder');
    });
  },
);

describe('the codes by which an idea knows a department', () => {
  const invited = { status: 'invited', answerBy: '2026-12-01' } as const;
  const used = { status: 'using', start: '2026-10-01' } as const;
  const part = { since: '2026-11-16' };

  it.each<[what: string, changes: Partial<Idea>, answered: string[], adopts: string[], takesPart: string[]]>([
    ['that has it under an earlier code', { department: 'VOO' }, ['VOO'], ['VOO'], ['VOO']],
    ['that has it under the present one', { department: 'SBK' }, ['SBK'], ['SBK'], ['SBK']],
    ['that has nothing to do with it', { department: 'UTB' }, ['SBK', 'VOO'], ['SBK'], ['SBK']],
    [
      'that was asked by an earlier code',
      { department: 'UTB', adoptions: { VOO: invited } },
      ['SBK', 'VOO'],
      ['VOO'],
      ['SBK'],
    ],
    [
      'of which each code has something',
      { department: 'UTB', adoptions: { SBK: used, VOO: used }, takingPart: { VOO: part } },
      ['SBK', 'VOO'],
      ['SBK', 'VOO'],
      ['VOO'],
    ],
  ])('%s', (_what, changes, answered, adopts, takesPart) => {
    const idea = anIdea(changes);
    expect(codesAnswered(idea, ['SBK'], directory)).toEqual(answered);
    expect(codesAsked(idea, 'adoptions', ['SBK'], directory)).toEqual(adopts);
    expect(codesAsked(idea, 'takingPart', ['SBK'], directory)).toEqual(takesPart);
    // Whoever writes the earlier code means the same.
    expect(codesAsked(idea, 'adoptions', ['VOO'], directory)).toEqual(adopts);
  });

  it.each<[what: string, changes: Partial<Idea>, code: string, isVain: boolean]>([
    ['a department that is gone', { adoptions: { GONE: invited } }, 'GONE', true],
    ['the one that has the idea now', { department: 'SBK', adoptions: { VOO: invited } }, 'VOO', true],
    ['one that is asked by an earlier code alone', { department: 'UTB', adoptions: { VOO: invited } }, 'VOO', false],
    ['one that uses it already', { department: 'UTB', adoptions: { VOO: invited, SBK: used } }, 'VOO', true],
    [
      'one that is asked twice, the second time',
      { department: 'UTB', adoptions: { VOO: invited, SBK: invited } },
      'VOO',
      true,
    ],
    [
      'one that is asked twice, the first time',
      { department: 'UTB', adoptions: { VOO: invited, SBK: invited } },
      'SBK',
      false,
    ],
  ])('and an invitation to %s', (_what, changes, code, isVain) => {
    expect(isAskedInVain(anIdea(changes), code, directory)).toBe(isVain);
  });
});
