import type { Command } from '../../src/domain/idea/commands';
import { cardsIn, textsOf } from '../../testing/cards/card';
import { hours, minutes, Town } from '../../testing/scenes/town';
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
});
