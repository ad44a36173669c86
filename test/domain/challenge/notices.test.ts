import { evolveChallenge } from '../../../src/domain/challenge/evolve';
import { challengeNotices, challengeRank } from '../../../src/domain/challenge/notices';
import * as story from '../../../testing/samples/challenge/challenge-story';
import {
  accepts,
  asked,
  type ChallengeStep,
  challengeAfter,
  clock,
  decider,
  declines,
  names,
  on,
  owner,
  passes,
  propose,
  publisher,
  tells,
  withdraws,
} from '../../../testing/samples/challenge/challenge-story';

/** Who hears of the last of these steps: by themselves, and in the day card. */
function heardOf(...steps: readonly ChallengeStep[]) {
  const { events } = challengeAfter(...steps);
  let before: ReturnType<typeof evolveChallenge> | undefined;
  for (const event of events.slice(0, -1)) before = evolveChallenge(before, event, story.CHALLENGE_ID);
  const last = events.at(-1);
  if (!last) throw new Error('Nothing happened');
  const told = challengeNotices(last, evolveChallenge(before, last, story.CHALLENGE_ID));
  const as = (urgency: string) => told.filter((one) => one.urgency === urgency).map((one) => one.as);
  return { now: as('now'), day: as('day') };
}

const published: ChallengeStep = [publisher, propose()];
const opened: readonly ChallengeStep[] = [published, [asked, accepts]];
const closed: readonly ChallengeStep[] = [...opened, [clock, passes, on('2026-12-15')]];
const reminded: readonly ChallengeStep[] = [...closed, [clock, passes, on('2027-01-25')]];
const late: readonly ChallengeStep[] = [...reminded, [clock, passes, on('2027-02-01')]];
const everybody = ['publisher', 'owner', 'answerers', 'followers', 'partners'];

describe('a challenge', () => {
  it('asks its owner first, and nobody else hears of it', () => {
    expect(heardOf(published)).toEqual({ now: ['asked'], day: [] });
    expect(heardOf(published, [clock, passes, on('2026-11-21')])).toEqual({ now: ['asked'], day: [] });
  });

  it('is announced once, when it opens, whichever way that came', () => {
    expect(heardOf(...opened)).toEqual({ now: [], day: ['publisher', 'leaders', 'interested'] });
    expect(heardOf([publisher, propose({ owner: 'pLEADER' })])).toEqual({ now: [], day: ['leaders', 'interested'] });
    expect(heardOf(published, [publisher, names('pLEADER')])).toEqual({
      ...{ now: [], day: ['publisher', 'formerOwner', 'leaders', 'interested'] },
    });
    // Another owner of one that is open announces nothing again.
    const other: ChallengeStep = [{ ref: 'pOTHER', roles: new Set(['asked']) }, accepts];
    expect(heardOf(...opened, [decider, names('pOTHER')], other)).toEqual({ now: [], day: ['publisher'] });
  });

  it('asks whoever published it for another owner', () => {
    expect(heardOf(published, [asked, declines])).toEqual({ now: ['publisher'], day: [] });
    expect(heardOf(...opened, [clock, story.handsBack('pOWNER')]).now).toEqual(['publisher', 'deciders']);
    expect(heardOf(...opened, [decider, names('pOTHER')])).toEqual({
      ...{ now: ['asked'], day: ['publisher', 'formerOwner'] },
    });
  });

  it('that nobody comes to own ends with a word to those who knew of it', () => {
    const lapsed: readonly ChallengeStep[] = [
      ...[published, [clock, passes, on('2026-11-21')] as const],
      [clock, passes, on('2026-12-14')],
    ];
    expect(heardOf(...lapsed)).toEqual({ now: [], day: ['publisher', 'asked'] });
    expect(heardOf(published, [publisher, withdraws()])).toEqual({ now: [], day: ['publisher', 'asked'] });
  });

  it('asks its owner for the result, and then others too', () => {
    expect(heardOf(...closed)).toEqual({ now: ['owner'], day: [] });
    expect(heardOf(...reminded)).toEqual({ now: ['owner'], day: [] });
    expect(heardOf(...late)).toEqual({ now: ['owner'], day: ['deciders'] });
  });

  it('asks those who decide where nobody owns it', () => {
    const gone: readonly ChallengeStep[] = [...opened, [clock, story.handsBack('pOWNER')]];
    expect(heardOf(...gone, [clock, passes, on('2026-12-15')])).toEqual({ now: ['deciders'], day: [] });
    const days = ['2026-12-15', '2027-01-25', '2027-02-01'].map((one): ChallengeStep => [clock, passes, on(one)]);
    expect(heardOf(...gone, ...days)).toEqual({ now: ['deciders'], day: [] });
  });

  it('ends with a word to everybody who answered or follows, also where nothing was told', () => {
    expect(heardOf(...closed, [owner, tells, on('2027-01-11')])).toEqual({ now: [], day: everybody });
    expect(heardOf(...late, [clock, passes, on('2027-04-25')])).toEqual({ now: [], day: everybody });
    expect(heardOf(...opened, [owner, withdraws('Behovet är borta.')])).toEqual({ now: [], day: everybody });
  });

  it('is told of to nobody who may not read it', () => {
    const hidden: ChallengeStep = [decider, story.hides];
    expect(heardOf(published, hidden)).toEqual({ now: [], day: ['publisher'] });
    expect(heardOf(published, hidden, [asked, accepts])).toEqual({ now: [], day: ['publisher'] });
    expect(heardOf(...closed, hidden, [owner, tells, on('2027-01-11')])).toEqual({
      ...{ now: [], day: ['publisher', 'owner'] },
    });
  });

  it('asks before it tells', () => {
    expect((['now', 'day'] as const).map((urgency) => challengeRank({ as: 'owner', urgency }))).toEqual([
      ...['decision', 'news'],
    ]);
  });
});
