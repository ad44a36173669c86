import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Organisation } from '../../../src/domain/organisation/organisation.js';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file.js';

// The file as the program reads it, for tests that are about a whole organisation.
export const exampleFile = (): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../config/organisation.example.json'), 'utf8'));

export function exampleOrganisation(): Organisation {
  const parsed = parseOrganisation(exampleFile());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.organisation;
}
