import { lookAt, type SourceLook, type StaffHappening, type StaffPage } from '../../../../src/app/person/staff/look';
import type { StaffEntry } from '../../../../src/domain/organisation/sources/staff';
import { type AppAtWork, appAtWork } from '../../../../testing/scenes/app-at-work';

const person = (n: number, department = 'Vård', more: Partial<StaffEntry> = {}): StaffEntry => ({
  who: `person${n}@ort.example`,
  department,
  ...more,
});
const people = (count: number, department = 'Vård', from = 0) =>
  Array.from({ length: count }, (_, n) => person(from + n, department));

const isEntries = (page: readonly StaffEntry[] | StaffPage): page is readonly StaffEntry[] => Array.isArray(page);

describe('a look at a source', () => {
  let work: AppAtWork;
  beforeEach(async () => {
    work = await appAtWork();
  });

  async function* pagesOf(...pages: (readonly StaffEntry[] | StaffPage)[]): AsyncGenerator<StaffPage> {
    for (const page of pages) yield isEntries(page) ? { entries: page, gone: [] } : page;
  }
  const look = (pages: AsyncIterable<StaffPage>, more: Partial<SourceLook> = {}) =>
    lookAt(work.deps, { source: 'file', tenant: 'orten', whole: true, write: true, pages, ...more });
  const stored = async (source: 'file' | 'graph' = 'file') => {
    const rows: StaffEntry[] = [];
    for await (const page of work.deps.staff.all(source)) rows.push(...page.map(({ entry }) => entry));
    return rows.sort((one, other) => (one.who ?? '').localeCompare(other.who ?? ''));
  };

  it('stores everybody once, and the next one changes only what has changed', async () => {
    const first = await look(pagesOf(people(120), people(30, 'Miljö', 120)));
    expect(first).toMatchObject({ held: false, counts: { fresh: 150, changed: 0, gone: 0 } });
    const again = await look(pagesOf(people(119), [person(119, 'Miljö')], people(30, 'Miljö', 120)));
    expect(again.counts).toMatchObject({ fresh: 0, changed: 1, same: 149, gone: 0 });
    expect((await stored()).filter(({ department }) => department === 'Miljö')).toHaveLength(31);
  });

  it('takes away who is gone, as long as that is no more than is ordinary', async () => {
    await look(pagesOf(people(100)));
    expect(await look(pagesOf(people(90)))).toMatchObject({ held: false, counts: { gone: 10 } });
    expect(await stored()).toHaveLength(90);
  });

  it('holds what takes away more, and stores the rest; a yes from the office does it', async () => {
    await look(pagesOf(people(100)));
    const half = await look(pagesOf(people(50), people(3, 'Miljö', 200)));
    expect(half).toMatchObject({ held: true, loss: { of: 100, gone: 50 }, counts: { fresh: 3, gone: 50 } });
    expect(await stored()).toHaveLength(103);
    const allowed = await look(pagesOf(people(50), people(3, 'Miljö', 200)), { allowed: half.loss });
    expect(allowed.held).toBe(false);
    expect(await stored()).toHaveLength(53);
  });

  it('holds a department that a source has forgotten to name', async () => {
    await look(pagesOf(people(500), people(20, 'Miljö', 500)));
    const nameless = people(20, '', 500);
    const looked = await look(pagesOf(people(500), nameless));
    expect(looked).toMatchObject({ held: true, loss: { departments: [{ name: 'Miljö', of: 20, gone: 20 }] } });
    expect((await stored()).filter(({ department }) => department === 'Miljö')).toHaveLength(20);
    await look(pagesOf(people(500), nameless), { allowed: looked.loss });
    expect((await stored()).filter(({ department }) => department === 'Miljö')).toHaveLength(0);
  });

  it('takes nobody away when the source breaks off', async () => {
    await look(pagesOf(people(20)));
    async function* broken(): AsyncGenerator<StaffPage> {
      yield { entries: people(1), gone: [] };
      throw new Error('503');
    }
    await expect(look(broken())).rejects.toThrow('503');
    expect(await stored()).toHaveLength(20);
  });

  it('writes nothing when it only tries', async () => {
    const tried = await look(pagesOf(people(7)), { write: false });
    expect(tried.counts.fresh).toBe(7);
    expect(await stored()).toEqual([]);
  });

  it('takes who is said twice as they are said last', async () => {
    await look(pagesOf([person(1, 'Vård'), person(1, 'Miljö')], [person(1, 'Kultur')], [person(1, 'Kultur')]));
    expect(await stored()).toEqual([person(1, 'Kultur')]);
  });

  it('keeps of somebody protected nothing that says who or where, also where they were known before', async () => {
    await look(pagesOf([person(1), person(2)]));
    const { counts } = await look(pagesOf([person(1, 'Vård', { protected: true }), person(2)]));
    expect(counts.protected).toBe(1);
    expect(await stored()).toEqual([{ protected: true }, person(2)]);
  });

  it('at what has changed asks for those rows only, and takes away who is said to be gone', async () => {
    await look(pagesOf(people(60)), { source: 'graph' });
    const delta = { source: 'graph', whole: false } as const;
    const page = { entries: [person(1, 'Miljö'), person(99)], gone: ['person2@ort.example'] };
    const requests = await work.requestsOf(async () => {
      expect((await look(pagesOf(page), delta)).counts).toMatchObject({ changed: 1, fresh: 1, gone: 1 });
    });
    expect(requests).toBeLessThan(12);
    const after = await stored('graph');
    expect(after).toHaveLength(60);
    expect(after.filter(({ who }) => who === 'person2@ort.example')).toEqual([]);
  });

  it('at what has changed holds many who are gone at once', async () => {
    await look(pagesOf(people(60)), { source: 'graph' });
    const gone = people(30).flatMap(({ who = '' }) => who);
    const looked = await look(pagesOf({ entries: [], gone }), { source: 'graph', whole: false });
    expect(looked).toMatchObject({ held: true, loss: { of: 60, gone: 30 } });
    expect(await stored('graph')).toHaveLength(60);
  });

  it('tells who is gone, away and back before it is stored, and no more of who is protected', async () => {
    const told: StaffHappening[] = [];
    const happens = async (what: StaffHappening) => void told.push(what);
    await look(pagesOf([person(1), person(2), person(3)]), { happens });
    expect(told).toEqual([]);
    await look(pagesOf([person(1, 'Vård', { away: true }), person(2)]), { happens });
    expect(told).toEqual([
      { kind: 'away', who: 'person1@ort.example' },
      { kind: 'gone', who: 'person3@ort.example' },
    ]);
    await look(pagesOf([person(1), person(2)]), { happens });
    expect(told.at(-1)).toEqual({ kind: 'back', who: 'person1@ort.example' });
  });

  it('tells of who is protected at every look, and of who is so no more', async () => {
    const told: StaffHappening[] = [];
    const happens = async (what: StaffHappening) => void told.push(what);
    const hidden = [person(1, 'Vård', { protected: true }), person(2)];
    for (const page of [[person(1), person(2)], hidden, hidden]) await look(pagesOf(page), { happens });
    const isProtected = { kind: 'protected', who: 'person1@ort.example' };
    expect(told).toEqual([isProtected, isProtected]);
    await look(pagesOf([person(1), person(2)]), { happens });
    expect(told.slice(2)).toEqual([{ kind: 'back', who: 'person1@ort.example' }]);
  });

  it('tells of who is there again after they had gone, also where only what has changed is said', async () => {
    const told: StaffHappening[] = [];
    const happens = async (what: StaffHappening) => void told.push(what);
    for (const page of [people(3), people(2), people(3)]) await look(pagesOf(page), { happens });
    expect(told).toEqual([
      { kind: 'gone', who: 'person2@ort.example' },
      { kind: 'back', who: 'person2@ort.example' },
    ]);
    await look(pagesOf(people(1, 'Vård', 9)), { happens, source: 'graph', whole: false });
    expect(told.at(-1)).toEqual({ kind: 'back', who: 'person9@ort.example' });
  });

  it('tells again what was told before a power cut', async () => {
    const told: StaffHappening[] = [];
    await look(pagesOf([person(1)]));
    const away = [person(1, 'Vård', { away: true })];
    const dies = async () => {
      throw new Error('the power is gone');
    };
    await expect(look(pagesOf(away), { happens: dies })).rejects.toThrow();
    await look(pagesOf(away), { happens: async (what) => void told.push(what) });
    expect(told).toEqual([{ kind: 'away', who: 'person1@ort.example' }]);
  });

  it('shares a row with another instance: both end as the last one says', async () => {
    await Promise.all([look(pagesOf(people(40))), look(pagesOf(people(40)))]);
    await Promise.all([look(pagesOf(people(40, 'Miljö'))), look(pagesOf(people(40, 'Miljö')))]);
    expect(await stored()).toHaveLength(40);
    expect(new Set((await stored()).map(({ department }) => department))).toEqual(new Set(['Miljö']));
  });
});
