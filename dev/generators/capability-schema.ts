/** `npm run write:capability-schema` writes config/capability.schema.json from the zod schema of config/capability.json. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { surveyFileSchema } from '../../src/domain/survey/survey-schema.js';

const root = join(__dirname, '..', '..');

/** For editors, in draft 7, as the organisation file's. */
export const capabilityJsonSchema = (): object => z.toJSONSchema(surveyFileSchema, { io: 'input', target: 'draft-7' });

if (require.main === module) {
  const file = join(root, 'config', 'capability.schema.json');
  writeFileSync(file, JSON.stringify(capabilityJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
