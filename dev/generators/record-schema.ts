/** `npm run write:record-schema` writes docs/record.schema.json from the zod schema of an idea's record. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { recordSchema } from '../../src/cards/archive/record-schema.js';

const root = join(__dirname, '..', '..');

/** The JSON schema for whoever takes records in: an archive knows draft 2020-12. */
export const recordJsonSchema = (): object => z.toJSONSchema(recordSchema, { target: 'draft-2020-12' });

if (require.main === module) {
  const file = join(root, 'docs', 'record.schema.json');
  writeFileSync(file, JSON.stringify(recordJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
