/** `npm run write:methods-schema` writes config/methods.schema.json from the zod schema of config/methods.json. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { methodsFileSchema } from '../../src/domain/method/method-schema.js';

const root = join(__dirname, '..', '..');

/** For editors, in draft 7, as the organisation file's. */
export const methodsJsonSchema = (): object => z.toJSONSchema(methodsFileSchema, { io: 'input', target: 'draft-7' });

if (require.main === module) {
  const file = join(root, 'config', 'methods.schema.json');
  writeFileSync(file, JSON.stringify(methodsJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
