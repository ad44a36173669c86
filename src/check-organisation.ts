import { failWith, t } from './command-line.js';
import { loadOrganisation } from './config/organisation-source.js';
import { checkOrganisation, faultLine } from './domain/organisation/organisation-file.js';

const usage = 'Write npm run organisation -- FILE to check an organisation file before the bot is started with it.';

/** `npm run organisation -- FILE`: every fault of an organisation file, also chains of people that are too thin; ends with 1 if there is any. */
async function main(): Promise<void> {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0) return failWith(usage);
  const checked = await loadOrganisation(file, checkOrganisation);
  if (!checked.ok) return failWith(checked.faults.map(faultLine).join('\n'));
  const { departments, municipality } = checked.organisation;
  t(`${file} can be used: ${municipality.name}, ${departments.length} departments and companies.`);
}

void main();
