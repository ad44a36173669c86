import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');
/** Where processes run and leave what they need: not in version control, and inside, so that packages are found. */
export const WORKPLACE = join(ROOT, '.data', 'bench');
