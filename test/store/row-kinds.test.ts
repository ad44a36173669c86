import { z } from 'zod';
import { rowKind } from '../../src/store/row-kinds';
import { RowVersions, type UnreadRow } from '../../src/store/row-versions';

const kind = rowKind(
  'sample',
  { name: z.string(), since: z.string().default('2026-01-01'), state: z.string() },
  { long: ['state'] },
);
const ofStorage = { partitionKey: 'p', rowKey: 'r', etag: 'e', timestamp: 't', 'odata.metadata': 'm' };

describe('a row', () => {
  it('of the first version says none, and has a default for what has come since', () => {
    expect(kind.read({ ...ofStorage, name: 'a', state: 'x', state1: 'y' }, 'id')).toEqual({
      ok: true,
      value: { name: 'a', since: '2026-01-01', state: 'x' },
      unknown: {},
      version: 1,
    });
  });

  it('of the next version is read, and what this one does not know of it is kept', () => {
    const read = kind.read({ ...ofStorage, v: 2, name: 'a', state: 'x', name2: 'new', mood: 7 }, 'id');
    expect(read).toMatchObject({ ok: true, unknown: { name2: 'new', mood: 7 }, version: 2 });
  });

  it.each<[string, object, Partial<UnreadRow>]>([
    ['of a version after that', { v: 3, name: 'a', state: 'x' }, { newer: true, why: 'version 3' }],
    ['whose version is none', { v: 'two', name: 'a', state: 'x' }, { newer: false, why: 'v' }],
    ['that lacks what it must have', { state: 'hemligt' }, { newer: false, why: 'name: invalid_type' }],
  ])('%s cannot be read; what is told of it is never what it holds', (_, columns, unread) => {
    const read = kind.read(columns, 'K7M4QX');
    expect(read).toEqual({ ok: false, unread: { kind: 'sample', id: 'K7M4QX', ...unread } });
    expect(JSON.stringify(read)).not.toContain('hemligt');
  });
});

describe('the version that is written', () => {
  it('is the first one until all who run say that they read the next', () => {
    const versions = new RowVersions(2);
    expect(versions.writes).toBe(1);
    versions.heard([{ reads: 2 }, {}]);
    expect(versions.writes).toBe(1);
    versions.heard([{ reads: 2 }, { reads: 3 }]);
    expect(versions.writes).toBe(2);
    versions.heard([]);
    expect(versions.writes).toBe(1);
  });
});

test('operators are told once of a row, and each time is counted', () => {
  const versions = new RowVersions();
  const told: UnreadRow[] = [];
  versions.watch((row) => told.push(row));
  const row = { kind: 'idea', id: 'K7M4QX', why: 'state.stage: invalid_value', newer: false };
  for (let time = 0; time < 3; time++) versions.unread(row);
  expect(told).toEqual([row]);
  expect(versions.counts.get('idea')).toBe(3);
});
