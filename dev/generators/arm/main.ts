/** `npm run write:arm`: writes infra/azuredeploy.json from infra/main.bicep. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArmTemplate, compileBicep } from './compile.js';

const ROOT = join(__dirname, '..', '..', '..');

/** What infra/main.bicep describes. */
export const armTemplate = (): ArmTemplate => compileBicep(readFileSync(join(ROOT, 'infra', 'main.bicep'), 'utf8'));

if (require.main === module) {
  const file = join(ROOT, 'infra', 'azuredeploy.json');
  writeFileSync(file, JSON.stringify(armTemplate(), null, 2));
  execFileSync(join(ROOT, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
