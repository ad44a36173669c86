import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaffPage } from '../app/person/staff/look.js';
import { SourceRefused, type StaffSource } from '../app/person/staff/staff-source.js';
import type { FileSource } from '../domain/organisation/sources/sources-schema.js';
import type { StaffEntry } from '../domain/organisation/sources/staff.js';
import { readStaff, staffFaultLine } from '../domain/organisation/sources/staff-file.js';
import { openBlobFile } from '../store/organisation/blob-file.js';
import { newestBlobIn } from '../store/organisation/newest-blob.js';
import type { StorageAccount } from '../store/storage.js';
import { isBlobAddress, nameOfPlace } from './organisation-source.js';
import { tableIn } from './tables/read-table.js';

/** The largest city has 60,000 employees, some of them on several rows. */
const MOST_ROWS = 200_000;
const LARGEST_BYTES = 64 * 1024 * 1024;
/** So many people are handed on at a time. */
const PAGE = 1000;

/**
 * The file from the personnel system: a path, a folder of which the newest file counts, `blob:CONTAINER/NAME`, or
 * `blob:CONTAINER/` of which the newest does. `source`: as the organisation file has it now; undefined: it names no file.
 */
export const staffFile = (
  place: string,
  source: () => FileSource | undefined,
  account?: StorageAccount,
): StaffSource => ({
  name: 'file',
  tenant: '',
  async read() {
    const settings = source();
    if (!settings)
      throw new SourceRefused([
        'The organisation file says nothing of a personnel file: add "sources": {"file": {}} to it.',
      ]);
    const { name, bytes } = await bytesOf(place, account);
    const { delimiter, encoding } = settings;
    const table = await tableIn(name, bytes, { delimiter, encoding, mostRows: MOST_ROWS });
    if (!table.ok) throw new SourceRefused([table.message]);
    const { rows, broken } = table.table;
    const read = readStaff(rows, settings);
    if (!read.ok) {
      const [first, ...more] = read.faults.map((fault) => `${name}: ${fault}.`);
      throw new SourceRefused([first ?? name, ...more]);
    }
    const faults = [...broken, ...read.faults].sort((one, other) => one.row - other.row).map(staffFaultLine);
    // Whoever stands in a row that cannot be read has not gone: then nobody has. What the others say counts.
    const whole = broken.length === 0 && !read.cut;
    return { whole, pages: pagesOf(read.people), faults };
  },
});

async function* pagesOf(people: readonly StaffEntry[]): AsyncGenerator<StaffPage> {
  for (let from = 0; from < people.length; from += PAGE) yield { entries: people.slice(from, from + PAGE), gone: [] };
}

async function bytesOf(place: string, account: StorageAccount | undefined): Promise<{ name: string; bytes: Buffer }> {
  const name = nameOfPlace(place);
  try {
    if (account && /^blob:[^/]+\/$/.test(place)) return await newestBlobIn(account, place.slice(5, -1), LARGEST_BYTES);
    if (account && isBlobAddress(place)) return { name, bytes: await openBlobFile(account, place)() };
    const file = (await stat(name)).isDirectory() ? await newestIn(name) : name;
    if ((await stat(file)).size > LARGEST_BYTES)
      throw new SourceRefused([`${file} has more than 64 MB: is it that file?`]);
    return { name: file, bytes: await readFile(file) };
  } catch (error) {
    if (error instanceof SourceRefused) throw error;
    const { code = error instanceof Error ? error.name : 'unknown' } = error as { code?: string };
    throw new SourceRefused([
      `${name} cannot be read (${code}): set STAFF_FILE to the personnel file, or to its folder.`,
    ]);
  }
}

/** The newest file of a folder; none that is hidden, and none within another folder. */
async function newestIn(folder: string): Promise<string> {
  const names = (await readdir(folder, { withFileTypes: true })).filter(
    (one) => one.isFile() && !one.name.startsWith('.'),
  );
  const files = await Promise.all(
    names.map(async ({ name }) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  const [newest] = files.sort((one, other) => other.at - one.at);
  if (!newest) throw new SourceRefused([`There is no file in ${folder}: STAFF_FILE names it.`]);
  return newest.path;
}
