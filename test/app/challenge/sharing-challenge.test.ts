import { partnersOf, sharesChallenge, sharingChallenge } from '../../../src/app/challenge/sharing-challenge';
import {
  accepts,
  asked,
  propose,
  publisher,
  speaker,
  takesPart,
} from '../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { type City, startCity } from '../../../testing/scenes/city';
import { addressOf, type CityRole, inhabitants } from '../../../testing/scenes/city-people';
import { seenOn, sv, titlesOn } from '../../../testing/scenes/everyday';

const ID = 'CHA234';

/** The environment department takes part; whoever said so for it is gone. */
describe('a department that takes part in a challenge', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
    await storesChallenge(city.app, ID, 1, [publisher, propose()], [asked, accepts], [speaker, takesPart]);
  });
  afterEach(() => city.stop());

  const person = async (role: CityRole) => {
    const card = (await city.app.people.contacts([addressOf(role)])).get(addressOf(role));
    const found = card && (await city.app.people.byRefs([card.ref])).get(card.ref);
    if (!found) throw new Error(`${inhabitants[role].name} has not arrived`);
    return found.person;
  };

  it('hears of it by those who lead it now, as it does of an idea', async () => {
    for (const role of ['environmentLeader', 'executiveLeader'] as const) await city.arrives(role);
    const [leads, other] = [await person('environmentLeader'), await person('executiveLeader')];
    const stored = await city.app.challenges.load(ID);
    expect(stored && (await partnersOf(city.app, stored.challenge))).toEqual([leads.ref]);
    const sharing: string[] = [];
    for await (const some of sharingChallenge(city.app, ID, 10)) sharing.push(...some);
    expect(sharing).toEqual([leads.ref]);
    expect(await sharesChallenge(city.app, leads, ID)).toBe(true);
    expect(await sharesChallenge(city.app, other, ID)).toBe(false);
  });

  it('is there once, and can leave, when it has become a part of another', async () => {
    const executive = await city.arrives('executiveLeader');
    const organisation = city.organisation();
    const gone = organisation.departments.find(({ code }) => code === 'MIL');
    if (!gone) throw new Error('The example has no environment department');
    city.reorganises({
      ...organisation,
      departments: organisation.departments
        .filter((one) => one !== gone)
        .map((one) =>
          one.leaders.some(({ email }) => email === addressOf('executiveLeader'))
            ? { ...one, earlier: [...one.earlier, { code: 'MIL', name: gone.name }] }
            : one,
        ),
    });
    await executive.says(ID);
    const more = titlesOn(await executive.presses('Fler val'));
    const leaves = more.find((title) => title.endsWith('är inte med längre')) ?? '';
    expect(leaves).toContain('Kommunledning');
    expect(more.some((title) => title.endsWith(' är med'))).toBe(false);
    expect(seenOn(await executive.presses(leaves))).toContain(sv('challenge.did.partLeft'));
    const joins = titlesOn(await executive.says(ID)).find((title) => title.endsWith(' är med')) ?? '';
    expect(seenOn(await executive.presses(joins))).toContain(sv('challenge.did.partTaken'));
  });
});
