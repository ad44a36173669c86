/**
 * `npm run supply-chain`: whether what is installed is exactly what was looked at, and none of it is known to be vulnerable.
 * Needs no network. `-- --write` also writes docs/LICENCES.md anew. Exit code 1 and a line for each fault.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inexact, outlived, readAdvisories, unlocked, vulnerable } from './faults';
import { licenceList, unlicensed } from './licences';
import { ROOT, readLock, readManifest } from './tree';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const lock = readLock();
const advisories = readAdvisories();
const faults = [
  ...inexact(readManifest()),
  ...unlocked(lock),
  ...vulnerable(lock, advisories),
  ...outlived(lock, advisories),
  ...unlicensed(lock),
];
if (values.write) writeFileSync(join(ROOT, 'docs', 'LICENCES.md'), licenceList(lock));
for (const fault of faults) console.error(fault);
const { length: looked } = Object.keys(lock.packages);
if (faults.length === 0) {
  console.log(`${looked - 1} packages, none known to be vulnerable by the list of ${advisories.date}.`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
