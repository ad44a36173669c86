import { readInForce } from '../../../src/app/organisation/in-force';
import { answerName, noteUnknownPlaces } from '../../../src/app/person/staff/unknown-places';
import { days, minutes, organisationFile, Town } from '../../../testing/scenes/town';

const file = { ...organisationFile, sources: { file: {} } };

describe('names of places that sources have and nobody knows', () => {
  let town: Town;
  const asked = (name: string) => town.says(name).filter((text) => text.includes('finns i ”'));
  const says = (name: string, people: number) =>
    town.app.staff.write(
      'file',
      Array.from({ length: people }, (_, n) => ({
        mark: `${name}${n}`.replace(/\W/g, ''),
        entry: { who: `${name}${n}@ort.example`, department: name },
      })),
    );
  const press = { idempotencyKey: '0123456789ABCDEF' };
  const rules = async () => {
    const found = await readInForce(town.app.organisationVersions, 'town');
    return found?.ok ? found.organisation.sources?.places : undefined;
  };

  beforeEach(async () => {
    town = await Town.inForce('2026-11-24T09:00:00.000Z', file);
    for (const name of ['office', 'leader']) await town.arrives(name);
    await says('Miljöförv', 14);
    await says('Konsulter', 2);
    await noteUnknownPlaces(town.app);
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('are asked about in one card, by whichever instance, and again only when there is a new one', async () => {
    const bots = [town.deliveries(), town.deliveries()];
    await Promise.all(bots.map((bot) => bot.tick()));
    expect(asked('office')).toHaveLength(1);
    expect(asked('leader')).toEqual([]);
    expect(town.shows('office')).toMatch(/Sedan är det ett namn kvar[\s\S]*Miljöförv \(14 personer\)/);
    town.pass(days(1));
    await says('Miljöförv', 15).catch(() => undefined);
    await noteUnknownPlaces(town.app);
    await Promise.all(bots.map((bot) => bot.tick()));
    expect(asked('office')).toHaveLength(1);
    await says('Parken', 3);
    await noteUnknownPlaces(town.app);
    town.pass(minutes(2));
    await bots[0]?.tick();
    expect(asked('office')).toHaveLength(2);
  });

  it('are rules when the office has said what they mean, once however often it is pressed, and by nobody else', async () => {
    const [office, leader] = [(await town.read('office')).person, (await town.read('leader')).person];
    const answer = { name: 'Miljöförv', place: 'SBK', ...press };
    expect(await answerName(town.app, leader, answer)).toMatchObject({ refusal: { code: 'notAllowed' } });
    expect(await answerName(town.app, office, { ...answer, place: 'NOWHERE' })).toMatchObject({
      refusal: { code: 'unknownDepartment' },
    });
    expect(await rules()).toEqual({});
    for (let times = 0; times < 2; times++)
      expect(await answerName(town.app, office, answer)).toMatchObject({
        value: { answered: { name: { name: 'Miljöförv', people: 14 } }, open: [{ name: 'Konsulter' }] },
      });
    expect(await rules()).toEqual({ Miljöförv: 'SBK' });
    await answerName(town.app, office, { name: 'Konsulter', place: null, idempotencyKey: '0123456789ABCDEG' });
    expect(await rules()).toEqual({ Miljöförv: 'SBK', Konsulter: null });
  });
});
