import { changePerson } from '../../../src/app/person/change-person';
import { meetPerson } from '../../../src/app/person/meet-person';
import { movePerson } from '../../../src/app/person/move-person';
import { refreshPerson } from '../../../src/app/person/refresh-person';
import { saidOf } from '../../../src/app/person/staff/workplace';
import { newPersonRef } from '../../../src/domain/ids';
import type { StaffEntry } from '../../../src/domain/organisation/sources/staff';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

describe('meeting a person', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });

  const met = async (email: string, arrival = scene.arrival('Demo Medarbetare', email)) =>
    (await meetPerson(scene.deps, arrival)).met;

  it('stores somebody new with what the roster says, addresses in small letters', async () => {
    const arrival = scene.arrival('Demo Medarbetare', 'En.Ny@Example.org');
    const { met, isNew } = await meetPerson(scene.deps, arrival);
    expect(isNew).toBe(true);
    expect(met.person).toMatchObject({ name: 'Demo Medarbetare', emails: ['en.ny@example.org'], language: 'sv' });
    expect(met.person.ref).toMatch(/^p[0-9A-Z]{16}$/);
  });

  it('asks the roster once', async () => {
    const arrival = scene.arrival('Demo Medarbetare', 'once@example.org');
    const roster = jest.fn(arrival.roster);
    const first = await meetPerson(scene.deps, { ...arrival, roster });
    const again = await meetPerson(scene.deps, { ...arrival, roster });
    expect(again).toMatchObject({ isNew: false, met: { person: { ref: first.met.person.ref } } });
    expect(roster).toHaveBeenCalledTimes(1);
  });

  it('makes one person of six first activities at once', async () => {
    const arrival = scene.arrival('Demo Medarbetare', 'six@example.org');
    const all = await Promise.all(Array.from({ length: 6 }, () => meetPerson(scene.deps, arrival)));
    expect(new Set(all.map(({ met }) => met.person.ref)).size).toBe(1);
    expect((await scene.deps.people.contacts(['six@example.org'])).get('six@example.org')?.ref).toBe(
      all[0]?.met.person.ref,
    );
  });

  it('takes over the reference of somebody who had only been named', async () => {
    const named = { email: 'Named@example.org', name: 'named@example.org' };
    const ref = await scene.deps.people.refOf(named, () => newPersonRef(scene.deps.random));
    const person = await met('named@example.org');
    expect(person.person).toMatchObject({ ref, name: 'Demo Medarbetare' });
  });

  it('makes one person of two first activities at once of somebody whom others have picked in Teams', async () => {
    const arrival = scene.arrival('Demo Medarbetare', 'picked@example.org');
    const ref = await scene.deps.people.refOfPicked(arrival.identity, () => newPersonRef(scene.deps.random));
    // The other one comes while the roster is asked for the first.
    const roster = async () => {
      expect((await met('', arrival)).person.ref).toBe(ref);
      return arrival.roster();
    };
    expect((await met('', { ...arrival, roster })).person).toMatchObject({ ref, emails: ['picked@example.org'] });
  });

  it('is another person who has an address that was somebody else’s, and the address leads to them', async () => {
    const first = await met('shared@example.org');
    const second = await met('shared@example.org');
    expect(second.person.ref).not.toBe(first.person.ref);
    const card = (await scene.deps.people.contacts(['shared@example.org'])).get('shared@example.org');
    expect(card?.ref).toBe(second.person.ref);
  });

  it('loses none of many changes at once', async () => {
    const start = await met('busy@example.org');
    const names = Array.from({ length: 8 }, (_, n) => `post.${n}`);
    await Promise.all(
      names.map((name) =>
        changePerson(scene.deps, start, ({ person, reach }) => ({
          person: { ...person, welcomed: [...person.welcomed, name] },
          ...(reach && { reach }),
        })),
      ),
    );
    const after = await scene.deps.people.byRef(start.person.ref);
    expect(after?.person.welcomed.toSorted()).toEqual(names);
    expect(after?.reach).toEqual(start.reach);
  });

  it('tells exactly one of many who change the same thing that it was them', async () => {
    const start = await met('once-only@example.org');
    const tries = await Promise.all(
      Array.from({ length: 6 }, () =>
        changePerson(scene.deps, start, ({ person }) =>
          person.welcomed.includes('member') ? undefined : { person: { ...person, welcomed: ['member'] } },
        ),
      ),
    );
    expect(tries.filter(({ changed }) => changed)).toHaveLength(1);
  });
});

