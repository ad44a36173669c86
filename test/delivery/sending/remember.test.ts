import { remember } from '../../../src/delivery/sending/remember';
import { labelOf } from '../../../src/domain/record';
import { updateRun } from '../../../src/store/keys';
import { Town } from '../../../testing/scenes/town';

describe('a card that was on its way while its idea was hidden', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('is owed an update as soon as it stands, and one that shows what stands today is not', async () => {
    const [submitter, leader] = [await town.arrives('submitter'), await town.arrives('leader')];
    const { id, seq } = await town.submits(submitter);
    await town.acts(leader, id, { type: 'hide', data: {}, words: {} });
    const now = (await town.parts().app.ideas.load(id))?.idea.seq ?? 0;
    expect(now).toBeGreaterThan(seq);
    const about = (drawnAt: number) => ({
      card: labelOf({ record: 'idea', id }),
      records: [{ record: 'idea' as const, id, seq: drawnAt }],
    });
    const stands = (activity: string) => ({ person: leader.ref, conversation: 'a:1', activity });
    await remember(town.parts(), about(seq), stands('1:late'));
    await remember(town.parts(), about(now), stands('1:fresh'));
    const owed = (activity: string) =>
      town.parts().deliveries.get({ person: leader.ref, run: updateRun(id, activity) });
    expect(await owed('1:late')).toMatchObject({ kind: 'update', seq: now });
    expect(await owed('1:fresh')).toBeUndefined();
    expect(await town.parts().app.shown.of(id)).toHaveLength(2);
  });
});
