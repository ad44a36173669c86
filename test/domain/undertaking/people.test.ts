import type { Posts } from '../../../src/domain/person/posts';
import { movedTo, namedInEvent } from '../../../src/domain/undertaking/leaving';
import { undertakingNotices } from '../../../src/domain/undertaking/notices';
import { mayReadUndertaking, rolesInUndertaking, undertakesFor } from '../../../src/domain/undertaking/policy';
import {
  adder,
  adds,
  clock,
  finishes,
  keeper,
  moves,
  on,
  passes,
  planned,
  undertakingAfter,
} from '../../../testing/samples/undertaking/undertaking-story';

const nothing: Posts = { deputises: [], leads: [], manages: [], office: false };

describe('somebody by an undertaking', () => {
  const roles = (posts: Partial<Posts>, ref = 'pANYBODY') => [
    ...rolesInUndertaking(planned(), { refs: [ref], posts: { ...nothing, ...posts } }),
  ];

  it('keeps it where they lead, stand in for who leads, or manage the whole department', () => {
    expect(roles({ leads: ['VOO'] })).toEqual(['keeper']);
    expect(roles({ deputises: ['VOO'] })).toEqual(['keeper']);
    expect(roles({ manages: [{ department: 'VOO' }] })).toEqual(['keeper']);
    expect(roles({ manages: [{ department: 'VOO', unit: 'HTN' }] })).toEqual([]);
    expect(roles({ leads: ['SBK'] })).toEqual([]);
    expect(roles({}, 'pLEADER')).toEqual(['adder']);
  });

  it('undertakes something for each of their departments once', () => {
    expect(undertakesFor({ ...nothing, leads: ['VOO'], manages: [{ department: 'VOO' }] })).toEqual(['VOO']);
  });

  it('reads it, and what is hidden where they keep it or are of the office', () => {
    expect(mayReadUndertaking({}, new Set())).toBe(true);
    expect(mayReadUndertaking({ hidden: true }, new Set(['adder']))).toBe(false);
    expect(mayReadUndertaking({ hidden: true }, new Set(['keeper']))).toBe(true);
    expect(mayReadUndertaking({ hidden: true }, new Set(['office']))).toBe(true);
  });
});

it('is found by whoever did something to it, and is another one’s where they are one person', () => {
  const { events } = undertakingAfter([adder, adds()], [keeper, moves()], [clock, passes, on('2027-04-16')]);
  expect(events.map(namedInEvent)).toEqual([['pLEADER'], ['pMANAGER'], []]);
  expect(movedTo(planned(), 'pLEADER', 'pNOW').addedBy).toBe('pNOW');
  expect(movedTo(planned(), 'pOTHER', 'pNOW')).toEqual(planned());
});

it('tells whoever added it what others do, and reminds who keeps it, but not of what is past', () => {
  const { events } = undertakingAfter([adder, adds()], [clock, passes, on('2027-04-16')], [keeper, finishes()]);
  expect(events.map(undertakingNotices)).toEqual([[], ['keeper'], ['adder']]);
  const late = undertakingAfter([adder, adds()], [clock, passes, on('2027-05-03')]).events.at(-1);
  expect(late && undertakingNotices(late)).toEqual([]);
});
