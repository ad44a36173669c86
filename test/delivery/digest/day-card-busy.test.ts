import { dayNow } from '../../../src/delivery/digest/day-card';
import { fewerItems } from '../../../src/delivery/digest/fewer-items';
import type { Person, PersonRef } from '../../../src/domain/person/person';
import { partId } from '../../../src/domain/record';
import { dayOf, instantOf, millisecondsOf } from '../../../src/domain/time';
import { MOST_ITEMS } from '../../../src/store/delivery/day-items';
import { dayItemKey, dayItems, prefixRange } from '../../../src/store/keys';
import { inLanguage } from '../../../src/text/index';
import { days, minutes, Town } from '../../../testing/scenes/town';
import { requestsDuring } from '../../../testing/storage/round-trips';

const sv = inLanguage('sv');
const comment = (text: string) => ({ type: 'comment', data: {}, words: { comment: text } }) as const;
/** An item as it stands. */
type Row = Record<string, string | number> & { rowKey: string };

// Whatever comes, each card tells something new, and what has been told takes no room from it.
describe('the day card of somebody with more news than it has room for', () => {
  let town: Town;
  let submitter: Person;
  let leader: Person;
  beforeEach(async () => {
    // A Monday, ten in the morning.
    town = await Town.open('2026-11-23T09:00:00.000Z');
    submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  async function delivers(): Promise<void> {
    const deliveries = town.deliveries();
    await deliveries.tick();
    town.pass(minutes(2));
    await deliveries.tick();
  }
  /** The day cards that have come. */
  const posts = (name: string): number => town.says(name).filter((text) => text.startsWith(sv('day.heading'))).length;
  const isOpen = (): boolean => new Date(town.now).getUTCDay() % 6 !== 0;

  async function rowsOf(person: PersonRef): Promise<Row[]> {
    const rows: Row[] = [];
    const filter = `RowKey ge '${dayItems(person)}' and RowKey lt '${prefixRange(dayItems(person)).to}'`;
    for await (const row of town.storage.deliveries.listEntities<Row>({ queryOptions: { filter } }))
      rows.push(row as Row);
    return rows;
  }

  /** So many more like one that stands, a millisecond apart. */
  async function more(like: Row, person: PersonRef, count: number, change: (n: number) => object = () => ({})) {
    const { etag: _e, timestamp: _t, told: _told, ...columns } = like;
    const rows = Array.from({ length: count }, (_, n): ['create', Row] => {
      const at = instantOf(millisecondsOf(town.now) + n);
      const run = `${columns.run}x${town.now}x${n}`;
      return ['create', { ...columns, ...change(n), at, run, rowKey: dayItemKey(person, at, run) } as Row];
    });
    for (let from = 0; from < count; from += 100)
      await town.storage.deliveries.submitTransaction(rows.slice(from, from + 100) as never);
  }

  /** An item that a comment of somebody else has made. */
  async function commented(by: Person, to: Person, title: string, text: string): Promise<{ row: Row; id: string }> {
    const { id } = await town.submits(submitter, 'VOO', title);
    await town.acts(by, id, comment(text));
    await town.deliveries().tick();
    const row = (await rowsOf(to.ref)).find((one) => one.id === id);
    if (!row) throw new Error('Nothing is gathered');
    return { row, id };
  }

  it('comes each working day for three weeks of sixty pieces of news a day that are told by themselves, and says how many wait', async () => {
    const { row } = await commented(submitter, leader, 'Cykelpool', 'Hej.');
    const note = {
      kind: 'note',
      note: 'movedOn',
      record: undefined,
      id: undefined,
      seq: undefined,
      as: undefined,
      together: undefined,
    };
    const held: number[] = [];
    for (let day = 0; day < 21; day++) {
      if (isOpen()) {
        const [before, today] = [posts('leader'), dayOf(town.now, 'Europe/Stockholm')];
        await more(row, leader.ref, 60, (n) => ({ ...note, about: `${today} ${n}` }));
        // What has no room owes the next card by itself.
        if (day === 0) town.pass(minutes(2));
        await town.deliveries().tick();
        expect([today, posts('leader') - before]).toEqual([today, 1]);
        const rows = await rowsOf(leader.ref);
        expect([today, rows.filter(({ told }) => told === today).length]).toEqual([today, MOST_ITEMS]);
        expect(rows.filter(({ told }) => told !== undefined && told !== today)).toEqual([]);
        const later = rows.length - MOST_ITEMS;
        expect(town.shows('leader')).toContain(sv('day.later', { count: later }));
        held.push(rows.length);
      }
      town.pass(days(1));
    }
    // What is too old goes: from then on no more is held than two weeks bring.
    expect(held).toHaveLength(15);
    expect(Math.max(...held)).toBeLessThanOrEqual(10 * 60 + MOST_ITEMS);
  });

  it('tells all of sixty comments a day on two ideas in two rows, and what happens elsewhere beside them', async () => {
    const [one, two] = [
      await commented(submitter, leader, 'Cykelpool', 'Hej.'),
      await commented(submitter, leader, 'Elbilar', 'Hej.'),
    ];
    const as = String(one.row.together).split('.').slice(1).join('.');
    for (let day = 0; day < 4; day++) {
      if (isOpen()) {
        const before = posts('leader');
        for (const { row } of [one, two])
          await more(row, leader.ref, 30, () => ({ together: `+1.${as} ${row.together}` }));
        town.pass(1000);
        await commented(submitter, leader, `Sak ${day}`, `Kommentar om sak ${day}.`);
        await delivers();
        expect([day, posts('leader') - before]).toEqual([day, 1]);
        expect(town.shows('leader')).toContain(`Sak ${day}`);
        expect(town.shows('leader')).not.toContain(sv('day.later', { count: 1 }));
        expect((await rowsOf(leader.ref)).length).toBeLessThan(10);
        expect(town.shows('leader')).toContain('31 nya kommentarer');
      }
      town.pass(days(1) - (isOpen() ? minutes(2) : 0));
    }
  });

  it('tells an employee on the next day of theirs what had no room', async () => {
    const { row } = await commented(leader, submitter, 'Cykelpool', 'Bra.');
    await more(row, submitter.ref, 45, (n) => ({ kind: 'note', note: 'movedOn', about: `${n}` }));
    await delivers();
    expect(posts('submitter')).toBe(1);
    town.pass(days(3));
    await delivers();
    expect(posts('submitter')).toBe(2);
    expect((await rowsOf(submitter.ref)).map(({ told }) => told)).toEqual(Array(6).fill('2026-11-26'));
    town.pass(days(4));
    await delivers();
    expect(posts('submitter')).toBe(2);
  });

  it('does not end where all that it looks at first is out of sight: the rest is told the same day', async () => {
    const { row, id } = await commented(leader, submitter, 'Cykelpool', 'Olämpligt.');
    // As an earlier version wrote them.
    await more(row, submitter.ref, MOST_ITEMS, () => ({ together: undefined }));
    const [, said] = await town.app.ideas.history(id);
    await town.acts(leader, id, { type: 'hideComment', data: { comment: said?.seq ?? 0, by: leader.ref }, words: {} });
    town.pass(1000);
    await commented(leader, submitter, 'Elbilar', 'Bra tänkt.');
    town.pass(minutes(2));
    for (let n = 0; n < 3; n++) await delivers();
    expect(posts('submitter')).toBe(1);
    expect(town.shows('submitter')).toContain('Bra tänkt.');
    expect(town.shows('submitter')).not.toContain('Olämpligt.');
  });

  it('has one item of what 235 departments have answered about one idea', async () => {
    const { row, id } = await commented(leader, submitter, 'Cykelpool', 'Bra.');
    await more(row, submitter.ref, 235, (n) => ({
      ...{ id: partId(id, `D${n}`), seq: 1, as: 'submitter' },
      together: '1.submitter.adopted',
    }));
    const { day } = town.parts().deliveries;
    const few = await fewerItems(town.parts(), await day.of(submitter.ref));
    expect(few.map(({ subject }) => ('together' in subject ? subject.together : undefined))).toEqual([
      expect.stringContaining('commented'),
      '+234.submitter.adopted 1.submitter.adopted',
    ]);
    expect(await day.of(submitter.ref)).toEqual(few);
    expect(await fewerItems(town.parts(), few)).toBe(few);
  });

  it('costs as many requests with forty as with six hundred comments on one idea, and counts them all', async () => {
    const { row, id } = await commented(leader, submitter, 'Cykelpool', 'Nummer 0.');
    for (let n = 1; n < 35; n++) await town.acts(leader, id, comment(`Nummer ${n}.`));
    const { partitionKey, rowKey } = row as Row & { partitionKey: string };
    const costs = async (size: number) => {
      const older = Array.from({ length: size - 35 }, () => '1.submitter.commented');
      const real = Array.from({ length: 35 }, (_, n) => `${n + 2}.submitter.commented`);
      const together = [...older, ...real].join(' ');
      await town.storage.deliveries.updateEntity({ partitionKey, rowKey, seq: 36, together }, 'Merge');
      const { ideas, people, deliveries } = town.storage;
      let card: object | undefined;
      const requests = await requestsDuring([ideas, people, deliveries], async () => {
        card = (await dayNow(town.parts(), submitter)).card;
      });
      expect(JSON.stringify(card)).toContain(`Din idé har fått ${size} nya kommentarer.`);
      expect(JSON.stringify(card)).toContain('Nummer 34.');
      return requests;
    };
    const few = await costs(40);
    expect(await costs(600)).toBe(few);
  });
});
