import { MOST_ANNOUNCED_A_WEEK } from '../../../src/delivery/digest/announcements';
import type { Person } from '../../../src/domain/person/person';
import { dayItems, prefixRange } from '../../../src/store/keys';
import { inLanguage } from '../../../src/text/index';
import { accepts, asked, propose, publisher } from '../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { days, minutes, Town } from '../../../testing/scenes/town';

const sv = inLanguage('sv');

describe('what is announced to very many', () => {
  let town: Town;
  let leader: Person;
  beforeEach(async () => {
    // A Monday, ten in the morning.
    town = await Town.open('2026-11-23T09:00:00.000Z');
    leader = await town.arrives('leader');
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  const idOf = (n: number) => `CHA23${n}`;
  /** Another department's challenges open. */
  async function open(count: number, answerBy = '2026-12-14'): Promise<void> {
    for (let n = 1; n <= count; n++) {
      const words = { title: `Utmaning nummer ${n}` };
      await storesChallenge(
        town.app,
        idOf(n),
        n,
        [publisher, propose({ department: 'SBK', answerBy, resultBy: '2027-01-25' }, words)],
        [asked, accepts],
      );
    }
  }
  /** The days of so many, with what each brings by its card: which challenges. */
  async function cards(count: number): Promise<number[][]> {
    const all: number[][] = [];
    for (let day = 0; day < count; day++) {
      const before = posts();
      await town.deliveries().tick();
      town.pass(minutes(2));
      await town.deliveries().tick();
      const shown = posts() > before ? [...town.shows('leader').matchAll(/Utmaning nummer (\d)/g)] : [];
      all.push([...new Set(shown.map(([, n]) => Number(n)))].sort());
      town.pass(days(1) - minutes(2));
    }
    return all;
  }
  const posts = (): number => town.says('leader').filter((text) => text.startsWith(sv('day.heading'))).length;
  async function items(): Promise<number> {
    let count = 0;
    const filter = `RowKey ge '${dayItems(leader.ref)}' and RowKey lt '${prefixRange(dayItems(leader.ref)).to}'`;
    for await (const _ of town.storage.deliveries.listEntities({ queryOptions: { filter } })) count++;
    return count;
  }

  it('comes to nobody more than twice a week: the rest waits for the next one, in its order', async () => {
    await open(5);
    const told = await cards(14);
    expect(told.flat()).toEqual([1, 2, 3, 4]);
    expect(told.slice(0, 7).flat()).toHaveLength(MOST_ANNOUNCED_A_WEEK);
    // No day has a card because of what waits.
    expect(posts()).toBe(2);
  });

  it('grows not too old while it can be answered: in the fourth week the seventh has its place', async () => {
    await open(7, '2026-12-28');
    expect((await cards(28)).flat()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('lapses when it has ended meanwhile, and takes no place of the week from what has not', async () => {
    await open(3, '2026-12-01');
    const told = await cards(14);
    expect(told.slice(0, 7).flat()).toEqual([1, 2]);
    town.pass(days(7));
    await cards(3);
    expect(await items()).toBe(0);
  });

  it('keeps no news from the card, however much of it waits', async () => {
    await open(9);
    await cards(2);
    const { id } = await town.submits(leader, 'SBK', 'Cykelpool');
    const other = await town.arrives('sbkLeader');
    await town.acts(other, id, { type: 'comment', data: {}, words: { comment: 'Vi vill också.' } });
    const before = posts();
    await cards(2);
    expect(posts()).toBe(before + 1);
    expect(town.shows('leader')).toContain('Cykelpool');
  });

  it('is forgotten with whoever it was announced to', async () => {
    await open(1);
    await cards(2);
    const rows = async () => {
      const found: string[] = [];
      for await (const { rowKey = '' } of town.storage.deliveries.listEntities()) found.push(rowKey);
      return found.filter((key) => key.startsWith('announced|'));
    };
    expect(await rows()).toEqual([`announced|${leader.ref}`]);
    await town.app.deliveries.removeAllOf(leader.ref);
    expect(await rows()).toEqual([]);
  });
});
