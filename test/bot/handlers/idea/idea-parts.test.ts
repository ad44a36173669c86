import { buttonsBelow, inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { explored, fills, planned, stepsOn } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

const next = sv('button.saveAnd.next');
const fieldsOn = ({ card }: { card: unknown }) => inputsOf(card).map(({ id }) => id);

describe('parts that are filled in one after the other', () => {
  let city: City;
  let driver: Person;
  let leader: Person;
  let id: string;
  beforeAll(async () => {
    city = await startCity();
    driver = await city.arrives('employee');
    leader = await city.arrives('leader');
  });
  afterAll(() => city.stop());
  beforeEach(async () => {
    id = await sendsIdea(driver);
    await city.delivers();
    await pressesOn(leader, id, sv('button.explore'), { person: 'submitter' });
    await city.delivers();
    await pressesOn(driver, id, sv('button.acceptDriving'));
  });

  const opens = (part: 'concerned' | 'worth' | 'sign') =>
    pressesOn(driver, id, sv('button.fillNext', { part: sv(`idea.need.${part}`) }));
  const idea = async () => {
    const stored = await city.app.ideas.load(id);
    if (!stored) throw new Error('It is gone');
    return stored.idea;
  };
  const record = async () => (await city.app.ideas.history(id)).map(({ type }) => type);

  it('lead from each to the next that is missing, with how many are left', async () => {
    await opens('concerned');
    const second = await pressesOn(driver, id, next, { groups: 'users', participation: 'De är med.' });
    expect(fieldsOn(second)).toEqual(['origins']);
    expect(seenOn(second)).toContain(sv('panel.part.next', { count: 3 }));
    const third = await pressesOn(driver, id, next, { origins: 'colleague' });
    // What it may be worth is asked for in the same form, and may be left for later.
    expect(fieldsOn(third)).toEqual(['expectation', 'worth']);
    const left = await pressesOn(driver, id, sv('button.saveAnd.plan'), { expectation: 'Det går fortare.' });
    expect((await idea()).stage).toBe('exploring');
    expect(fieldsOn(left)).toEqual(['worth']);
    expect(seenOn(left)).toContain(sv('panel.part.next', { count: 1 }));
    const done = await pressesOn(driver, id, sv('button.saveAnd.plan'), { worth: 'En timme.' });
    expect(fieldsOn(done)).toEqual(['cost', 'hours']);
    expect((await idea()).stage).toBe('planning');
  });

  it('are only saved by "Spara", and left as they were by "Tillbaka"', async () => {
    await opens('concerned');
    const saved = await pressesOn(driver, id, sv('button.save'), {
      groups: 'users',
      participation: 'De är med.',
    });
    expect(fieldsOn(saved)).toEqual([]);
    expect(stepsOn(saved)[0]).toBe(sv('button.fillNext', { part: sv('idea.need.source') }));
  });

  it('keep a form open whose words were refused', async () => {
    await opens('concerned');
    const refused = await pressesOn(driver, id, next, {});
    expect(fieldsOn(refused)).toEqual(['groups', 'participation']);
    expect(titlesOn(refused)).toContain(next);
  });

  it('are sent once, however often the last press is', async () => {
    await fills(driver, id, ...explored);
    await pressesOn(driver, id, sv('button.plan'));
    await fills(driver, id, ...planned('0', '2026-12-01', '2027-02-26').slice(0, 3));
    await opens('sign');
    const send = buttonsBelow(cardAbout(driver, id).card).find(
      ({ title }) => title === sv('button.saveAnd.submitPlan'),
    );
    if (!send) throw new Error('No button sends it');
    const press = () => driver.presses({ verb: send.verb ?? '', data: { ...send.data, sign: 'Färre väntar.' } });
    const [first, again] = [await press(), await press()];
    expect(seenOn(first)).toContain(sv('notice.planSubmitted.actor'));
    expect(seenOn(again)).toContain(sv('notice.planSubmitted.actor'));
    expect((await record()).filter((type) => type === 'planSubmitted')).toHaveLength(1);
    expect((await idea()).waiting).toEqual({ for: 'deciders' });
  });

  it('are not sent while one is filled in half: the card says what is missing', async () => {
    await fills(driver, id, ...explored);
    await pressesOn(driver, id, sv('button.plan'));
    for (const [part, inputs] of planned('0', '2026-12-01', '2027-02-26').toReversed()) {
      await driver.presses({ verb: 'panel', data: { verb: 'panel', idea: id, panel: 'part', part } });
      if (part !== 'time') await pressesOn(driver, id, sv('button.save'), inputs);
    }
    await pressesOn(driver, id, sv('button.fillNext', { part: sv('idea.need.time') }));
    const half = await pressesOn(driver, id, sv('button.saveAnd.submitPlan'), { start: '2026-12-01' });
    expect(fieldsOn(half)).toEqual([]);
    expect(stepsOn(half)[0]).toBe(sv('button.fillNext', { part: sv('idea.need.time') }));
    expect((await idea()).waiting).toMatchObject({ for: 'driver' });
  });

  it('are each asked about for themselves, where words may be about somebody’s health', async () => {
    await opens('concerned');
    const words = 'Min kollega är utbränd och orkar inte.';
    const asked = await pressesOn(driver, id, next, { groups: 'colleagues', participation: words });
    expect(seenOn(asked)).toContain(sv('refusal.aboutPerson'));
    const following = await pressesOn(driver, id, sv('button.notAboutPerson'), {
      ...{ groups: 'colleagues', participation: words },
    });
    expect(fieldsOn(following)).toEqual(['origins']);
    await pressesOn(driver, id, next, { origins: 'colleague' });
    const askedAnew = await pressesOn(driver, id, sv('button.saveAnd.plan'), { expectation: words });
    expect(seenOn(askedAnew)).toContain(sv('refusal.aboutPerson'));
  });
});
