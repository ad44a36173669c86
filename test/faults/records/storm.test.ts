import { actOnChallenge } from '../../../src/app/challenge/act-on-challenge';
import { publishChallenge } from '../../../src/app/challenge/publish-challenge';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { actOnObstacle } from '../../../src/app/obstacle/act-on-obstacle';
import { newIdeaId, newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { isOpen } from '../../../src/store/delivery/deliveries';
import { inLanguage } from '../../../src/text/index';
import { hinder } from '../../../testing/samples/idea/hindering';
import { namer, naming } from '../../../testing/samples/obstacle/obstacle-story';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { close, hours, minutes, Town } from '../../../testing/scenes/town';
import { forever, serverError } from '../../../testing/teams/misbehaviour';

const sv = inLanguage('sv');
const submitters = Array.from({ length: 5 }, (_, n) => `submitter-${n}`);
const everybody = ['leader', 'other-leader', ...submitters];

describe('an hour of 503 from Teams', () => {
  let town: Town;
  const people = new Map<string, Person>();
  beforeAll(async () => {
    town = await Town.open();
    for (const name of everybody) people.set(name, await town.arrives(name));
  });
  afterAll(() => town.close());

  const called = (name: string): Person => {
    const person = people.get(name);
    if (!person) throw new Error(`${name} has not arrived`);
    return person;
  };
  const key = () => newIdempotencyKey(town.app.random);

  /** Both instances look every so often. */
  async function lasts(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += minutes(2)) {
      await Promise.all([town.deliveries().tick(), town.deliveries().tick()]);
      town.pass(minutes(2));
    }
  }

  it('keeps nothing back that challenges and obstacles owe, and nobody hears it twice', async () => {
    const [leader, owner] = [called('leader'), called('other-leader')];
    const obstacle = newIdeaId(town.app.random);
    await storesObstacle(town.app, obstacle, [{ ...namer, ref: owner.ref }, naming()]);
    const ids: string[] = [];
    for (const name of submitters) {
      const { id } = await town.submits(called(name));
      await town.acts(leader, id, close);
      await town.acts(leader, id, hinder(obstacle));
      ids.push(id);
    }
    await lasts(minutes(4));
    const heardBefore = new Map(everybody.map((name) => [name, town.says(name).length]));
    const over = town.connector.misbehave(() => true, forever(serverError(503)));
    const tried = town.connector.requests.length;

    const published = await publishChallenge(town.app, leader, {
      ...{ idempotencyKey: key(), department: 'VOO', owner: owner.emails[0] ?? '', offers: { time: true } },
      ...{ answerBy: '2026-12-20', resultBy: '2027-01-25' },
      words: { problem: 'Maten kallnar på väg till dem som bor längst bort.' },
    });
    if (!published.ok) throw new Error(published.refusal.code);
    const { id: challenge } = published.value.challenge;
    await lasts(minutes(20));
    await actOnChallenge(town.app, owner, {
      ...{ id: challenge, idempotencyKey: key(), type: 'acceptOwnership', words: {} },
    });
    for (const name of submitters.slice(0, 2)) {
      const words = { title: `Lådor från ${name}`, problem: 'Maten kallnar.' };
      const answer = { idempotencyKey: key(), words, confidential: false, department: 'VOO', challenge };
      expect(await submitIdea(town.app, called(name), answer)).toMatchObject({ ok: true });
    }
    await actOnObstacle(town.app, leader, { id: obstacle, idempotencyKey: key(), type: 'removeObstacle', words: {} });
    await lasts(minutes(40));
    // Whatever Teams says, ideas come back at once.
    const ideas = await town.app.ideas.loadAll(ids);
    expect(ideas.map(({ stage }) => stage)).toEqual(ids.map(() => 'submitted'));
    expect(town.connector.requests.length - tried).toBeLessThan(80);
    for (const name of everybody) expect(town.says(name)).toHaveLength(heardBefore.get(name) ?? 0);

    over();
    await lasts(minutes(12));
    const { deliveries, outbox } = town.parts();
    const all = async () => (await Promise.all(deliveries.partitions.map((one) => deliveries.all(one)))).flat();
    const notices = (await all()).flatMap((row) => (row.kind === 'notice' ? [row] : []));
    expect(await outbox.list(10)).toEqual([]);
    expect(notices.filter((row) => isOpen(row) || row.unknown > 0)).toEqual([]);
    // Whoever was asked to own it, those who decide on what came back and on the answers, and each whose idea waited.
    const told = new Set(notices.map(({ id, as }) => `${id} ${as}`));
    expect(told).toContain(`${challenge} asked`);
    for (const id of ids) for (const as of ['submitter', 'deciders']) expect(told).toContain(`${id} ${as}`);
    const expectHeardOnce = async () => {
      const sent = (await all()).filter(({ state }) => state === 'sent');
      for (const name of everybody) {
        const owed = sent.filter(({ person }) => person === called(name).ref).length;
        expect({ name, heard: town.says(name).length }).toEqual({ name, heard: owed });
      }
    };
    await expectHeardOnce();
    // What is news of the day comes in one card.
    town.pass(hours(24));
    await lasts(minutes(6));
    await expectHeardOnce();
    const cards = (name: string) => town.says(name).filter((text) => text.startsWith(sv('day.heading')));
    for (const name of submitters) expect([name, cards(name).length]).toEqual([name, 1]);
  });
});
