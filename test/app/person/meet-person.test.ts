import { changePerson } from '../../../src/app/person/change-person';
import { meetPerson } from '../../../src/app/person/meet-person';
import { newPersonRef } from '../../../src/domain/ids';
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
