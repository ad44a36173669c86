import { type Challenge, challengeStages, unendedStages } from '../../../src/domain/challenge/challenge';
import { type ChallengeCommandType, challengeRules } from '../../../src/domain/challenge/commands';
import { nextDue } from '../../../src/domain/challenge/days';
import { decideChallenge } from '../../../src/domain/challenge/decide';
import { type ChallengeEventType, challengeEventTypes } from '../../../src/domain/challenge/events';
import { evolveChallenge, replayChallenge } from '../../../src/domain/challenge/evolve';
import { movedTo, namedInEvent, withoutLeaver } from '../../../src/domain/challenge/leaving';
import { MOST_TAKING_PART, mostOpenFor } from '../../../src/domain/challenge/policy';
import { mayReadChallenge } from '../../../src/domain/challenge/reading';
import { type ChallengeWordKey, challengeLimits } from '../../../src/domain/challenge/words';
import { tidy } from '../../../src/domain/language/tidy';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar';
import { addDays } from '../../../src/domain/time';
import { type ChallengeLifeStep, inManyChallenges } from '../../../testing/properties/challenge-lives';
import { leftAlone, unmetIn } from '../../../testing/properties/whole-lives';
import { CHALLENGE_ID, clock, on, passes } from '../../../testing/samples/challenge/challenge-story';

const always = (see: (step: ChallengeLifeStep) => void) => inManyChallenges(({ steps }) => steps.forEach(see));
const isOpenStill = ({ stage }: Challenge) => unendedStages.some((one) => one === stage);

/** What somebody decides on, compared in whole. */
const decidedOn = ({ stage, owner, answerBy, resultBy }: Challenge) =>
  JSON.stringify([stage, owner?.person, owner?.accepted, answerBy, resultBy]);

/** What becomes of one that nobody touches any more. */
const left = (one: Challenge): Challenge =>
  leftAlone(one, {
    next: (challenge) => nextDue(challenge, alwaysOpen),
    brings: (challenge, day) => decideChallenge(passes, challenge, clock, on(day)),
    evolve: evolveChallenge,
  });

