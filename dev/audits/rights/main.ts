/** `npm run write:rights`: writes docs/RIGHTS.md anew, who may do what by the domain's own rules. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rightsDocument } from './document';

writeFileSync(join(__dirname, '..', '..', '..', 'docs', 'RIGHTS.md'), rightsDocument());
