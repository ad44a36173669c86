/** `npm run write:sharing-schema` writes docs/sharing.schema.json from the zod schema of what municipalities share. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { feedSchema, fileSchema } from '../../src/domain/sharing/feed.js';

const root = join(__dirname, '..', '..');

/** The JSON schema of the file, with that of what its payload holds beside it. */
export function sharingJsonSchema(): object {
  const { $schema: _, ...feed } = z.toJSONSchema(feedSchema, { target: 'draft-2020-12', io: 'input' });
  const file = z.toJSONSchema(fileSchema, { target: 'draft-2020-12', io: 'input' });
  return { ...file, $defs: { feed } };
}

if (require.main === module) {
  const file = join(root, 'docs', 'sharing.schema.json');
  writeFileSync(file, JSON.stringify(sharingJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
