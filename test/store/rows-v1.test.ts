import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixes } from '../../src/store/keys.js';
import { openStorage } from '../../src/store/storage.js';
import { readSampleRows, rowsIn, type SampleRow } from '../../testing/scenes/rows/sample-rows.js';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage.js';

// Rows as version 1 stored them, and what they meant: written once by dev/generators/sample-rows.ts. Every later version
// reads them so. What it would store otherwise is another version, with samples of its own.

const sample = (name: string) => JSON.parse(readFileSync(join(__dirname, 'rows-v1', name), 'utf8'));
const rows = sample('rows.json') as SampleRow[];

async function storageWith(some: readonly SampleRow[]) {
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  await Promise.all(some.map(({ table, ...row }) => storage[table].createEntity(row)));
  return storage;
}

describe('rows of version 1', () => {
  it('are one of every kind at least', () => {
    const kindOf = (key: string) =>
      key
        .split('|')
        .slice(0, key.startsWith('list|') ? 2 : 1)
        .join('|');
    const kinds = new Set(rows.map(({ rowKey }) => kindOf(rowKey)));
    const listed = Object.values(prefixes).map((prefix) =>
      kindOf(typeof prefix === 'string' ? prefix : prefix('x', 'y')),
    );
    expect(listed.filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const kind of ['record', 'op', 'log', 'due', 'person', 'aad', 'email', 'picked', 'run', 'shared']) {
      expect([...kinds]).toContain(kind);
    }
  });

  it('are read as what they meant', async () => {
    const storage = await storageWith(rows);
    const values = await readSampleRows(storage);
    const expected = sample('values.json') as Record<string, unknown>;
    expect(Object.keys(values)).toEqual(Object.keys(expected));
    for (const [reader, value] of Object.entries(values))
      expect({ reader, value }).toEqual({ reader, value: expected[reader] });
    // Reading has changed none of them.
    expect(await rowsIn(storage)).toEqual(rows);
  });
});
