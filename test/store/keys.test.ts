import fc from 'fast-check';
import { instantOf } from '../../src/domain/time.js';
import * as keys from '../../src/store/keys.js';
import { allHostile } from '../../testing/samples/text/hostile-texts.js';

const sorted = (list: readonly string[]) => [...list].sort();
const moment = fc.integer({ min: 0, max: 9_999_999_999_998 }).map(instantOf);

describe('keys', () => {
  it('sort as times where time comes first', () => {
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(keys.logKey(one, 'A', 1) < keys.logKey(other, 'A', 1)).toBe(one < other);
        expect(keys.dueKey(one, 'A', 'remind') < keys.dueKey(other, 'A', 'remind')).toBe(one < other);
        expect(keys.mineKey('p', one, 'A') > keys.mineKey('p', other, 'A')).toBe(one < other);
      }),
    );
  });

  it('sort an idea’s events newest first, and those of version 1 after them', () => {
    const numbers = [1, 2, 9, 10, 99, 100, 99_999];
    const events = numbers.map((seq) => keys.eventKey('K7M4QX', seq));
    const earlier = numbers.map((seq) => keys.earlierEventKey('K7M4QX', seq));
    expect(sorted([...events, ...earlier])).toEqual([...events.toReversed(), ...earlier]);
  });

  it('sort a queue by the day that was promised first', () => {
    const queue = ['2026-12-31', '2027-01-01'].map((day) => keys.waitsKey('leader.VOO', day, 'K7M4QX'));
    expect(sorted(queue)).toEqual(queue);
  });

  it('hold nothing that Table Storage refuses, whatever an address or an activity is called', () => {
    const strange = 'a/b\\c#d?e\u0001@x';
    const all = [
      keys.emailKey(strange),
      keys.updateRun('K7M4QX', strange),
      keys.eventKey('K7M4QX', 1),
      keys.waitsKey('leader.VOO', '2026-12-31', 'K7M4QX'),
      keys.deliveryKey('pONE', keys.eventRun('K7M4QX', 1)),
      keys.recordsPartition('orten'),
      keys.adoptionKey('K7M4QX', 'SBK'),
      keys.followKey('K7M4QX', 'pONE'),
      keys.talkKey('pONE', '2026-11-16T08:00:00.000Z', 'K7M4QX'),
      keys.dueKey('2026-11-16T08:00:00.000Z', 'K7M4QX', 'checkAdoption.SBK'),
    ];
    for (const key of all) expect(key).not.toMatch(/[/\\#?\p{Cc}]/u);
  });

  it('of addresses and cards hold nothing of any hostile text', () => {
    const made = allHostile.flatMap((text) => [keys.emailKey(text), keys.updateRun('K7M4QX', text)]);
    expect(made.filter((key) => !/^(email\||update\.K7M4QX\.)[0-9a-f]{16,40}$/.test(key))).toEqual([]);
  });

  it('tell no address, and the same key for the same address in any case', () => {
    expect(keys.emailKey(' Demo@Ort.Example ')).toBe(keys.emailKey('demo@ort.example'));
    expect(keys.emailKey('demo@ort.example')).not.toContain('demo');
    expect(keys.emailKey('demo@ort.example')).not.toBe(keys.emailKey('demo2@ort.example'));
  });

  it('name the queue of a role in a department, or of a person', () => {
    const idea = { tier: 'deputy', department: 'SBK' } as const;
    expect(keys.queueName({ for: 'deciders' }, idea)).toBe('deputy.SBK');
    expect(keys.queueName({ for: 'doer', person: 'pDOER' }, idea)).toBe('pDOER');
    expect(keys.queueName({ for: 'owner', person: 'pOWNER' }, idea)).toBe('pOWNER');
  });

  it('name a queue of its own for money, of the department’s managers or the innovation office', () => {
    const idea = { tier: 'leader', department: 'SBK' } as const;
    const queueOf = (funder: 'manager' | 'office') =>
      keys.queueName({ for: 'funder' }, { ...idea, money: { asked: 5, funder } });
    expect([queueOf('manager'), queueOf('office')]).toEqual(['managerMoney.SBK', 'officeMoney.SBK']);
    const { from, to } = keys.prefixRange('list|waits|office.');
    const money = keys.waitsKey(queueOf('office'), '2026-12-31', 'K7M4QX');
    expect(money >= from && money < to).toBe(false);
  });
});

describe('a range of keys', () => {
  it('holds every key that begins so, and no other', () => {
    const { from, to } = keys.prefixRange('list|waits|office.');
    const inside = ['A', 'VOO|2026', 'zz', '~1', 'Ålder', '漢', '\u{1F6B2}'].map((rest) => `list|waits|office.${rest}`);
    for (const key of inside) expect({ key, inside: key >= from && key < to }).toEqual({ key, inside: true });
    for (const key of ['list|waits|office', 'list|waits|office0', 'list|waits|leader.VOO', 'list|waits|p']) {
      expect({ key, inside: key >= from && key < to }).toEqual({ key, inside: false });
    }
  });

  it('of a person does not hold those of one whose reference begins alike', () => {
    const { from, to } = keys.prefixRange(keys.prefixes.mine('pA'));
    const key = keys.mineKey('pAB', '2026-11-16T08:00:00.000Z', 'K7M4QX');
    expect(key >= from && key < to).toBe(false);
  });

  it('is a condition that nobody can write themselves into', () => {
    expect(keys.inRange("l'orten", { from: "a' or 'b", to: 'c' })).toBe(
      "PartitionKey eq 'l''orten' and RowKey ge 'a'' or ''b' and RowKey lt 'c'",
    );
  });

  it('stays one condition on three values with each hostile text in it', () => {
    const condition =
      /^PartitionKey eq '((?:[^']|'')*)' and RowKey ge '((?:[^']|'')*)' and RowKey lt '((?:[^']|'')*)'$/u;
    const read = (text: string) =>
      condition
        .exec(keys.inRange(text, { from: text, to: text }))
        ?.slice(1)
        .map((value) => value.replaceAll("''", "'"));
    expect(allHostile.filter((text) => read(text)?.some((value) => value !== text) ?? true)).toEqual([]);
  });
});
