import { publishChallenge } from '../../../src/app/challenge/publish-challenge';
import type { Person } from '../../../src/domain/person/person';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work';

/** What stands in the form, under an operation of its own. */
const form = (idempotencyKey: string) => ({
  ...{ idempotencyKey, department: 'VOO', owner: 'me', offers: { time: true } as const },
  ...{
    answerBy: '2026-12-14',
    resultBy: '2027-01-25',
    words: { problem: 'Maten kallnar på väg till dem som bor längst bort.' },
  },
});

describe('publishing a challenge', () => {
  let town: AppAtWork;
  let leader: Person;
  beforeAll(async () => {
    town = await appAtWork();
    ({ leader } = await town.allArrive('leader'));
  });

  it('takes three places at most, also where four are published at the same moment, and none of them twice', async () => {
    const outcomes = await Promise.all(
      ['ONE', 'TWO', 'THREE', 'FOUR'].map((key) => publishChallenge(town.deps, leader, form(`AT.ONCE.${key}`))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === 'tooManyOpen')).toHaveLength(1);
    expect((await town.deps.challenges.placesTaken('VOO')).toSorted()).toEqual([1, 2, 3]);
  });

  it('is one effect however often the same form is sent, also when all places are taken by then', async () => {
    const [first] = (await town.deps.challenges.listed()).toSorted((one, other) => one.place - other.place);
    const again = await Promise.all(
      ['ONE', 'TWO', 'THREE', 'FOUR'].map((key) => publishChallenge(town.deps, leader, form(`AT.ONCE.${key}`))),
    );
    const ids = again.flatMap((outcome) => (outcome.ok ? [outcome.value.challenge.id] : []));
    expect(new Set(ids).size).toBe(3);
    expect(ids).toContain(first?.id);
  });

  it('costs two requests one after the other, and no more where much has been published before', async () => {
    const cost = () => town.requestsOf(() => publishChallenge(town.deps, leader, { ...form('NO.PLACE'), offers: {} }));
    const few = await cost();
    expect(await cost()).toBe(few);
  });
});
