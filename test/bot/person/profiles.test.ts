import { Profiles } from '../../../src/bot/person/profiles';
import type { ReadPerson } from '../../../src/store/person/people';

const profile = (ref: string) => ({ person: { ref } }) as ReadPerson;
const someone = (objectId: string) => ({ tenant: 't', objectId });

describe('profiles of those who are chatting', () => {
  let now = 0;
  let profiles: Profiles;
  beforeEach(() => {
    now = 0;
    profiles = new Profiles(() => now);
  });

  it('are kept for half a minute after they were read', () => {
    profiles.keep(someone('a'), profile('p1'));
    now = 29_999;
    expect(profiles.get(someone('a'))).toEqual(profile('p1'));
    now = 30_000;
    expect(profiles.get(someone('a'))).toBeUndefined();
  });

  it('are those that were kept last', () => {
    profiles.keep(someone('a'), profile('p1'));
    profiles.keep(someone('a'), profile('p2'));
    expect(profiles.get(someone('a'))).toEqual(profile('p2'));
  });

  it('are gone when they are dropped', () => {
    profiles.keep(someone('a'), profile('p1'));
    profiles.drop(someone('a'));
    expect(profiles.get(someone('a'))).toBeUndefined();
  });

  it('leave nothing but the reference behind when they are too old', () => {
    profiles.keep(someone('a'), profile('p1'));
    now = 30_000;
    profiles.keep(someone('b'), profile('p2'));
    now = 29_999;
    expect(profiles.get(someone('a'))).toBeUndefined();
    expect(profiles.refOf(someone('a'))).toBe('p1');
    profiles.drop(someone('a'));
    expect(profiles.refOf(someone('a'))).toBeUndefined();
  });

  it('are at most five thousand: the one that was kept longest goes first', () => {
    for (let n = 0; n <= 5_000; n++) profiles.keep(someone(String(n)), profile(`p${n}`));
    expect([profiles.get(someone('0')), profiles.refOf(someone('0'))]).toEqual([undefined, undefined]);
    expect(profiles.get(someone('1'))).toBeDefined();
    expect(profiles.get(someone('5000'))).toBeDefined();
  });
});
