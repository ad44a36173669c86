import { Profiles } from '../../src/bot/profiles';
import type { ReadPerson } from '../../src/store/people';

const profile = (ref: string) => ({ person: { ref } }) as ReadPerson;

describe('profiles of those who are chatting', () => {
  let now = 0;
  let profiles: Profiles;
  beforeEach(() => {
    now = 0;
    profiles = new Profiles(() => now);
  });

  it('are kept for half a minute after they were read', () => {
    profiles.keep('a', profile('p1'));
    now = 29_999;
    expect(profiles.get('a')).toEqual(profile('p1'));
    now = 30_000;
    expect(profiles.get('a')).toBeUndefined();
  });

  it('are those that were kept last', () => {
    profiles.keep('a', profile('p1'));
    profiles.keep('a', profile('p2'));
    expect(profiles.get('a')).toEqual(profile('p2'));
  });

  it('are gone when they are dropped', () => {
    profiles.keep('a', profile('p1'));
    profiles.drop('a');
    expect(profiles.get('a')).toBeUndefined();
  });

  it('are at most five thousand: the one that was kept longest goes first', () => {
    for (let n = 0; n <= 5_000; n++) profiles.keep(String(n), profile(`p${n}`));
    expect(profiles.get('0')).toBeUndefined();
    expect(profiles.get('1')).toBeDefined();
    expect(profiles.get('5000')).toBeDefined();
  });
});
