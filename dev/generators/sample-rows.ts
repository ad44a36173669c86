/**
 * `npx tsx dev/generators/sample-rows.ts 2` writes test/store/rows-v2: one row of every kind, as this version of the bot
 * stores it, and what its readers make of them. Done once for a version; from then on the files stay as they are, and
 * every later version has to read them. `npx biome check --write test/store` gives them their form.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../src/store/storage.js';
import { readLaterSampleRows, writeLaterSampleRows } from '../../testing/scenes/rows/later-sample-rows.js';
import { readSampleRows, rowsIn, writeSampleRows } from '../../testing/scenes/rows/sample-rows.js';
import { startAzurite } from '../../testing/storage/own-azurite.js';

async function main(version: string): Promise<void> {
  if (!/^\d+$/.test(version)) throw new Error('Which version of the rows is it? Give its number.');
  const azurite = await startAzurite();
  try {
    const storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
    await writeSampleRows(storage);
    await writeLaterSampleRows(storage);
    const folder = join(__dirname, `../../test/store/rows-v${version}`);
    mkdirSync(folder, { recursive: true });
    const write = (name: string, value: unknown) =>
      writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
    write('rows.json', await rowsIn(storage));
    write('values.json', { ...(await readSampleRows(storage)), ...(await readLaterSampleRows(storage)) });
  } finally {
    await azurite.stop();
  }
}

void main(process.argv[2] ?? '');
