import { decideChallenge } from '../../../src/domain/challenge/decide';
import { MOST_OUTSIDE, mayReadOutside } from '../../../src/domain/challenge/outside';
import type { ChallengeRole } from '../../../src/domain/challenge/policy';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  accepts,
  anybody,
  asked,
  challengeAfter,
  decider,
  owner,
  propose,
  publishedOn,
  publisher,
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
