import type { Challenge } from '../../../src/domain/challenge/challenge';
import type { ChallengeCommand } from '../../../src/domain/challenge/commands';
import { type ChallengeActor, decideChallenge, isChallengeOpenTo } from '../../../src/domain/challenge/decide';
import { replayChallenge } from '../../../src/domain/challenge/evolve';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  accepts,
  anybody,
  asked,
  challengeAfter,
  clock,
  decider,
  declines,
  names,
  on,
  owner,
  passes,
  propose,
  publishedOn,
  publisher,
  tells,
  withdraws,
} from '../../../testing/samples/challenge/challenge-story';

const refusalOf = (
  command: ChallengeCommand,
  challenge: Challenge | undefined,
  actor: ChallengeActor,
  setting = publishedOn,
) => {
  const decided = decideChallenge(command, challenge, actor, setting);
  return decided.ok ? decided.value.type : decided.refusal;
};
const publishing = (...[data, words]: Parameters<typeof propose>) =>
  refusalOf(propose(data, words), undefined, publisher);

describe('a challenge that is published', () => {
  it('waits for its owner, and is called as its problem begins', () => {
    expect(story.proposed()).toMatchObject({
      ...{ stage: 'proposed', publisher: 'pLEADER', department: 'VOO', decisionVersion: 1 },
      owner: { person: 'pOWNER', accepted: false },
      words: { title: 'Måltiderna blir kalla på väg till dem som bor längst bort.' },
    });
  });

  it('is open at once where whoever publishes it owns it', () => {
    expect(challengeAfter([publisher, propose({ owner: 'pLEADER' })]).challenge).toMatchObject({
      ...{ stage: 'open', owner: { person: 'pLEADER', accepted: true } },
    });
  });

  it('offers something', () => {
    expect(publishing({ offers: {} })).toEqual({ code: 'noOffer' });
    expect(publishing({ offers: { place: true } })).toBe('challengeProposed');
    for (const money of [0, -1, 1.5, Number.NaN, 1e15])
      expect(publishing({ offers: { time: true, money } })).toEqual({ code: 'badAmount', field: 'money' });
  });

  it('says what the problem is', () => {
    expect(publishing({}, { problem: ' \u200B ' })).toEqual({ code: 'wordsMissing', field: 'problem' });
    expect(publishing({}, { tried: 'x'.repeat(2001) })).toEqual({ code: 'wordsTooLong', field: 'tried' });
    expect(challengeAfter([publisher, propose({}, { title: 'Varm mat', reason: 'Nej' })]).challenge.words).toEqual({
      ...{ title: 'Varm mat', problem: expect.stringContaining('40 personer') },
    });
  });

  it('is one of three at most in a department, and of five for all', () => {
    const with_ = (openNow: number, department?: string) => {
      const { department: _, ...data } = { ...(propose() as { data: object }).data, department: '' };
      const command = { ...propose(), data: { ...data, ...(department && { department }) } } as ChallengeCommand;
      return refusalOf(command, undefined, publisher, {
        ...publishedOn,
        placesTaken: Array.from({ length: openNow }, (_, n) => n + 1),
      });
    };
    expect([2, 3].map((openNow) => with_(openNow, 'VOO'))).toEqual([
      ...['challengeProposed', { code: 'tooManyOpen', most: 3 }],
    ]);
    expect([4, 5].map((openNow) => with_(openNow))).toEqual(['challengeProposed', { code: 'tooManyOpen', most: 5 }]);
  });

  it('is taken part in by eight departments at most, each once, and not by the one that asks', () => {
    const open = story.open();
    expect(refusalOf(story.takesPart, open, story.speaker)).toBe('partTaken');
    const { challenge } = challengeAfter(
      [publisher, propose()],
      [asked, story.accepts],
      [story.speaker, story.takesPart],
    );
    expect(challenge.takingPart).toEqual({ MIL: 'pSPEAKER' });
    expect(refusalOf(story.takesPart, challenge, story.speaker)).toEqual({ code: 'takesPart' });
    expect(refusalOf(story.leavesPart, challenge, story.speaker)).toBe('partLeft');
    expect(refusalOf(story.leavesPart, open, story.speaker)).toEqual({ code: 'takesNoPart' });
    const own = { ...story.takesPart, data: { department: 'VOO' } } as ChallengeCommand;
    expect(refusalOf(own, open, { ...story.speaker, speaksFor: ['VOO'] })).toEqual({ code: 'notYourDepartment' });
    expect(refusalOf(story.takesPart, open, { ...story.speaker, speaksFor: [] })).toEqual({
      code: 'notYourDepartment',
    });
    expect(refusalOf(story.takesPart, story.proposed(), story.speaker)).toEqual({ code: 'notNow' });
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`D${n}`, 'pSPEAKER']));
    const full = { ...open, takingPart: many };
    expect(refusalOf(story.takesPart, full, story.speaker)).toEqual({ code: 'tooManyTakePart', most: 8 });
  });

  it('is published by those who may alone, and once', () => {
    expect(refusalOf(propose(), undefined, anybody)).toEqual({ code: 'notAllowed' });
    expect(refusalOf(propose(), story.proposed(), publisher)).toEqual({ code: 'stale' });
  });
});

