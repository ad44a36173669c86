import { createDirectory } from '../../src/domain/organisation.js';
import { postsOf } from '../../src/domain/person.js';
import { isTheirTurn, maySeeSubmitter, maySeeWords, type Role, rolesOn, tierOf } from '../../src/domain/policy.js';
import { anIdea, restingIdea } from '../support/sample-ideas.js';
import { organisationOf } from './small-organisation.js';

const directory = createDirectory(
  organisationOf({
    VOO: { leaders: ['leader', 'second'], deputies: ['deputy'], managers: ['boss'] },
    SBK: { leaders: ['builder'] },
    HAM: { deputies: ['harbour'] },
    KUL: {},
    office: ['office', 'builder'],
  }),
);
/** A person's roles; their reference is their name, and their address too. */
const roles = (
  name: string,
  idea = anIdea(),
  { aLeaderIsAway = false, emails = [`${name}@ort.example`] } = {},
): Role[] => [...rolesOn({ ref: name, emails }, idea, directory, aLeaderIsAway)].sort();

describe('who decides', () => {
  it('every leader of the department, and nobody else in it', () => {
    expect([roles('leader'), roles('second')]).toEqual([['decider'], ['decider']]);
    expect([roles('deputy'), roles('boss'), roles('builder', anIdea()), roles('stranger')]).toEqual([
      [],
      [],
      ['office'],
      [],
    ]);
  });

  it('is known by any of a person’s addresses, in any case', () => {
    expect(roles('somebody', anIdea(), { emails: ['upn@ort.example', ' LEADER@Ort.Example'] })).toEqual(['decider']);
  });

  it('the deputy beside the leaders while one of them is away', () => {
    expect(roles('deputy', anIdea(), { aLeaderIsAway: true })).toEqual(['decider']);
    expect(roles('leader', anIdea(), { aLeaderIsAway: true })).toEqual(['decider']);
    expect(roles('office', anIdea(), { aLeaderIsAway: true })).toEqual(['office']);
  });

  it('the deputy when the leaders may not, because the idea is theirs', () => {
    const own = anIdea({ submitter: 'leader', tier: 'deputy' });
    expect(roles('leader', own)).toEqual(['submitter']);
    expect(roles('deputy', own)).toEqual(['decider']);
    expect(roles('second', own)).toEqual(['decider']);
    expect(roles('office', own)).toEqual(['office']);
  });

  it('the innovation office when neither can', () => {
    const own = anIdea({ submitter: 'deputy', tier: 'office' });
    expect(roles('deputy', own)).toEqual(['submitter']);
    expect(roles('office', own)).toEqual(['decider', 'office']);
    expect(roles('leader', own)).toEqual(['decider']);
  });

  it('the innovation office where a department has nobody, or is gone', () => {
    for (const department of ['KUL', 'BORTA']) {
      expect(roles('office', anIdea({ department }))).toEqual(['decider', 'office']);
      expect(roles('leader', anIdea({ department }))).toEqual([]);
    }
  });

  it('the deputy where a department has no leader any more', () => {
    expect(roles('harbour', anIdea({ department: 'HAM' }))).toEqual(['decider']);
    expect(roles('office', anIdea({ department: 'HAM' }))).toEqual(['office']);
  });

  it('nobody on their own idea, whatever posts they have and whoever is away', () => {
    for (const name of ['leader', 'deputy', 'office', 'builder']) {
      for (const tier of ['leader', 'deputy', 'office'] as const) {
        for (const department of ['VOO', 'SBK', 'KUL']) {
          const own = anIdea({ submitter: name, tier, department });
          expect(roles(name, own, { aLeaderIsAway: true })).toEqual(['submitter']);
        }
      }
    }
  });

  it('those who have the idea now, not those who had it', () => {
    const passedOn = anIdea({ origin: 'VOO', department: 'SBK' });
    expect(roles('leader', passedOn)).toEqual([]);
    expect(roles('builder', passedOn)).toEqual(['decider', 'office']);
  });
});

describe('who works', () => {
  it('the driver and the doer, as the idea names them', () => {
    const idea = anIdea({ driver: 'leader', doer: { person: 'stranger', accepted: false } });
    expect(roles('leader', idea)).toEqual(['decider', 'driver']);
    expect(roles('stranger', idea)).toEqual(['doer']);
  });

  it('also the one who had the idea, without deciding on it', () => {
    expect(roles('leader', anIdea({ submitter: 'leader', doer: { person: 'leader', accepted: true } }))).toEqual([
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
    expect(those((role) => maySeeSubmitter(role, anIdea()))).toEqual(everybody);
    expect(those((role) => maySeeSubmitter(role, anIdea({ confidential: true })))).toEqual(['submitter', 'decider']);
    expect([maySeeSubmitter(new Set(), anIdea()), maySeeSubmitter(new Set(), anIdea({ confidential: true }))]).toEqual([
      true,
      false,
    ]);
  });

  it('hidden words by nobody but the one who wrote them', () => {
    expect(those((role) => maySeeWords(role, anIdea()))).toEqual(everybody);
    expect(those((role) => maySeeWords(role, anIdea({ hidden: true })))).toEqual(['submitter']);
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
