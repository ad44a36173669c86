import type { Challenge } from '../../../src/domain/challenge/challenge';
import {
  type ListedChallenge,
  listedChallenges,
  mayReadChallenge,
  takesAnswers,
} from '../../../src/domain/challenge/reading';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  asked,
  challengeAfter,
  clock,
  decider,
  on,
  owner,
  propose,
  publisher,
  tells,
  withdraws,
} from '../../../testing/samples/challenge/challenge-story';

const readers = { anybody: story.anybody, asked, publisher, owner, decider };
const readersOf = (challenge: Challenge) =>
  Object.entries(readers).flatMap(([name, { roles }]) => (mayReadChallenge(challenge, roles) ? [name] : []));
const withdrawn = challengeAfter([publisher, propose()], [publisher, withdraws()]).challenge;
const told = challengeAfter(
  ...([
    [publisher, propose({ owner: 'pLEADER' })],
    [clock, story.passes, on('2026-12-15')],
  ] as const),
  [publisher, tells, on('2027-01-11')],
).challenge;

describe('a challenge is read', () => {
  it('by everybody once it has been open, and before that by those in it', () => {
    expect(readersOf(story.proposed())).toEqual(['asked', 'publisher', 'owner', 'decider']);
    expect(readersOf(withdrawn)).not.toContain('anybody');
    for (const challenge of [story.open(), story.answered(), told])
      expect(readersOf(challenge)).toEqual(Object.keys(readers));
  });

  it('by those who decide alone while its words are hidden', () => {
    expect(readersOf({ ...story.open(), hidden: true })).toEqual(['publisher', 'decider']);
  });
});

describe('a challenge is answered', () => {
  it('as long as it is open, its last day with it', () => {
    expect(['2026-11-16', '2026-12-14', '2026-12-15'].map((day) => takesAnswers(story.open(), day))).toEqual([
      ...[true, true, false],
    ]);
    expect(takesAnswers({ ...story.open(), hidden: true }, '2026-11-16')).toBe(false);
    for (const other of [story.proposed(), story.answered(), told, withdrawn])
      expect(takesAnswers(other, '2026-11-16')).toBe(false);
  });
});

describe('the list of challenges', () => {
  const ids = (all: readonly ListedChallenge[]) => all.map(({ id }) => id);
  const listed = (all: readonly Challenge[], today = '2026-11-20') => {
    const { open, awaited, results } = listedChallenges(
      all.map(({ words, ...one }) => ({ ...one, title: words.title ?? '' })),
      today,
      () => new Set(),
    );
    return { open: ids(open), awaited: ids(awaited), results: ids(results) };
  };

  it('has what is open first, with the least time left, and nothing that was never open', () => {
    const open = (id: string, answerBy: string): Challenge => ({ ...story.open(), id, answerBy });
    const all = [open('C', '2026-12-20'), open('B', '2026-12-14'), open('A', '2026-12-14')];
    expect(listed([...all, story.proposed(), withdrawn, { ...story.open(), hidden: true }])).toEqual({
      ...{ open: ['A', 'B', 'C'], awaited: [], results: [] },
    });
    // The clock comes by when it can; the day is what counts.
    expect(listed(all, '2026-12-15')).toEqual({ open: ['C'], awaited: ['A', 'B'], results: [] });
  });

  it('has what is awaited by the day on which it is promised, and the last five results', () => {
    const results = [1, 2, 3, 4, 5, 6].map((n) => ({
      ...{ ...told, id: `R${n}`, changedAt: `2027-01-1${n}T07:00:00.000Z` },
    }));
    const awaited = ['2027-02-01', '2027-01-25'].map((resultBy) => ({ ...story.answered(), id: resultBy, resultBy }));
    expect(listed([...results, ...awaited])).toEqual({
      ...{ open: [], awaited: ['2027-01-25', '2027-02-01'], results: ['R6', 'R5', 'R4', 'R3', 'R2'] },
    });
  });
});
