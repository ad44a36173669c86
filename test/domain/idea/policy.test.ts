import type { Idea } from '../../../src/domain/idea/idea.js';
import {
  answersFor,
  departmentAsked,
  fundingTiers,
  isSubmitter,
  isTheirTurn,
  laterTier,
  mayName,
  type Role,
  rolesOn,
  tierOf,
  worksOn,
} from '../../../src/domain/idea/policy.js';
import { createDirectory } from '../../../src/domain/organisation/directory.js';
import { postsOf } from '../../../src/domain/person/posts.js';
import { anIdea, restingIdea } from '../../../testing/samples/idea/ideas.js';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation.js';

const organisation = organisationOf({
  VOO: { leaders: ['leader', 'second'], deputies: ['deputy'], managers: ['boss'] },
  SBK: { leaders: ['builder'], managers: ['planner'] },
  HAM: { deputies: ['harbour'] },
  KUL: {},
  office: ['office', 'builder'],
});
organisation.departments[0]?.units.push({
  code: 'HTS',
  name: { sv: 'Hemtjänst', en: 'Home care' },
  ...{ aliases: [], headcount: 1, leaders: [], deputies: [] },
  managers: [{ name: 'unitboss', email: 'unitboss@ort.example', title: 'unitboss' }],
});
const directory = createDirectory(organisation);
/** A person's roles beyond that of a reader, which everybody has; their reference is their name, and their address too. */
const roles = (
  name: string,
  idea = anIdea(),
  { aLeaderIsAway = false, emails = [`${name}@ort.example`] } = {},
): Role[] =>
  [...rolesOn({ ref: name, emails }, idea, directory, aLeaderIsAway)].filter((role) => role !== 'reader').sort();
/** What they are to it besides leading a department that may take it in. */
const deciding = (...args: Parameters<typeof roles>) => roles(...args).filter((role) => role !== 'adopter');

test('the reference of somebody who was erased is nobody’s, though the idea keeps it', () => {
  expect(deciding('employee', anIdea({ submitter: 'employee' }))).toEqual(['submitter']);
  expect(deciding('employee', anIdea({ submitter: 'employee', submittersLeft: true }))).toEqual([]);
});

describe('who decides', () => {
  it('every leader of the department, and nobody else in it', () => {
    expect([deciding('leader'), deciding('second')]).toEqual([['decider'], ['decider']]);
    expect([deciding('deputy'), deciding('boss'), deciding('builder', anIdea()), deciding('stranger')]).toEqual([
      [],
      [],
      ['office'],
      [],
    ]);
  });

  it('is known by any of a person’s addresses, in any case', () => {
    expect(deciding('somebody', anIdea(), { emails: ['upn@ort.example', ' LEADER@Ort.Example'] })).toEqual(['decider']);
  });

  it('the deputy beside the leaders while one of them is away', () => {
    expect(deciding('deputy', anIdea(), { aLeaderIsAway: true })).toEqual(['decider']);
    expect(deciding('leader', anIdea(), { aLeaderIsAway: true })).toEqual(['decider']);
    expect(deciding('office', anIdea(), { aLeaderIsAway: true })).toEqual(['office']);
  });

  it('the deputy when the leaders may not, because the idea is theirs', () => {
    const own = anIdea({ submitter: 'leader', tier: 'deputy' });
    expect(deciding('leader', own)).toEqual(['submitter']);
    expect(deciding('deputy', own)).toEqual(['decider']);
    expect(deciding('second', own)).toEqual(['decider']);
    expect(deciding('office', own)).toEqual(['office']);
  });

  it('the innovation office when neither can', () => {
    const own = anIdea({ submitter: 'deputy', tier: 'office' });
    expect(deciding('deputy', own)).toEqual(['submitter']);
    expect(deciding('office', own)).toEqual(['decider', 'office']);
    expect(deciding('leader', own)).toEqual(['decider']);
  });

  it('the innovation office where a department has nobody, or is gone', () => {
    for (const department of ['KUL', 'BORTA']) {
      expect(deciding('office', anIdea({ department }))).toEqual(['decider', 'office']);
      expect(deciding('leader', anIdea({ department }))).toEqual([]);
    }
  });

  it('the deputy where a department has no leader any more', () => {
    expect(deciding('harbour', anIdea({ department: 'HAM' }))).toEqual(['decider']);
    expect(deciding('office', anIdea({ department: 'HAM' }))).toEqual(['office']);
  });

  it('nobody on their own idea, whatever posts they have and whoever is away', () => {
    for (const name of ['leader', 'deputy', 'office', 'builder']) {
      for (const tier of ['leader', 'deputy', 'office'] as const) {
        for (const department of ['VOO', 'SBK', 'KUL']) {
          const own = anIdea({ submitter: name, tier, department });
          expect(deciding(name, own, { aLeaderIsAway: true })).toEqual(['submitter']);
        }
      }
    }
  });

  it('nobody on an idea that they had together with somebody or wrote down for them', () => {
    for (const name of ['leader', 'deputy', 'office', 'builder', 'boss']) {
      for (const tier of ['leader', 'deputy', 'office'] as const) {
        for (const money of [
          undefined,
          { asked: 5, funder: 'manager' } as const,
          { asked: 5, funder: 'office' } as const,
        ]) {
          const own = anIdea({ coSubmitters: ['somebody', name], tier, ...(money && { money }) });
          expect(roles(name, own, { aLeaderIsAway: true })).toEqual(['submitter']);
        }
      }
    }
    expect(isSubmitter('pSUBMITTER', anIdea())).toBe(true);
    expect(isSubmitter('somebody', anIdea({ coSubmitters: ['somebody'] }))).toBe(true);
    expect(isSubmitter('leader', anIdea({ coSubmitters: ['somebody'] }))).toBe(false);
  });

  it('those who have the idea now, not those who had it', () => {
    const passedOn = anIdea({ origin: 'VOO', department: 'SBK' });
    expect(deciding('leader', passedOn)).toEqual([]);
    expect(deciding('builder', passedOn)).toEqual(['decider', 'office']);
  });
});

