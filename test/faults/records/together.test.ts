import type { Deps } from '../../../src/app/deps';
import { actOnGroup } from '../../../src/app/group/act-on-group';
import { actOnMeeting } from '../../../src/app/meeting/act-on-meeting';
import { addMeeting } from '../../../src/app/meeting/add-meeting';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { dyingAtEachCall } from '../../../testing/scenes/dying';
import { explore, Town } from '../../../testing/scenes/town';

// People who meet, and who work with an idea together: whoever dies between two steps leaves a seat, a question or a yes that is one.
describe('a bot that dies while somebody', () => {
  let town: Town;
  let leader: Person;
  let employee: Person;
  let planner: Person;
  beforeAll(async () => {
    town = await Town.open();
    [leader, employee, planner] = [
      await town.arrives('leader'),
      await town.arrives('employee'),
      await town.arrives('planner'),
    ];
  });
  afterAll(() => town.close());

  const key = () => newIdempotencyKey(town.app.random);

  const plans = (deps: Deps, idempotencyKey: string) =>
    addMeeting(deps, leader, {
      ...{ idempotencyKey, forWhom: 'everybody', words: { what: 'Räkna före', where: 'Stadshuset' } },
      ...{ on: '2026-12-10', at: '09:00', minutes: 60, seats: 1 },
    });
  const callsOff = (id: string) =>
    actOnMeeting(town.app, leader, { id, idempotencyKey: key(), type: 'cancelMeeting', words: {} });

  it('plans a meeting: it is one', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const operation = key();
        return (deps) => plans(deps, operation);
      },
      async (added) => {
        if (!added.ok) throw new Error(added.refusal.code);
        const { id } = added.value;
        expect((await town.app.meetings.planned()).map((one) => one.id)).toEqual([id]);
        await callsOff(id);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
  });

  it('says that they come: they have one seat, and can give it back', async () => {
    const acts = [
      ['comeToMeeting', 1],
      ['missMeeting', 0],
    ] as const;
    for (const [type, coming] of acts) {
      const deaths = await dyingAtEachCall(
        town,
        async () => {
          const added = await plans(town.app, key());
          if (!added.ok) throw new Error(added.refusal.code);
          const [{ id }, idempotencyKey] = [added.value, key()];
          const comes = { id, idempotencyKey: key(), type: 'comeToMeeting', words: {} } as const;
          if (type === 'missMeeting') await actOnMeeting(town.app, employee, comes);
          return (deps) => actOnMeeting(deps, employee, { id, idempotencyKey, type, words: {} });
        },
        async (acted) => {
          if (!acted.ok) throw new Error(acted.refusal.code);
          const { meeting, roles } = acted.view;
          expect(meeting.coming).toBe(coming);
          expect(roles.has('comer')).toBe(coming === 1);
          expect(await town.app.meetings.comers(meeting.id, 10)).toEqual(coming === 1 ? [employee.ref] : []);
          await callsOff(meeting.id);
        },
      );
      expect(deaths).toBeGreaterThanOrEqual(2);
    }
  });

  async function explored(): Promise<string> {
    const { id } = await town.submits(employee);
    const acted = await town.acts(leader, id, explore);
    if (!acted.ok) throw new Error(acted.refusal.code);
    return id;
  }
  const asks = (deps: Deps, idea: string, idempotencyKey: string) =>
    actOnGroup(deps, leader, {
      ...{ idea, idempotencyKey, type: 'askMember', person: planner.emails[0], words: {} },
    });
  const recordOf = async (idea: string) => {
    const group = await town.app.groups.ofIdea(idea);
    const { events } = await town.app.groups.page(group?.id ?? '', { limit: 50 });
    return { members: group?.members, happened: events.map(({ type }) => type).toSorted() };
  };

  it('asks the first one to work with an idea together: it is one group, and one question', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const [idea, operation] = [await explored(), key()];
        return (deps) => asks(deps, idea, operation);
      },
      async (acted) => {
        if (!acted.ok) throw new Error(acted.refusal.code);
        expect(await recordOf(acted.idea.id)).toMatchObject({
          ...{ members: [{ person: planner.ref, accepted: false }], happened: ['groupFormed'] },
        });
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
  });

  it('says yes to that: they are in it once', async () => {
    const deaths = await dyingAtEachCall(
      town,
      async () => {
        const idea = await explored();
        await asks(town.app, idea, key());
        const joins = { idea, idempotencyKey: key(), type: 'joinGroup', words: {} } as const;
        return (deps) => actOnGroup(deps, planner, joins);
      },
      async (acted) => {
        if (!acted.ok) throw new Error(acted.refusal.code);
        expect(await recordOf(acted.idea.id)).toEqual({
          ...{ members: [{ person: planner.ref, accepted: true }], happened: ['groupFormed', 'memberJoined'] },
        });
        expect(await town.app.groups.hasMember(acted.idea.id, planner.ref)).toBe(true);
      },
    );
    expect(deaths).toBeGreaterThanOrEqual(2);
  });
});
