/** `npm run write:organisation-schema` writes config/organisation.schema.json from the zod schema of the organisation file. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { organisationSchema } from '../../src/domain/organisation/organisation-schema.js';

const root = join(__dirname, '..', '..');

/** The JSON schema for editors: what a file may contain, before defaults are filled in. Draft 7 is what editors know best. */
export const organisationJsonSchema = (): object =>
  z.toJSONSchema(organisationSchema, { io: 'input', target: 'draft-7' });

if (require.main === module) {
  const file = join(root, 'config', 'organisation.schema.json');
  writeFileSync(file, JSON.stringify(organisationJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