describe('whatever people try with a challenge', () => {
  it('it comes to every stage and meets every event here, so that the rest of this file says something', () => {
    const all = { stages: challengeStages, events: challengeEventTypes, lives: 1500 };
    expect(unmetIn(inManyChallenges, all)).toEqual([[], []]);
  });

  it('events are numbered one by one, each later than the one before', () => {
    always(({ before, event, after }) => {
      expect([event.seq, after.seq]).toEqual([before.seq + 1, event.seq]);
      expect(event.at > before.changedAt).toBe(true);
      expect(after.changedAt).toBe(event.at);
    });
  });

  it('the record makes it again, also after it has been stored as JSON', () => {
    inManyChallenges(({ challenge, events }) => {
      expect(replayChallenge(CHALLENGE_ID, events)).toEqual(challenge);
      const stored = JSON.parse(JSON.stringify(events));
      expect(replayChallenge(CHALLENGE_ID, stored)).toEqual(JSON.parse(JSON.stringify(challenge)));
    });
  });

  it('its version rises by one exactly when what is decided on changes', () => {
    always(({ before, after, event }) => {
      const rises = decidedOn(before) === decidedOn(after) ? 0 : 1;
      expect([event.type, after.decisionVersion]).toEqual([event.type, before.decisionVersion + rises]);
    });
  });

  it('nobody comes to own it without their own yes', () => {
    inManyChallenges(({ events, steps }) => {
      const [proposed] = events;
      if (proposed?.type === 'challengeProposed' && proposed.data.owner.accepted)
        expect(proposed.by).toBe(proposed.data.owner.person);
      for (const { before, after, event } of steps) {
        const [had, has] = [before.owner, after.owner];
        if (has?.accepted && !(had?.accepted && had.person === has.person)) expect(event.by).toBe(has.person);
      }
    });
  });

  it('it opens once, with an owner and two weeks to answer, and keeps its place', () => {
    always(({ before, after }) => {
      expect(after.place).toBe(before.place);
      expect(after.place).toBeLessThanOrEqual(mostOpenFor(after.department));
      if (before.openedOn !== undefined) expect(after.openedOn).toBe(before.openedOn);
      if (before.openedOn !== undefined || after.openedOn === undefined) return;
      expect([after.stage, after.owner?.accepted]).toEqual(['open', true]);
      expect(after.answerBy >= addDays(after.openedOn, 14)).toBe(true);
      expect(after.resultBy > after.answerBy).toBe(true);
    });
  });

  it('an end stays an end: nothing but that a result is told late, and what is out of sight', () => {
    always(({ before, after, event }) => {
      if (isOpenStill(before)) return;
      if (event.type === 'resultTold') return expect([before.stage, after.stage]).toEqual(['untold', 'told']);
      expect(['challengeHidden', 'challengeShown']).toContain(event.type);
      expect(after.stage).toBe(before.stage);
    });
  });

  it('whoever has answered is told how it turned out, or why it is taken back', () => {
    always(({ after, event }) => {
      if (event.type === 'resultTold') expect(after.words.result).toBeTruthy();
      if (event.type === 'challengeWithdrawn' && after.openedOn !== undefined) expect(after.words.reason).toBeTruthy();
    });
  });

  it('departments take part by somebody who speaks for them, eight at most, and never the one whose it is', () => {
    always(({ before, after, event, actor }) => {
      const taking = Object.keys(after.takingPart ?? {});
      expect(taking.length).toBeLessThanOrEqual(MOST_TAKING_PART);
      expect(taking).not.toContain(after.department);
      if (event.type === 'partTaken' || event.type === 'partLeft')
        expect(actor.speaksFor).toContain(event.data.department);
      else expect(after.takingPart).toEqual(before.takingPart);
    });
  });

  it('answers from outside are counted and nothing else, as many as were taken down, and from no person', () => {
    inManyChallenges(({ challenge, events }) => {
      const outside = events.filter(({ type }) => type === 'outsideAnswered');
      const corrections = events.filter(({ type }) => type === 'outsideCorrected');
      const buys = [...outside, ...corrections].some(({ data }) => 'buys' in data && data.buys);
      const marks = { ...(buys && { buys: true }), ...(corrections.length > 0 && { corrected: true }) };
      expect(challenge.outside).toEqual(outside.length > 0 ? { answers: outside.length, ...marks } : undefined);
      for (const { words } of [...outside, ...corrections]) expect(words.organisation).not.toContain('Andersson');
      expect(challenge.words).not.toHaveProperty('organisation');
      expect(challenge.words).not.toHaveProperty('proposal');
    });
  });

  it('an answer from outside is corrected by the owner and whoever took it down, and that something may be bought is said once', () => {
    inManyChallenges(({ events, steps }) => {
      for (const { before, event, actor } of steps) {
        if (event.type !== 'outsideCorrected') continue;
        const { answer, buys } = event.data;
        const earlier = events.filter(({ seq }) => seq < event.seq);
        const taken = earlier.find(({ seq }) => seq === answer);
        expect(taken?.type).toBe('outsideAnswered');
        if (before.owner?.accepted) expect([before.owner.person, taken?.by]).toContain(actor.ref);
        else expect(actor.roles).toContain('decider');
        const said = earlier.filter(({ seq, data }) => seq === answer || ('answer' in data && data.answer === answer));
        if (buys) expect(said.some(({ data }) => 'buys' in data && data.buys)).toBe(false);
      }
    });
  });

  it('nobody does what no role of theirs may', () => {
    const may: { readonly [T in ChallengeEventType]?: ChallengeCommandType } = {
      ...{ ownershipAccepted: 'acceptOwnership', ownershipDeclined: 'declineOwnership' },
      ...{ ownerNamed: 'nameChallengeOwner', resultTold: 'tellResult', challengeWithdrawn: 'withdrawChallenge' },
      ...{ outsideAnswered: 'takeDownOutside', challengeHidden: 'hideChallenge', challengeShown: 'showChallenge' },
      ...{ partTaken: 'takePart', partLeft: 'leavePart', outsideCorrected: 'correctOutside' },
    };
    always(({ event, actor }) => {
      const command = may[event.type];
      if (!command) return expect(event.by).toBe('clock');
      expect(challengeRules[command].by.some((role) => actor.roles.has(role))).toBe(true);
    });
  });

  it('what is hidden is read by those who decide alone, and what has not opened by nobody outside it', () => {
    always(({ after }) => {
      expect(mayReadChallenge(after, new Set())).toBe(after.openedOn !== undefined && !after.hidden);
      expect(mayReadChallenge(after, new Set(['owner', 'publisher', 'speaker']))).toBe(!after.hidden);
      expect(mayReadChallenge(after, new Set(['decider']))).toBe(true);
    });
  });

  it('words are tidy and within their limits', () => {
    always(({ event, after }) => {
      for (const [key, text] of Object.entries({ ...event.words, ...after.words }) as [ChallengeWordKey, string][]) {
        expect([tidy(text), text.length > 0, text.length <= challengeLimits[key]]).toEqual([text, true, true]);
      }
    });
  });

  it('ends by itself, whenever everybody leaves it', () => {
    inManyChallenges(({ challenge, steps }) => {
      for (const one of [...steps.map(({ after }) => after), challenge]) expect(isOpenStill(left(one))).toBe(false);
    }, 150);
  });

  it('leads to nobody who has had their data erased but whoever published it, and ends all the same', () => {
    inManyChallenges(({ challenge }) => {
      const person = challenge.owner?.person ?? 'friend';
      const without = withoutLeaver(challenge, person);
      expect(without.owner).toBeUndefined();
      expect({ ...without, owner: challenge.owner }).toEqual({ owner: undefined, ...challenge });
      expect(isOpenStill(left(without))).toBe(false);
    }, 150);
  });

  it('is found by all whom it names, and under another reference by that alone', () => {
    inManyChallenges(({ challenge, events }) => {
      const traced = new Set(events.flatMap(namedInEvent));
      const named = [challenge.publisher, challenge.owner?.person, ...Object.values(challenge.takingPart ?? {})];
      for (const person of named) if (person !== undefined) expect(traced).toContain(person);
      for (const person of traced)
        expect(JSON.stringify(movedTo(challenge, person, 'pANEW'))).not.toMatch(new RegExp(`"${person}"`));
    }, 150);
  });
});
