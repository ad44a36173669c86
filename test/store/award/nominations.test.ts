import type { Nomination } from '../../../src/domain/award/nomination.js';
import { MOST_DUE, openNominations } from '../../../src/store/award/nominations.js';
import { ideasAtWork, MUNICIPALITY } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
const one = (values: Partial<Nomination> = {}): Nomination => ({
  ...{ idea: ID, name: 'OP.FIRST', by: 'pLEADER', as: 'leader', asked: 'pONE', class: 'nytt', why: 'Alla kan.' },
  ...{ on: '2026-11-16', until: '2026-11-30' },
  ...values,
});

async function nominationsAtWork() {
  const work = await ideasAtWork();
  return { ...work, nominations: openNominations(work.storage, MUNICIPALITY) };
}

describe('nominations', () => {
  it('stand behind none that wait for an answer, however many these are', async () => {
    const { nominations } = await nominationsAtWork();
    const waiting = Array.from({ length: MOST_DUE + 1 }, (_, n) => one({ name: `OP.A${n}`, by: `pA${n}` }));
    for (const nomination of waiting) await nominations.add(nomination);
    for (let due = await nominations.due(); due.length > 0; due = await nominations.due())
      for (const each of due) await nominations.done(each, '2026-11-30');
    await nominations.add(one({ name: 'OP.Z' }));
    expect((await nominations.due()).map(({ name, todo }) => ({ name, todo }))).toEqual([
      { name: 'OP.Z', todo: 'ask' },
    ]);
    expect(await nominations.overdue('2026-11-30')).toEqual([]);
    expect(await nominations.overdue('2026-12-01')).toHaveLength(MOST_DUE);
  });

  it('are made by the same press once, and by another one not again', async () => {
    const { nominations } = await nominationsAtWork();
    for (const [name, added] of [
      ['OP.FIRST', 'added'] as const,
      ['OP.FIRST', 'added'] as const,
      ['OP.B', 'again'] as const,
    ])
      expect(await nominations.add(one({ name }))).toBe(added);
    expect(await nominations.of(ID)).toHaveLength(1);
  });

  it('leave nothing but the place of the year when they are declined and ended, and not that in the next year', async () => {
    const work = await nominationsAtWork();
    const { nominations } = work;
    await nominations.add(one());
    for (const due of await nominations.due()) await nominations.done(due, '2026-11-30');
    const asked = await nominations.named(ID, 'OP.FIRST');
    if (asked) await nominations.accept(asked);
    expect(await nominations.accepted('2026', 10)).toHaveLength(1);
    const accepted = await nominations.named(ID, 'OP.FIRST');
    if (accepted) expect(await nominations.decline(accepted)).toBe(true);
    expect(await nominations.accepted('2026', 10)).toEqual([]);
    const declined = await nominations.named(ID, 'OP.FIRST');
    if (declined) expect(await nominations.end(declined)).toBe(true);
    const ofThem = async () => (await work.keys()).filter((key) => /nominat/.test(key));
    expect(await ofThem()).toEqual([expect.stringContaining('nominating|pLEADER|2026|1')]);
    expect(await nominations.endedPlaces('2026')).toEqual([]);
    for (const place of await nominations.endedPlaces('2027')) await nominations.endPlace(place);
    expect(await ofThem()).toEqual([]);
  });

  it('go with their places of the year to another reference of the same person', async () => {
    const { nominations } = await nominationsAtWork();
    const other = 'Q4X7MK';
    await nominations.add(one());
    await nominations.add(one({ idea: other, by: 'pNEW', name: 'OP.NEW' }));
    await nominations.move(ID, 'pLEADER', 'pNEW');
    expect((await nominations.of(ID)).map(({ by }) => by)).toEqual(['pNEW']);
    expect([await nominations.made('pLEADER', '2026'), await nominations.made('pNEW', '2026')]).toEqual([0, 2]);
    expect(await nominations.add(one({ by: 'pNEW', name: 'OP.C' }))).toBe('again');
  });
});
