import type { Challenge } from '../../../src/domain/challenge/challenge';
import type { ChallengeCommand } from '../../../src/domain/challenge/commands';
import { decideChallenge } from '../../../src/domain/challenge/decide';
import type { ChallengeEvent } from '../../../src/domain/challenge/events';
import { evolveChallenge } from '../../../src/domain/challenge/evolve';
import { challengeNotices } from '../../../src/domain/challenge/notices';
import { MOST_OUTSIDE, mayReadOutside, rolesForAnswer } from '../../../src/domain/challenge/outside';
import type { ChallengeRole } from '../../../src/domain/challenge/policy';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  accepts,
  anybody,
  asked,
  challengeAfter,
  correcting,
  corrects,
  decider,
  owner,
  propose,
  publishedOn,
  publisher,
  takenDown,
  takesDown,
} from '../../../testing/samples/challenge/challenge-story';

const refusalOf = (organisation: string, challenge = story.open(), actor = owner) => {
  const decided = decideChallenge(takesDown({ organisation }), challenge, actor, publishedOn);
  return decided.ok ? undefined : decided.refusal.code;
};

describe('an answer from outside', () => {
  it('comes from an organisation, also one that is called after somebody', () => {
    const organisations = [
      'Föreningen Varm mat',
      'Karlstads universitet',
      'Anna Lind AB',
      'Eriks Cykelverkstad',
      'PRO',
    ];
    expect(organisations.filter((one) => refusalOf(one))).toEqual([]);
  });

  it('comes from no person', () => {
    const people = ['Anna Andersson', 'Karl Johan Berg', 'anna@post.example', '19811228-9874', 'Anna'];
    expect(people.map((one) => refusalOf(one))).toEqual(people.map(() => 'notOrganisation'));
  });

  it('is taken down by the owner and those who decide, while something can come of it', () => {
    expect([owner, decider].map((actor) => refusalOf('PRO', story.open(), actor))).toEqual([undefined, undefined]);
    expect([anybody, asked].map((actor) => refusalOf('PRO', story.open(), actor))).toEqual([
      'notAllowed',
      'notAllowed',
    ]);
    expect(refusalOf('PRO', story.answered())).toBeUndefined();
    expect(refusalOf('PRO', story.proposed(), decider)).toBe('notNow');
    expect(refusalOf('PRO', { ...story.open(), hidden: true }, decider)).toBe('notNow');
    expect(refusalOf('PRO', { ...story.open(), outside: { answers: MOST_OUTSIDE } })).toBe('tooManyOutside');
  });

  it('is counted, and its words are no words of the challenge', () => {
    const opened = [[publisher, propose()] as const, [asked, accepts] as const];
    const bought = challengeAfter(...opened, [owner, takesDown({}, { buys: true })], [owner, takesDown()]).challenge;
    expect(bought.outside).toEqual({ answers: 2, buys: true });
    expect(bought.words).toEqual(story.open().words);
    // Whoever has the card open may go on with it.
    expect(bought.decisionVersion).toBe(story.open().decisionVersion);
  });

  it('is read by those who speak for the challenge, by registrars and by whoever buys', () => {
    const nobody = { registrar: false, procurement: false };
    const reading = (['publisher', 'asked', 'owner', 'decider', 'speaker', 'clock'] as ChallengeRole[]).filter((role) =>
      mayReadOutside(new Set([role]), nobody),
    );
    expect(reading).toEqual(['owner', 'decider']);
    expect(mayReadOutside(new Set(), { ...nobody, registrar: true })).toBe(true);
    expect(mayReadOutside(new Set(), { ...nobody, procurement: true })).toBe(true);
  });
});