describe('its owner', () => {
  it('says yes, and it is open', () => {
    expect(story.open()).toMatchObject({ stage: 'open', owner: { accepted: true }, decisionVersion: 2 });
  });

  it('is nobody who has not said yes themself', () => {
    for (const actor of [publisher, decider, anybody, owner])
      expect(refusalOf(accepts, story.proposed(), actor)).toEqual({ code: 'notAllowed' });
  });

  it('says no, and somebody else is asked', () => {
    const { challenge } = challengeAfter([publisher, propose()], [asked, declines]);
    expect(challenge.owner).toBeUndefined();
    expect(challenge.stage).toBe('proposed');
    // Why stands with the event, and not on a challenge that somebody else may come to own.
    expect(challenge.words.reason).toBeUndefined();
    const named = challengeAfter([publisher, propose()], [asked, declines], [publisher, names('pOTHER')]).challenge;
    expect(named).toMatchObject({ stage: 'proposed', owner: { person: 'pOTHER', accepted: false } });
    expect(refusalOf(names('pOTHER'), named, publisher)).toEqual({ code: 'sameOwner' });
  });

  it('is whoever publishes it, after all', () => {
    const { challenge } = challengeAfter([publisher, propose()], [asked, declines], [publisher, names('pLEADER')]);
    expect(challenge).toMatchObject({ stage: 'open', owner: { person: 'pLEADER', accepted: true } });
  });

  it('says yes late, and there is time to answer all the same', () => {
    const { challenge } = challengeAfter([publisher, propose()], [asked, accepts, on('2026-12-08')]);
    expect(challenge).toMatchObject({ answerBy: '2026-12-22', resultBy: '2027-02-02' });
  });

  it('changes while it is open, and its days stand', () => {
    const { challenge } = challengeAfter(
      [publisher, propose()],
      [asked, accepts],
      [decider, names('pOTHER'), on('2026-12-10')],
      [{ ref: 'pOTHER', roles: new Set(['asked']) }, accepts, on('2026-12-11')],
    );
    expect(challenge).toMatchObject({
      ...{ stage: 'open', owner: { person: 'pOTHER', accepted: true }, answerBy: '2026-12-14' },
    });
  });

  it('is gone, and those who decide go on without them', () => {
    const { challenge } = challengeAfter([publisher, propose()], [asked, accepts], [clock, story.handsBack('pOWNER')]);
    expect(challenge.owner).toBeUndefined();
    expect(challenge.stage).toBe('open');
    expect(refusalOf(story.handsBack('pOWNER'), challenge, clock)).toEqual({ code: 'notNow' });
  });
});

