import type { HeldInChallenge } from '../../../src/app/challenge/people-in-challenge';
import { heldInChallenge, leaveChallenge } from '../../../src/app/challenge/people-in-challenge';
import type { Person } from '../../../src/domain/person/person';
import {
  accepts,
  asked,
  type ChallengeStep,
  declines,
  leavesPart,
  names,
  propose,
  publisher,
  speaker,
  takesPart,
} from '../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { Town } from '../../../testing/scenes/town';

const ID = 'CHA234';
/** A department that takes part and does no more, so often that its events fill pages. */
const wavering: ChallengeStep[] = Array.from({ length: 24 }, (_, n) => [speaker, n % 2 === 0 ? takesPart : leavesPart]);

/** Somebody who said no long ago, before hundreds of other things happened. */
describe('what a long record of a challenge holds of somebody', () => {
  let town: Town;
  let person: Person;
  beforeEach(async () => {
    town = await Town.open();
    person = await town.arrives('leader');
    const saysNo = { ...asked, ref: person.ref };
    await storesChallenge(
      town.app,
      ID,
      1,
      ...([
        [publisher, propose({ owner: person.ref })],
        [saysNo, declines],
        [publisher, names('pOWNER')],
        [asked, accepts],
        ...wavering,
      ] as ChallengeStep[]),
    );
  });
  afterEach(() => town.close());

  const types = (held: HeldInChallenge | undefined) => held?.events.map(({ type }) => type);

  it('is found whole, however much has happened since', async () => {
    const held = await heldInChallenge(town.app, person, ID);
    expect(types(held)).toEqual(['challengeProposed', 'ownershipDeclined']);
    expect(held?.events.at(-1)?.words).toEqual(declines.words);
  });

  it('is told a page at a time, each thing once', async () => {
    const told: string[] = [];
    let below: number | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const held = await heldInChallenge(town.app, person, ID, { below, limit: 10 });
      told.unshift(...(types(held) ?? []));
      if (!held?.earlier) break;
      below = held.earlier.below;
    }
    expect(told).toEqual(['challengeProposed', 'ownershipDeclined']);
  });

  it('goes with them', async () => {
    await leaveChallenge(town.app, person.ref, ID);
    const held = await heldInChallenge(town.app, person, ID);
    expect(held?.events.find(({ type }) => type === 'ownershipDeclined')?.words).toEqual({});
  });
});
