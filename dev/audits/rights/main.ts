/** `npm run write:rights`: writes docs/RIGHTS.md anew, who may do what by the domain's own rules; exit code 1 where a command is missing in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/domain/idea/commands';
import { acts, nobodys } from './acts';
import { rightsDocument } from './document';

/** Commands of forms of their own, which no act of the table gives. */
const ofForms = ['submit', 'enter'];
const told = new Set<string>([...acts.flatMap(({ command }) => command?.type ?? []), ...nobodys, ...ofForms]);
const untold = Object.keys(rules).filter((type) => !told.has(type));
if (untold.length > 0) {
  console.error(`No act of dev/audits/rights/acts.ts gives ${untold.join(', ')}: add one, and write the table again.`);
  process.exit(1);
}

writeFileSync(join(__dirname, '..', '..', '..', 'docs', 'RIGHTS.md'), rightsDocument());
