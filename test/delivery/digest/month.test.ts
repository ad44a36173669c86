import { digestRun } from '../../../src/store/keys';
import { button, cardsIn, textsOf } from '../../../testing/cards/card';
import { sv } from '../../../testing/scenes/everyday';
import { days, organisationFile, Town } from '../../../testing/scenes/town';

const textOf = (town: Town, name: string) =>
  town.chat(name).map(({ activity }) => textsOf(cardsIn(activity)[0]).join(' '));

describe('the past month', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open('2026-11-18T09:00:00.000Z');
  });
  afterEach(() => town.close());
  const stateOf = async (name: string, week: string) => {
    const { person } = await town.read(name);
    return town.parts().deliveries.get({ person: person.ref, run: digestRun(week) });
  };
  /** Each Monday morning from now to this one, as the bot works every day. */
  const mondaysTo = async (last: string) => {
    const deliveries = town.deliveries();
    for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].filter((day) => day <= last)) {
      if (`${monday}T07:00:00.000Z` <= town.now) continue;
      town.now = `${monday}T07:00:00.000Z`;
      await deliveries.tick();
    }
  };

  it('comes once, when the month is over, to whoever has chosen it, with all its weeks', async () => {
    const submitter = await town.arrives('submitter');
    for (const name of ['manager', 'boss']) await town.arrives(name);
    await town.prefers('manager', { digestPace: 'monthly' });
    await town.submits(submitter, 'VOO', 'Delade cyklar');
    await mondaysTo('2026-11-23');
    // The first week that this bot tells, and October with it.
    expect(await stateOf('manager', '2026-W47')).toMatchObject({ state: 'moot', reason: 'nothing to say' });
    await town.submits(submitter, 'VOO', 'Delade bilar');
    await mondaysTo('2026-11-30');
    expect(await stateOf('manager', '2026-W48')).toMatchObject({ state: 'moot', reason: 'told by month' });
    expect(textOf(town, 'manager')).toEqual([]);
    town.now = '2026-12-02T09:00:00.000Z';
    await town.submits(submitter, 'VOO', 'Delade båtar');
    await mondaysTo('2026-12-07');
    const [month, ...others] = textOf(town, 'manager');
    expect(others).toEqual([]);
    expect(month).toContain('Månaden som gick November');
    for (const title of ['Delade cyklar', 'Delade bilar']) expect(month).toContain(title);
    expect(month).not.toContain('Delade båtar');
    await mondaysTo('2026-12-14');
    expect(textOf(town, 'manager')).toHaveLength(1);
  });

  it('comes with a later week where the bot was down when the first one was to be told', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('manager');
    await town.prefers('manager', { digestPace: 'monthly' });
    await town.submits(submitter);
    await mondaysTo('2026-11-30');
    town.now = '2026-12-14T07:00:00.000Z';
    await town.deliveries().tick();
    expect(textOf(town, 'manager')).toMatchObject([expect.stringContaining('Cykelpool för hemtjänsten')]);
  });

  it('can be turned off as the week can', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('manager');
    await town.prefers('manager', { digestPace: 'monthly' });
    await town.submits(submitter);
    town.now = '2026-12-07T07:00:00.000Z';
    await town.deliveries().tick();
    const [card] = cardsIn(town.chat('manager').at(-1)?.activity ?? {});
    expect(button(card, sv('button.stopDigest')).verb).toBe('stopDigest');
  });
});

describe('in a municipality of five hundred', () => {
  let town: Town;
  const [first, second] = organisationFile.departments;
  const file = {
    ...organisationFile,
    departments: [
      { ...first, headcount: 400 },
      { ...second, headcount: 100 },
    ],
  };
  beforeEach(async () => {
    town = await Town.open('2026-11-18T09:00:00.000Z', file);
    await town.arrives('manager');
  });
  afterEach(() => town.close());
  const onMonday = async (monday: string) => {
    town.now = `${monday}T07:00:00.000Z`;
    await town.deliveries().tick();
  };

  it('three events in a week wait for the month, which nobody has chosen', async () => {
    const submitter = await town.arrives('submitter');
    for (const title of ['Ett', 'Två', 'Tre']) await town.submits(submitter, 'VOO', title);
    await onMonday('2026-11-23');
    await onMonday('2026-11-30');
    expect(textOf(town, 'manager')).toEqual([]);
    await onMonday('2026-12-07');
    expect(textOf(town, 'manager')).toMatchObject([expect.stringMatching(/Månaden som gick.*Ett/)]);
    town.pass(days(7));
    await town.deliveries().tick();
    expect(textOf(town, 'manager')).toHaveLength(1);
  });

  it('four are told on Monday', async () => {
    const submitter = await town.arrives('submitter');
    for (const title of ['Ett', 'Två', 'Tre', 'Fyra']) await town.submits(submitter, 'VOO', title);
    await onMonday('2026-11-23');
    expect(textOf(town, 'manager')).toMatchObject([expect.stringContaining('Veckan som gick')]);
    await onMonday('2026-12-07');
    expect(textOf(town, 'manager')).toHaveLength(1);
  });
});