describe('a correction of an answer from outside', () => {
  const answered = () => challengeAfter([publisher, propose()], [asked, accepts], [owner, takesDown()]).challenge;
  const refused = (
    answer: ReturnType<typeof takenDown> | undefined,
    command: ChallengeCommand = corrects(3),
    { challenge = answered(), actor = owner } = {},
  ) => {
    const decided = decideChallenge(command, challenge, actor, correcting(answer));
    return decided.ok ? undefined : decided.refusal.code;
  };
  const rolesOf = (
    roles: readonly ChallengeRole[],
    { mine, challenge = answered() }: { mine?: true; challenge?: Challenge } = {},
  ) => [...rolesForAnswer(new Set(roles), challenge, mine ? { mine } : {})];

  it('is made by the owner, and by whoever took it down as long as they decide', () => {
    expect(rolesOf(['decider'], { mine: true })).toContain('taker');
    expect(rolesOf(['decider'])).not.toContain('taker');
    // A post that is gone takes what was read by it along.
    expect(rolesOf(['speaker'], { mine: true })).not.toContain('taker');
    const taker = { ...decider, roles: new Set(['decider', 'taker'] as const) };
    expect([owner, taker].map((actor) => refused(takenDown(), corrects(3), { actor }))).toEqual([undefined, undefined]);
    expect([decider, publisher, anybody].map((actor) => refused(takenDown(), corrects(3), { actor }))).toEqual([
      ...['notAllowed', 'notAllowed', 'notAllowed'],
    ]);
  });

  it('is made by those who decide where nobody owns the challenge', () => {
    const { owner: _, ...left } = answered();
    expect(rolesOf(['decider'], { challenge: left })).toContain('taker');
    expect(rolesOf(['publisher'], { challenge: left })).not.toContain('taker');
  });

  it('changes its words, which are no words of the challenge, and leaves how many there are', () => {
    const decided = decideChallenge(corrects(3, { proposal: ' Vi lånar ut lådor. ' }), answered(), owner, {
      ...correcting(takenDown()),
    });
    if (!decided.ok) throw new Error(decided.refusal.code);
    expect(decided.value).toMatchObject({ type: 'outsideCorrected', data: { answer: 3 }, by: 'pOWNER' });
    expect(decided.value.words).toEqual({ organisation: 'Föreningen Varma mål', proposal: 'Vi lånar ut lådor.' });
    const after = evolveChallenge(answered(), decided.value);
    expect(after.outside).toEqual({ answers: 1, corrected: true });
    expect([after.words, after.decisionVersion]).toEqual([answered().words, answered().decisionVersion]);
  });

  it('says that something may be bought once, and takes it back never', () => {
    const said = (answer = takenDown()) => {
      const decided = decideChallenge(corrects(3, {}, { buys: true }), answered(), owner, correcting(answer));
      return decided.ok && decided.value.data;
    };
    expect(said()).toEqual({ answer: 3, buys: true });
    expect(said(takenDown({ buys: true }))).toEqual({ answer: 3 });
  });

  it('names no person, changes something, and is not written over one that came between', () => {
    expect(refused(takenDown(), corrects(3, { organisation: 'Anna Andersson' }))).toBe('notOrganisation');
    expect(refused(takenDown(), corrects(3, takesDown().words))).toBe('sameAnswer');
    const again = takenDown({ corrected: { seq: 4, day: '2026-11-17' } });
    expect(refused(again)).toBe('stale');
    expect(refused(again, corrects(3, {}, { correction: 4 }))).toBeUndefined();
  });

  it('is not made of what is not there, of words that are gone, and of a challenge that is hidden or over', () => {
    expect(refused(undefined)).toBe('notNow');
    expect(refused(takenDown({ words: {} }))).toBe('notNow');
    expect(refused(takenDown(), corrects(3), { challenge: { ...answered(), hidden: true } })).toBe('notNow');
    expect(refused(takenDown(), corrects(3), { challenge: { ...answered(), stage: 'told' } })).toBe('notNow');
  });

  it('is told to the owner, to registrars, and first to whoever buys where that is new', () => {
    const told = (data: { buys?: true }, outside: Challenge['outside'] = { answers: 1 }) => {
      const event = { type: 'outsideCorrected', data: { answer: 3, ...data } } as ChallengeEvent;
      return challengeNotices(event, { ...answered(), outside }).map(({ as, urgency }) => `${as} ${urgency}`);
    };
    expect(told({})).toEqual(['owner day', 'registrars day']);
    expect(told({ buys: true }, { answers: 1, buys: true })).toEqual([
      ...['procurement now', 'owner day', 'registrars day'],
    ]);
    expect(told({}, { answers: 1, buys: true })).toEqual(['procurement day', 'owner day', 'registrars day']);
  });
});
