import { parseArgs } from 'node:util';
import { allowLoss, lookAtSource, openLoss, type SourceLooked } from '../app/person/staff/look-at-source.js';
import { SourceRefused } from '../app/person/staff/staff-source.js';
import { noteUnknownPlaces } from '../app/person/staff/unknown-places.js';
import { staffHappening } from '../app/staff-happenings.js';
import { readProcessConfig } from '../config/config.js';
import { staffFile } from '../config/staff-file.js';
import { createServices } from '../create-services.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run staff -- [FILE] to see what a file from the personnel system would change; without FILE the one that STAFF_FILE names. Then
  --write     does it; who works where is known from then on
  --gone 312  says yes to so many who are gone, where that is more than a tenth`;

/** `npm run staff`: a look at the personnel file, now; a dry run unless it is told to write. Ends with 1 where anything was left out or waits. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const config = readProcessConfig();
  const place = asked.file ?? (config.ok ? config.config.staffFile : undefined);
  if (config.ok && place === undefined) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime || !config.ok || place === undefined) return;
  const { app } = createServices(runtime);
  const source = staffFile(place, () => app.settings().sources?.file, config.config.storage);
  const { write, gone } = asked;
  if (gone !== undefined && !(await allowLoss(app, 'file', gone))) {
    return failWith(
      `Nobody is asked about ${gone} who are gone: write the number that the look before this one has told.`,
    );
  }
  try {
    const looked = await lookAtSource(app, source, { write, happens: staffHappening(app, source) });
    for (const fault of looked.faults) t(fault);
    for (const line of summary(looked, write)) t(line);
    if (write)
      for (const { name, people } of await noteUnknownPlaces(app))
        t(`No place is called “${name}” (${people}): add it to sources.places of the organisation file.`);
    if (looked.faults.length > 0 || (looked.held && (await openLoss(app, 'file')))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    failWith(error.lines.join('\n'));
  }
}

function readArguments(): { file: string | undefined; write: boolean; gone: number | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false }, gone: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    const gone = values.gone === undefined ? undefined : Number(values.gone);
    if (more.length > 0 || (gone !== undefined && !(Number.isInteger(gone) && gone > 0 && values.write)))
      return undefined;
    return { file, write: values.write, gone };
  } catch {
    return undefined;
  }
}

function summary({ held, loss, counts }: SourceLooked, write: boolean): string[] {
  const { fresh, changed, same, gone, protected: hidden, away } = counts;
  const all = `${fresh} new, ${changed} changed, ${same} as before, ${gone} gone; ${away} away, ${hidden} with protected personal data.`;
  const departments = loss.departments.map(
    (one) => `${one.name}: ${one.gone} of ${one.of} would have no place there any more.`,
  );
  const asks = `${loss.gone} of ${loss.of} would be gone or have no place any more, which is more than is ordinary: nothing of that is done. Where it is right: npm run staff -- --write --gone ${loss.gone}`;
  return [all, ...(held ? [...departments, asks] : []), ...(write ? [] : ['Nothing is written without --write.'])];
}

void main();
