/** `npm run write:identities-schema` writes config/identities.schema.json from the zod schema of the file that IDENTITIES names. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identitiesSchema } from '../../src/config/identities-file.js';

const root = join(__dirname, '..', '..');

/** For editors, in draft 7, as the organisation file's. */
export const identitiesJsonSchema = (): object => z.toJSONSchema(identitiesSchema, { io: 'input', target: 'draft-7' });

if (require.main === module) {
  const file = join(root, 'config', 'identities.schema.json');
  writeFileSync(file, JSON.stringify(identitiesJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
