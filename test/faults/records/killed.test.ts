import { actOnChallenge } from '../../../src/app/challenge/act-on-challenge';
import { publishChallenge } from '../../../src/app/challenge/publish-challenge';
import type { Deps } from '../../../src/app/deps';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { actOnObstacle } from '../../../src/app/obstacle/act-on-obstacle';
import { actOnUndertaking } from '../../../src/app/undertaking/act-on-undertaking';
import { addUndertaking } from '../../../src/app/undertaking/add-undertaking';
import { createDeliveries } from '../../../src/delivery/deliveries';
import { newIdeaId, newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { isOpen } from '../../../src/store/delivery/deliveries';
import { mortal } from '../../../testing/processes/mortal';
import { hinder } from '../../../testing/samples/idea/hindering';
import { namer, naming } from '../../../testing/samples/obstacle/obstacle-story';
import { dyingAtEachCall } from '../../../testing/scenes/dying';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { close, minutes, Town } from '../../../testing/scenes/town';

// Challenges, obstacles and undertakings are records as an idea is: whoever dies between two steps leaves what another instance finishes, and the
// press that comes once more is the same one.
describe('a bot that dies while somebody works with', () => {
  let town: Town;
  let leader: Person;
  let owner: Person;
  let employee: Person;
  beforeAll(async () => {
    town = await Town.open();
    [leader, owner, employee] = [
      await town.arrives('leader'),
      await town.arrives('other-leader'),
      await town.arrives('employee'),
    ];
  });
  afterAll(() => town.close());

  const key = () => newIdempotencyKey(town.app.random);

  /** Everybody has been told of what happened, and nobody is owed anything. */
  async function expectTold(): Promise<void> {
    await town.deliveries().tick();
    const { deliveries, outbox } = town.parts();
    expect(await outbox.list(10)).toEqual([]);
    const rows = (await Promise.all(deliveries.partitions.map((one) => deliveries.all(one)))).flat();
    const notices = rows.filter(({ kind }) => kind === 'notice');
    expect(notices.filter((row) => isOpen(row) || row.unknown > 0)).toEqual([]);
  }

  const form = (operation: string) => ({
    ...{ idempotencyKey: operation, department: 'VOO', owner: owner.emails[0] ?? '' },
    ...{ offers: { time: true } as const, answerBy: '2026-12-20', resultBy: '2027-01-25' },
    words: { problem: 'Maten kallnar på väg till dem som bor längst bort.' },
  });

  async function publishes(operation = key()): Promise<string> {
    const published = await publishChallenge(town.app, leader, form(operation));
    if (!published.ok) throw new Error(published.refusal.code);
    return published.value.challenge.id;
  }
  const withdraws = (id: string) =>
    actOnChallenge(town.app, leader, {
      id,
      idempotencyKey: key(),
      type: 'withdrawChallenge',
      words: { reason: 'Nej.' },
    });
  const record = async (id: string) =>
    (await town.app.challenges.page(id, { limit: 50 })).events.map(({ type }) => type);

  it('a challenge that is published is one, whenever it dies', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const operation = key();
        return (deps) => publishChallenge(deps, leader, form(operation));
      },
      async (published) => {
        if (!published.ok) throw new Error(published.refusal.code);
        expect(await town.app.challenges.placesTaken('VOO')).toEqual([1]);
        expect(await record(published.value.challenge.id)).toEqual(['challengeProposed']);
        await withdraws(published.value.challenge.id);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
    await expectTold();
  });

  it('a challenge that somebody comes to own opens once', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const [id, idempotencyKey] = [await publishes(), key()];
        return (deps) => actOnChallenge(deps, owner, { id, idempotencyKey, type: 'acceptOwnership', words: {} });
      },
      async (accepted) => {
        if (!accepted.ok) throw new Error(accepted.refusal.code);
        const { id } = accepted.view.challenge;
        expect((await record(id)).toSorted()).toEqual(['challengeProposed', 'ownershipAccepted']);
        await withdraws(id);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
    await expectTold();
  });

  it('an answer to a challenge is one idea, which stands among its answers', async () => {
    const challenge = await publishes();
    await actOnChallenge(town.app, owner, {
      ...{ id: challenge, idempotencyKey: key(), type: 'acceptOwnership', words: {} },
    });
    const sent: string[] = [];
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const words = { title: 'Lådor', problem: 'Maten kallnar.' };
        const idea = { idempotencyKey: key(), words, confidential: false, department: 'VOO', challenge };
        return (deps) => submitIdea(deps, employee, idea);
      },
      async (submitted) => {
        if (!submitted.ok) throw new Error(submitted.refusal.code);
        sent.push(submitted.value.id);
        expect((await town.app.challenges.answers(challenge)).toSorted()).toEqual(sent.toSorted());
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
    await expectTold();
    await withdraws(challenge);
  });

  const undertakes = (deps: Deps, idempotencyKey: string) =>
    addUndertaking(deps, leader, {
      ...{ idempotencyKey, department: 'VOO', until: '2027-06-15' },
      words: { what: 'Svara på alla idéer inom två veckor.', who: 'Enhetscheferna' },
    });
  const undertaken = async (operation = key()): Promise<string> => {
    const added = await undertakes(town.app, operation);
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.id;
  };
  const drops = (id: string) =>
    actOnUndertaking(town.app, leader, {
      ...{ id, idempotencyKey: key(), type: 'dropUndertaking', words: { why: 'Det görs i hela kommunen.' } },
    });
  const ofYear = async () =>
    (await town.app.undertakings.ofYear('2027', ['VOO'])).filter(({ stage }) => stage !== 'dropped');
  const recordOf = async (id: string) =>
    (await town.app.undertakings.page(id, { limit: 50 })).events.map(({ type }) => type).toSorted();

  it('what a department undertakes stands once and has one of the year’s places, whenever it dies', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const operation = key();
        return (deps) => undertakes(deps, operation);
      },
      async (added) => {
        if (!added.ok) throw new Error(added.refusal.code);
        const { id } = added.value;
        expect((await ofYear()).map((one) => [one.id, one.place])).toEqual([[id, 1]]);
        expect(await recordOf(id)).toEqual(['undertakingAdded']);
        await drops(id);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
    await expectTold();
  });

  it('what a colleague moves or drops of that has happened once, whenever it dies', async () => {
    const acts = [
      ['moveUndertaking', 'undertakingMoved', { why: 'Systemet kommer först i augusti.' }],
      ['dropUndertaking', 'undertakingDropped', { why: 'Det görs i hela kommunen.' }],
    ] as const;
    for (const [type, event, words] of acts) {
      const deaths = await dyingAtEachCall(
        town,
        async () => {
          const [id, idempotencyKey] = [await undertaken(), key()];
          const act = { id, idempotencyKey, type, words, until: '2027-09-01' };
          return (deps) => actOnUndertaking(deps, owner, act);
        },
        async (acted) => {
          if (!acted.ok) throw new Error(acted.refusal.code);
          const { id, until } = acted.view.undertaking;
          expect(await recordOf(id)).toEqual(['undertakingAdded', event].toSorted());
          if (type === 'moveUndertaking') expect(until).toBe('2027-09-01');
          await drops(id);
        },
      );
      expect(deaths).toBeGreaterThanOrEqual(2);
    }
    await expectTold();
  });

  /** Three ideas that ended wait for an obstacle. */
  async function stopped(): Promise<{ obstacle: string; ids: string[] }> {
    const obstacle = newIdeaId(town.app.random);
    await storesObstacle(town.app, obstacle, [{ ...namer, ref: leader.ref }, naming()]);
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await town.submits(employee);
      await town.acts(leader, id, close);
      await town.acts(leader, id, hinder(obstacle));
      ids.push(id);
    }
    return { obstacle, ids };
  }
  const lifted = async (ids: readonly string[]) => {
    const records = await Promise.all(ids.map((id) => town.app.ideas.history(id)));
    return records.map((events) => events.filter(({ type }) => type === 'obstacleLifted').length);
  };

  it('an obstacle that is gone brings each idea back once, whenever it dies', async () => {
    let ids: string[] = [];
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const [standing, idempotencyKey] = [await stopped(), key()];
        ids = standing.ids;
        const gone = { id: standing.obstacle, idempotencyKey, type: 'removeObstacle', words: {} } as const;
        return (deps) => actOnObstacle(deps, leader, gone);
      },
      async (gone) => {
        if (!gone.ok) throw new Error(gone.refusal.code);
        await town.deliveries().tick();
        expect(await lifted(ids)).toEqual([1, 1, 1]);
        expect(await town.app.obstacles.hinderedBy(gone.view.obstacle.id)).toEqual([]);
        expect(await town.app.steps.list(10)).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
    await expectTold();
  });

  it('an obstacle that is gone does so also where whoever brings them back dies, again and again', async () => {
    let deaths = 0;
    for (let call = 0; call < 300; call += 29) {
      const { obstacle, ids } = await stopped();
      await town.deliveries().tick();
      await actOnObstacle(town.app, leader, { id: obstacle, idempotencyKey: key(), type: 'removeObstacle', words: {} });
      const { source, death } = mortal(town.source(), call);
      const lived = await Promise.race([
        createDeliveries(source)
          .tick()
          .then(() => true),
        death.died.then(() => false),
      ]);
      if (!lived) deaths++;
      // What it had claimed is free again after a while.
      town.pass(minutes(2));
      await town.deliveries().tick();
      expect({ call, lifted: await lifted(ids) }).toEqual({ call, lifted: [1, 1, 1] });
      expect(await town.app.obstacles.hinderedBy(obstacle)).toEqual([]);
      if (lived) break;
    }
    expect(deaths).toBeGreaterThan(3);
  });
});
