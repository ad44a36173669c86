import { parseArgs } from 'node:util';
import { BackupDamaged } from '../../app/backup/layers.js';
import { finishRestore, type RestoreDeps, type Restored, restore } from '../../app/backup/restore.js';
import { type BackupPoint, readPoint, readTombstones } from '../../app/backup/target.js';
import { erasePerson } from '../../app/privacy/erase-person.js';
import type { Tombstone } from '../../app/tombstones.js';
import { backupTarget } from '../../config/backup-target.js';
import { readProcessConfig } from '../../config/config.js';
import { createServices, type RuntimeOptions } from '../../create-services.js';
import { assemble } from '../../delivery/assemble.js';
import { catchUpOwed } from '../../delivery/backup/owed-before.js';
import { parseIdeaId } from '../../domain/ids.js';
import { instantOf } from '../../domain/time.js';
import { peopleWithItems } from '../../store/backup/raw-rows.js';
import { failWith, openRuntime, t } from '../command-line.js';

const usage = `Write npm run restore -- --from TARGET into an account that is empty, with no bot running there
  --from TARGET  a folder, or a container: https://ACCOUNT.blob.core.windows.net/CONTAINER; default: BACKUP_TARGET
  --at INSTANT   an earlier backup than the newest, by when it was begun (its name in points/)
  --idea ID      one idea alone, where there is none of that id; the bot may run
  --dry-run      reads and checks the backup, says what it would write, and writes nothing
It can be broken off, and goes on where it was. Who was erased and what was destroyed since does not come back.`;

/** `npm run restore`: what a backup has. Ends with 1 where it is not whole. */
async function main(): Promise<void> {
  const asked = readArguments();
  const config = readProcessConfig();
  const place = asked?.from ?? (config.ok ? config.config.backupTarget : undefined);
  if (!asked || (config.ok && place === undefined)) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime || !config.ok || place === undefined) return;
  const target = backupTarget(place, config.config.storage);
  const municipality = runtime.organisation().municipality.code;
  const point = await readPoint(target, asked.at);
  if (!point) return failWith(`${target.name} has no finished backup${asked.at ? ` of ${asked.at}` : ''}.`);
  if (point.municipality !== municipality)
    return failWith(`That is a backup of ${point.municipality}, and the organisation file is of ${municipality}.`);
  const tombstones = await readTombstones(target);
  const deps: RestoreDeps = { storage: runtime.storage, municipality, target };
  const { idea: only, dryRun } = asked;
  try {
    const restored = await restore(deps, { point, tombstones, dryRun, ...(only !== undefined && { only }) });
    if (!restored.ok) return failWith(refusals[restored.why]);
    t(sentence(restored, point, dryRun));
    if (dryRun) return;
    await settle(deps, point, tombstones, only);
  } catch (error) {
    if (!(error instanceof BackupDamaged)) throw error;
    return failWith(`${error.path} is damaged or missing: restore an earlier backup (--at).`);
  }
}

/** What a restored deployment has to know beside its rows: who was erased since, and what nobody is told any more. */
async function settle(
  deps: RestoreDeps,
  point: BackupPoint,
  tombstones: readonly Tombstone[],
  only?: string,
): Promise<void> {
  // By the organisation that is in force there now.
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app } = createServices(runtime);
  let erased = 0;
  for (const tombstone of tombstones) {
    if (tombstone.kind !== 'person') continue;
    await erasePerson(app, { ref: tombstone.ref });
    erased++;
  }
  if (erased > 0)
    t(`${erased} people who were erased since are erased again; the bot does what is left of it within an hour.`);
  if (only !== undefined) return;
  const told = await catchUpOwed(deliveryOf(runtime), instantOf(Date.parse(point.at)), (partition) =>
    peopleWithItems(runtime.storage.deliveries, partition),
  );
  if (told > 0) t(`${told} people get one card of what the backup still owed them, and no old messages.`);
  await finishRestore(deps, point);
  t('It is whole. Start the bot.');
}

function deliveryOf(runtime: RuntimeOptions) {
  const { app, contextFor: context, teams } = createServices(runtime);
  const { storage, log } = runtime;
  return assemble({ app, storage, teams, context, log }).deps;
}

const refusals: Record<Extract<Restored, { ok: false }>['why'], string> = {
  notEmpty: 'The account is not empty: nothing was written. Name an empty one, or one idea with --idea.',
  another:
    'A restore of another backup was broken off there: go on with that one (--at), or begin with an empty account.',
  finished: 'That account has been restored already: nothing was written.',
  notInBackup: 'The backup has no such idea.',
  isThere: 'That idea is there: nothing was written.',
  destroyed: 'That idea was destroyed by rule since: it does not come back.',
};

const sentence = (
  { rows, pictures, leftOut }: Extract<Restored, { ok: true }>,
  { at }: BackupPoint,
  dryRun: boolean,
): string =>
  `${dryRun ? 'Would write' : 'Written'}, of the backup of ${at}: ${rows.Ideas} rows of Ideas, ${rows.People} of People, ${rows.Deliveries} of Deliveries, ${pictures} pictures.${leftOut > 0 ? ` ${leftOut} rows of ideas that were destroyed since are left out.` : ''}`;

interface RestoreRequest {
  from?: string;
  at?: string;
  idea?: string;
  dryRun: boolean;
}

function readArguments(): RestoreRequest | undefined {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: 'string' },
        at: { type: 'string' },
        idea: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const { from, at, idea: written } = values;
    const idea = written === undefined ? undefined : parseIdeaId(written);
    if (written !== undefined && idea === undefined) return undefined;
    return {
      dryRun: values['dry-run'],
      ...(from && { from }),
      ...(at && { at }),
      ...(idea && { idea }),
    };
  } catch {
    return undefined;
  }
}

void main();
