import { answerLoss, lookAtSource } from '../../../src/app/person/staff/look-at-source';
import type { StaffSource } from '../../../src/app/person/staff/staff-source';
import { days, minutes, organisationFile, Town } from '../../../testing/scenes/town';

describe('a source that says that many have left', () => {
  let town: Town;
  let staying: number;
  const source: StaffSource = {
    name: 'file',
    tenant: '',
    async read() {
      const entries = Array.from({ length: staying }, (_, n) => ({ who: `p${n}@ort.example`, department: 'Vården' }));
      return {
        whole: true,
        faults: [],
        pages: (async function* () {
          yield { entries, gone: [] };
        })(),
      };
    },
  };
  const look = () => lookAtSource(town.app, source, { write: true });
  const asked = (name: string) => town.says(name).filter((text) => text.startsWith('Enligt personalfilen'));
  beforeEach(async () => {
    town = await Town.open('2026-11-24T09:00:00.000Z', { ...organisationFile, sources: { file: {} } });
    for (const name of ['office', 'leader']) await town.arrives(name);
    staying = 50;
    await look();
    staying = 20;
    expect(await look()).toMatchObject({ held: true });
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('has the office asked, once for the same loss however often it is looked at, and by how many instances', async () => {
    const bots = [town.deliveries(), town.deliveries()];
    await Promise.all(bots.map((bot) => bot.tick()));
    expect(asked('office')).toHaveLength(1);
    expect(asked('leader')).toEqual([]);
    const card = town.shows('office');
    expect(card).toContain('Enligt personalfilen har 30 av 50 personer slutat');
    expect(card).toContain('Vården: 30 av 50');
    town.pass(days(1));
    await look();
    await Promise.all(bots.map((bot) => bot.tick()));
    expect(asked('office')).toHaveLength(1);
    // More have left: that is another question.
    staying = 10;
    await look();
    town.pass(minutes(2));
    await bots[0]?.tick();
    expect(asked('office')).toHaveLength(2);
  });

  it('takes nobody away after a no, and is not asked about again; after a yes they go with the next look', async () => {
    const office = (await town.read('office')).person;
    const answer = { source: 'file', gone: 30 } as const;
    expect(await answerLoss(town.app, office, { ...answer, yes: false })).toMatchObject({ value: 'kept' });
    await town.deliveries().tick();
    town.pass(days(1));
    expect(await look()).toMatchObject({ held: true });
    await town.deliveries().tick();
    expect(asked('office')).toHaveLength(1);
    expect(await answerLoss(town.app, office, { ...answer, yes: true })).toMatchObject({ value: 'allowed' });
    expect(await look()).toMatchObject({ held: false, counts: { gone: 30 } });
  });

  it('is not asked about any more where somebody has said yes before the card is sent', async () => {
    const office = (await town.read('office')).person;
    await answerLoss(town.app, office, { source: 'file', gone: 30, yes: true });
    await town.deliveries().tick();
    expect(asked('office')).toEqual([]);
  });
});