describe('who decides on money', () => {
  const asking = (funder: 'unitManager' | 'manager' | 'office', more = {}) =>
    anIdea({ money: { asked: 50_000, funder }, ...more });

  it('the department’s manager within their limit, and nobody else', () => {
    const all = ['leader', 'second', 'deputy', 'boss', 'unitboss', 'builder', 'office', 'stranger'];
    const funders = all.filter((name) => roles(name, asking('manager')).includes('funder'));
    expect(funders).toEqual(['boss']);
  });

  it('the innovation office above it', () => {
    const all = ['leader', 'second', 'deputy', 'boss', 'unitboss', 'builder', 'office', 'stranger'];
    expect(all.filter((name) => roles(name, asking('office')).includes('funder'))).toEqual(['builder', 'office']);
  });

  it('nobody while none is asked for', () => {
    expect(roles('boss')).toEqual([]);
    expect(roles('office')).toEqual(['office']);
  });

  it('nobody here without a delegation: then they note the decision while the money waits, and no longer', () => {
    const bare = structuredClone(organisation);
    for (const department of bare.departments) delete department.delegation;
    const there = (idea: Idea) =>
      [...rolesOn({ ref: 'boss', emails: ['boss@ort.example'] }, idea, createDirectory(bare), false)].sort();
    const asked = asking('manager', { stage: 'planning', waiting: { for: 'funder' } });
    expect(there(asked)).toEqual(['noter', 'reader']);
    for (const waiting of [{ for: 'deciders' }, { for: 'driver', person: 'friend' }] as const) {
      const tested = asking('manager', { stage: 'piloting', waiting });
      expect(there(tested)).toEqual(['reader']);
      expect(isTheirTurn('boss', new Set(there(tested)), tested)).toBe(false);
    }
  });

  it('who has come since to decide on what nobody could, or what had gone to the office while nobody was there', () => {
    const outside = anIdea({ money: { asked: 5, funder: 'outside' }, waiting: { for: 'funder' } });
    expect(fundingTiers(outside, directory)).toEqual(['manager', 'office']);
    expect(fundingTiers(asking('office'), directory)).toEqual(['office']);
    expect(fundingTiers(asking('manager', { department: 'HAM' }), directory)).toEqual(['manager', 'office']);
  });

  it('outside, where all who could have a part in it, and whoever decides on the idea can note it then', () => {
    const outside = anIdea({
      ...{ money: { asked: 5, funder: 'outside' }, waiting: { for: 'funder' }, stage: 'planning' },
      ...{ submitter: 'boss', coSubmitters: ['office', 'builder'] },
    });
    expect(deciding('leader', outside)).toEqual(['decider', 'noter']);
    expect(deciding('boss', outside)).toEqual(['noter', 'submitter']);
    expect(isTheirTurn('leader', new Set<Role>(['decider', 'noter']), outside)).toBe(true);
    // What waits for those who decide on the idea is theirs to decide.
    expect(deciding('leader', { ...outside, waiting: { for: 'deciders' } })).toEqual(['decider']);
  });

  it('of a small test the manager of the idea’s own unit, and no other manager', () => {
    const all = ['leader', 'deputy', 'boss', 'unitboss', 'builder', 'office', 'stranger'];
    const small = { ...asking('unitManager'), smallTest: true as const, unit: 'HTS' };
    const funders = (idea: Idea) => all.filter((name) => roles(name, idea).includes('funder'));
    expect(funders(small)).toEqual(['unitboss']);
    // Who is asked would know where it comes from.
    expect(funders({ ...small, confidential: true, keptNames: [small.submitter] })).toEqual(['boss']);
    // Where the unit has nobody, the department's; above their limit the office.
    expect(funders({ ...small, unit: 'BORTA' })).toEqual(['boss']);
    const closer = structuredClone(organisation);
    for (const department of closer.departments) department.costLimit = 0;
    expect(fundingTiers({ ...small, unit: 'BORTA' }, createDirectory(closer))).toEqual(['unitManager', 'office']);
  });

  it('nobody who is asked to do the work, before they have answered', () => {
    const asked = (accepted: boolean) => asking('manager', { driver: { person: 'boss', accepted } });
    expect(roles('boss', asked(false))).toEqual(['driver']);
    expect(roles('boss', asked(true))).toEqual(['driver']);
    expect([worksOn('boss', asked(false)), worksOn('boss', asked(true))]).toEqual([false, true]);
  });

  it('the manager of the department that has the idea, not of another', () => {
    expect(roles('boss', asking('manager', { department: 'SBK' }))).toEqual([]);
  });
});