describe('how it turned out', () => {
  it('is told when no more answers come, by its owner or those who decide', () => {
    for (const actor of [owner, decider]) expect(refusalOf(tells, story.answered(), actor)).toBe('resultTold');
    expect(refusalOf(tells, story.answered(), anybody)).toEqual({ code: 'notAllowed' });
    expect(refusalOf(tells, story.open(), owner)).toEqual({ code: 'notNow' });
    expect(refusalOf({ ...tells, words: {} }, story.answered(), owner)).toEqual({
      ...{ code: 'wordsMissing', field: 'result' },
    });
  });

  it('is told late rather than never', () => {
    const { challenge } = challengeAfter(
      [publisher, propose()],
      [asked, accepts],
      ...['2026-12-15', '2027-01-25', '2027-02-01', '2027-04-25'].map((day) => [clock, passes, on(day)] as const),
    );
    expect(challenge).toMatchObject({ stage: 'untold', reminded: true, escalated: true });
    expect(refusalOf(tells, challenge, owner)).toBe('resultTold');
  });
});

describe('what is taken back', () => {
  it('says why to those who may have answered', () => {
    expect(refusalOf(withdraws(), story.proposed(), publisher)).toBe('challengeWithdrawn');
    expect(refusalOf(withdraws(' '), story.open(), owner)).toEqual({ code: 'wordsMissing', field: 'reason' });
    expect(refusalOf(withdraws('Maten lagas på plats från januari.'), story.open(), owner)).toBe('challengeWithdrawn');
    expect(refusalOf(withdraws('Nej'), story.open(), asked)).toEqual({ code: 'notAllowed' });
  });
});

describe('what is hidden', () => {
  it('is hidden and shown by those who decide, and nothing else of it changes', () => {
    const { challenge: hidden } = challengeAfter([publisher, propose()], [decider, story.hides]);
    expect(hidden).toEqual({ ...story.proposed(), ...{ hidden: true, seq: 2, changedAt: '2026-11-16T07:00:00.001Z' } });
    expect(isChallengeOpenTo('hideChallenge', hidden, decider.roles)).toBe(false);
    expect(isChallengeOpenTo('showChallenge', hidden, decider.roles)).toBe(true);
    expect(refusalOf(story.hides, hidden, decider)).toEqual({ code: 'notNow' });
    expect(refusalOf(story.shows, hidden, owner)).toEqual({ code: 'notAllowed' });
    expect(refusalOf(story.shows, hidden, decider)).toBe('challengeShown');
  });
});

describe('an older card', () => {
  it('decides nothing that it does not show', () => {
    expect(refusalOf({ ...accepts, decisionVersion: 1 }, story.proposed(), asked)).toBe('ownershipAccepted');
    expect(refusalOf({ ...tells, decisionVersion: 2 }, story.answered(), owner)).toEqual({ code: 'stale' });
    // Rights come first.
    expect(refusalOf({ ...tells, decisionVersion: 2 }, story.answered(), anybody)).toEqual({ code: 'notAllowed' });
    expect(refusalOf(accepts, undefined, asked)).toEqual({ code: 'notFound' });
  });
});

it('is made of its events alone', () => {
  const { challenge, events } = challengeAfter(
    ...([
      [publisher, propose()],
      [asked, accepts],
      [decider, story.hides],
      [decider, story.shows],
    ] as const),
    ...([
      [clock, passes, on('2026-12-15')],
      [owner, tells, on('2027-01-11')],
    ] as const),
  );
  expect(replayChallenge(story.CHALLENGE_ID, events)).toEqual(challenge);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(events.every(({ at }, n) => n === 0 || at > (events[n - 1]?.at ?? ''))).toBe(true);
  expect(challenge).toMatchObject({ stage: 'told', words: { result: expect.stringContaining('värmelådor') } });
  expect(() => replayChallenge(story.CHALLENGE_ID, events.slice(1))).toThrow('being proposed');
});
