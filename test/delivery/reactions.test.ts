import { assemble } from '../../src/delivery/deliveries';
import { countReactions } from '../../src/delivery/idea/reactions';
import type { Command } from '../../src/domain/idea/commands';
import { recordsPartition, tallyKey, uncountedKey } from '../../src/store/keys';
import { cardsIn, textsOf } from '../../testing/cards/card';
import { hours, minutes, refFor, Town } from '../../testing/scenes/town';
import { current } from '../../testing/teams/posts';

const thank = (thanks?: string): Command => ({ type: 'thank', data: {}, words: thanks ? { thanks } : {} });

describe('those whose idea it is', () => {
  it('hear of the first thanks at once, and of the rest by the hour, in their day card with what was written', async () => {
    const town = await Town.open();
    const submitter = await town.arrives('submitter');
    const readers = await Promise.all(['leader', 'planner', 'boss', 'manager'].map((name) => town.arrives(name)));
    const [leader = submitter, planner = submitter, boss = submitter, manager = submitter] = readers;
    const { id } = await town.submits(submitter);
    const deliveries = town.deliveries();
    await deliveries.tick();
    const comesOut = async () => {
      await deliveries.tick();
      town.pass(minutes(1));
      await deliveries.tick();
    };
    const shown = () => {
      const [card] = town.chat('submitter');
      return textsOf(cardsIn(card ? current(card) : {})[0]).join('\n');
    };

    await town.acts(leader, id, thank('Äntligen!'));
    await comesOut();
    expect(shown()).toContain('leader tackar dig för idén ”Cykelpool för hemtjänsten”.');
    expect(shown()).toContain('Äntligen!');

    for (const [reader, words] of [[planner, 'Bra tänkt'], [boss], [manager, 'Det vill vi också']] as const) {
      await town.acts(reader, id, thank(words));
      await comesOut();
    }
    expect(shown()).toContain('Äntligen!');
    town.pass(hours(1));
    await comesOut();
    expect(shown()).toContain('Din idé har fått 4 nya tack.');
    expect(shown()).toContain('Det vill vi också');
    expect(shown()).toContain('Bra tänkt');
    town.pass(hours(5));
    await deliveries.tick();
    // All of it was one message.
    expect(town.says('submitter')).toHaveLength(1);
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    await town.close();
  });

  it('hear of thanks whatever stands in the tally of another idea, however many thanks that one has', async () => {
    const town = await Town.open();
    const [submitter, leader] = [await town.arrives('submitter'), await town.arrives('leader')];
    const sound = await town.submits(submitter);
    await town.deliveries().tick();
    const partitionKey = recordsPartition(town.organisation().municipality.code);
    // One before every other and one after it: wherever the look begins, one of them fills it.
    for (const broken of ['000000', 'ZZZZZZ']) {
      await town.storage.ideas.createEntity({ partitionKey, rowKey: tallyKey(broken), thank: '{' });
      for (let from = 0; from < 1100; from += 100) {
        const rows = Array.from({ length: 100 }, (_, n) => uncountedKey(broken, 'thank', refFor(`f${from + n}`)));
        await town.storage.ideas.submitTransaction(rows.map((rowKey) => ['create', { partitionKey, rowKey }]));
      }
    }
    await town.acts(leader, sound.id, thank());
    const { deps } = assemble(town.source());
    await countReactions(deps);
    expect((await town.app.reactions.tally(sound.id, 'thank')).count).toBe(1);
    await countReactions(deps);
    expect((await town.app.reactions.owed()).untold).toEqual([]);
    expect(town.log.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
    await town.close();
  });
});
