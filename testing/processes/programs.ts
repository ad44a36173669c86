import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = join(__dirname, '..', '..');
const LOADER = pathToFileURL(require.resolve('tsx')).href;

/** What can be started: the bot, and what operators run. */
export type Program =
  | 'main'
  | 'archive-ideas'
  | 'backup/backup'
  | 'backup/restore'
  | 'check-organisation'
  | 'destroy-ideas'
  | 'doctor/doctor'
  | 'send-digest'
  | 'show-deliveries'
  | 'count-figures'
  | 'export-tables'
  | 'import-existing'
  | 'import-staff'
  | 'install-for'
  | 'person-data'
  | 'sharing/sharing';

/** Where it stands in src, and in what is built of it. */
const placeOf = (program: Program): string => (program === 'main' ? program : join('programs', program));

/** What `npm run build` makes of one. */
export const builtOf = (program: Program): string => join(ROOT, 'dist', `${placeOf(program)}.js`);

/** Whether the build is as new as the sources: it is after `npm test` has made it, and starts in half the time. */
export function isBuilt(): boolean {
  const built = builtOf('main');
  if (!existsSync(built)) return false;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...sources.map((name) => statSync(join(ROOT, 'src', name)).mtimeMs));
  return statSync(built).mtimeMs >= newest;
}

/** What Node is given to run a program: what was built of it, or its source as `npm run` starts it. */
export const nodeArguments = (program: Program): string[] =>
  isBuilt() ? [builtOf(program)] : ['--import', LOADER, join(ROOT, 'src', `${placeOf(program)}.ts`)];