describe('meeting a person of whom a source says where they work', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({
      ...exampleOrganisation(),
      sources: { places: { Äldre: 'VOO' }, graph: { department: 'department' } },
    });
  });
  type Arrival = ReturnType<Scene['arrival']>;

  const says = async (source: 'file' | 'graph', { identity }: Arrival, entry: StaffEntry, email = '') => {
    const who = source === 'file' ? { emails: [email] } : { identity, emails: [] };
    const [mark = ''] = await scene.deps.marks.of(who);
    await scene.deps.staff.write(source, [{ mark, entry }]);
  };
  const arrive = async (arrival: Arrival) => (await meetPerson(scene.deps, arrival)).met;

  it('they work there, and have not been asked', async () => {
    const arrival = scene.arrival('Demo Undersköterska', 'from-graph@example.org');
    await says('graph', arrival, { department: 'Vård och omsorg', unit: 'Hemtjänst Söder' });
    const { person } = await arrive(arrival);
    expect(person).toMatchObject({ department: 'VOO', unit: 'HTS', sourced: { place: 'VOO.HTS', follows: true } });
  });

  it('a file goes before Graph, and is found by their address', async () => {
    const arrival = scene.arrival('Demo Undersköterska', 'From-Both@example.org');
    await says('graph', arrival, { department: 'SBK' });
    await says('file', arrival, { department: 'Äldre' }, 'from-both@example.org');
    expect((await arrive(arrival)).person).toMatchObject({ department: 'VOO' });
  });

  it('who has chosen a place keeps it when the source has another', async () => {
    const arrival = scene.arrival('Demo Undersköterska', 'chooses@example.org');
    await says('graph', arrival, { department: 'VOO' });
    const moved = await movePerson(scene.deps, await arrive(arrival), { to: 'SBK' });
    if (!moved.ok) throw new Error(moved.refusal.code);
    await says('graph', arrival, { department: 'VOO', unit: 'Hemtjänst Söder' });
    const { me } = await refreshPerson(scene.deps, moved.value.me, await arrival.roster());
    expect(me.person).toMatchObject({ department: 'SBK', sourced: { place: 'VOO.HTS' } });
    expect(me.person).not.toHaveProperty('unit');
  });

  it('nobody reads the name of who is protected, and no idea of theirs says a unit', async () => {
    const arrival = scene.arrival('Demo Skyddad', 'hidden@example.org');
    await says('graph', arrival, { who: arrival.identity.objectId, protected: true, department: 'VOO' });
    const me = await arrive(arrival);
    const { ref } = me.person;
    expect((await scene.deps.people.namesOf([ref])).size).toBe(0);
    const moved = await movePerson(scene.deps, me, { to: 'VOO.HTS' });
    if (!moved.ok) throw new Error(moved.refusal.code);
    const idea = await scene.submits(moved.value.me.person);
    expect(idea).toMatchObject({ department: 'VOO' });
    expect(idea).not.toHaveProperty('unit');
    expect(await saidOf(scene.deps, me.person)).toEqual({ graph: { protected: true } });
  });

  it('and where there are no sources, nothing is asked of storage', async () => {
    const none = await openScene();
    const reads = jest.spyOn(none.deps.staff, 'of');
    await meetPerson(none.deps, none.arrival('Demo Medarbetare', 'none@example.org'));
    expect(reads).not.toHaveBeenCalled();
    expect((await none.arrives('employee')).sourced).toBeUndefined();
  });
});