describe('who says whether a department takes an idea in', () => {
  it('its leaders and deputies, for any idea but their own', () => {
    const all = ['leader', 'second', 'deputy', 'boss', 'builder', 'harbour', 'office', 'stranger'];
    const adopters = all.filter((name) => roles(name).includes('adopter'));
    expect(adopters).toEqual(['leader', 'second', 'deputy', 'builder', 'harbour']);
    expect(roles('builder', anIdea({ submitter: 'builder' }))).toEqual(['submitter']);
  });

  it('and that it tests at the same time, whoever speaks for one that takes part: its manager too', () => {
    const idea = anIdea({ takingPart: { SBK: { since: '2026-11-16' } } });
    expect(roles('planner', idea)).toContain('partner');
    expect(roles('builder', idea)).toEqual(expect.arrayContaining(['adopter', 'partner']));
    expect(roles('boss', idea)).not.toContain('partner');
    expect(roles('planner', anIdea())).not.toContain('partner');
    expect(roles('planner', { ...idea, submitter: 'planner' })).toEqual(['submitter']);
  });

  it('for the departments that they lead or deputise in, once each', () => {
    expect(answersFor({ leads: ['SBK', 'VOO'], deputises: ['VOO', 'HAM'] })).toEqual(['SBK', 'VOO', 'HAM']);
  });

  it('first for one that was invited, then for one that has not got it, then for one that has', () => {
    const idea = anIdea({
      adoptions: { SBK: { status: 'using' }, KUL: { status: 'invited' }, VOO: { status: 'using' } },
    });
    expect(departmentAsked(idea, ['VOO', 'SBK', 'HAM', 'KUL'])).toBe('KUL');
    expect(departmentAsked(idea, ['VOO', 'SBK', 'HAM'])).toBe('HAM');
    expect(departmentAsked(idea, ['VOO', 'SBK'])).toBe('SBK');
    expect(departmentAsked(idea, ['VOO'])).toBeUndefined();
    expect(departmentAsked(idea, [])).toBeUndefined();
  });
});

describe('who works', () => {
  it('the driver and the doer, as the idea names them', () => {
    const idea = anIdea({
      driver: { person: 'leader', accepted: true },
      doer: { person: 'stranger', accepted: false },
    });
    expect(deciding('leader', idea)).toEqual(['decider', 'driver']);
    expect(deciding('stranger', idea)).toEqual(['doer']);
    expect(deciding('office', anIdea({ owner: { person: 'office', accepted: false } }))).toEqual(['office', 'owner']);
  });

  it('also the one who had the idea, without deciding on it', () => {
    expect(deciding('leader', anIdea({ submitter: 'leader', doer: { person: 'leader', accepted: true } }))).toEqual([
      'doer',
      'submitter',
    ]);
  });
});

describe('the tier that decides', () => {
  it('is the stored one while the organisation can carry it', () => {
    for (const tier of ['leader', 'deputy', 'office'] as const) {
      expect(tierOf({ tier, department: 'VOO' }, directory)).toBe(tier);
    }
  });

  it('of two is the one that comes after the other in the chain', () => {
    expect([laterTier('leader', 'deputy'), laterTier('deputy', 'leader'), laterTier('office', 'office')]).toEqual([
      'deputy',
      'deputy',
      'office',
    ]);
  });

  it('moves along the chain when the organisation has lost people, never back', () => {
    expect(tierOf({ tier: 'leader', department: 'HAM' }, directory)).toBe('deputy');
    expect(tierOf({ tier: 'office', department: 'HAM' }, directory)).toBe('office');
    expect(tierOf({ tier: 'leader', department: 'KUL' }, directory)).toBe('office');
    expect(tierOf({ tier: 'leader', department: 'BORTA' }, directory)).toBe('office');
  });
});

describe('what is seen', () => {
  const everybody: Role[] = ['submitter', 'decider', 'driver', 'doer', 'office', 'clock'];
  const those = (sees: (roles: ReadonlySet<Role>) => boolean) => everybody.filter((role) => sees(new Set([role])));

  it('a submitter’s name by all, unless they asked for it to be shown only to those who decide', () => {
    const named = (idea: Idea) => (sees: ReadonlySet<Role>) =>
      mayName({ ref: 'pREADER', roles: sees }, idea.submitter, idea);
    expect(those(named(anIdea()))).toEqual(everybody);
    expect(those(named(anIdea({ confidential: true })))).toEqual(['submitter', 'decider']);
    expect(named(anIdea({ confidential: true }))(new Set())).toBe(false);
    expect(mayName({ ref: 'pREADER', roles: new Set() }, 'pOTHER', anIdea({ confidential: true }))).toBe(true);
  });

  it('a submitter’s name by themselves, but not by those whose idea was put together with theirs', () => {
    const idea = anIdea({ confidential: true, gathered: true, coSubmitters: ['pREADER'] });
    const reader = { ref: 'pREADER', roles: new Set<Role>(['submitter']) };
    expect(mayName(reader, idea.submitter, idea)).toBe(false);
    expect(mayName(reader, 'pREADER', idea)).toBe(true);
    expect(mayName({ ref: 'pLEADER', roles: new Set<Role>(['decider']) }, idea.submitter, idea)).toBe(true);
  });
});

describe('whose turn it is', () => {
  it('every decider’s while the idea waits for those who decide', () => {
    expect(isTheirTurn('leader', new Set(['decider']), anIdea())).toBe(true);
    expect(isTheirTurn('pSUBMITTER', new Set(['submitter']), anIdea())).toBe(false);
  });

  it('the one whom it names, and nobody else’s', () => {
    const asked = anIdea({ waiting: { for: 'submitter', person: 'pSUBMITTER' } });
    expect(isTheirTurn('pSUBMITTER', new Set(['submitter']), asked)).toBe(true);
    expect(isTheirTurn('leader', new Set(['decider']), asked)).toBe(false);
  });

  it('every funder’s while the idea waits for money, and not the deciders’', () => {
    const asked = anIdea({ waiting: { for: 'funder' } });
    expect(isTheirTurn('boss', new Set(['funder']), asked)).toBe(true);
    expect(isTheirTurn('leader', new Set(['decider', 'driver']), asked)).toBe(false);
  });

  it('nobody’s once it has ended', () => {
    expect(isTheirTurn('leader', new Set(['decider']), restingIdea({ stage: 'closed' }))).toBe(false);
  });
});

describe('a person’s posts', () => {
  it('are what the organisation file says of any of their addresses, each once', () => {
    expect(postsOf(['builder@ort.example', 'leader@ort.example', 'Leader@ort.example'], directory)).toEqual({
      leads: ['SBK', 'VOO'],
      deputises: [],
      manages: [],
      office: true,
    });
    expect(postsOf(['boss@ort.example', 'BOSS@ort.example'], directory).manages).toEqual([{ department: 'VOO' }]);
  });

  it('are none for a stranger', () => {
    expect(postsOf([], directory)).toEqual({ leads: [], deputises: [], manages: [], office: false });
  });
});
