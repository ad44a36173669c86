import { writeFile } from 'node:fs/promises';
import { movingIdeas } from '../app/idea/clock/ideas-of-units.js';
import { effectsOf } from '../app/idea/clock/organisation-effects.js';
import { faultsIn, lookAtGroups } from '../app/organisation/groups/look-at-groups.js';
import { readInForce } from '../app/organisation/in-force.js';
import { parseFor, takeIn } from '../app/organisation/take-in.js';
import { SourceRefused } from '../app/person/staff/staff-source.js';
import { readProcessConfig } from '../config/config.js';
import { isBlobAddress, loadOrganisation, organisationIn, organisationSource } from '../config/organisation-source.js';
import { groupSource } from '../config/staff-sources.js';
import { createServices, type RuntimeOptions } from '../create-services.js';
import { adviceOn, checkOrganisation, faultLine } from '../domain/organisation/organisation-file.js';
import { asFile } from '../domain/organisation/overlay/as-file.js';
import { differences } from '../domain/organisation/overlay/difference.js';
import { rebase } from '../domain/organisation/overlay/overlay.js';
import { heldFirst, withGroups, withoutGroups } from '../domain/organisation/sources/group-posts.js';
import { openOrganisationVersions } from '../store/organisation/versions.js';
import { GraphAnswered, GraphBusy } from '../teams/graph/requests.js';
import { failWith, openRuntime, t } from './command-line.js';
import {
  differenceLines,
  effectLines,
  groupLines,
  movingLines,
  overlayLines,
  unseenGroupLines,
} from './organisation-report.js';

const usage = `Write npm run organisation -- FILE to check an organisation file before the bot is started with it, or one of
  check FILE    the same: every fault by its path
  diff FILE     what the file would change, also for ideas that wait; nothing is written
  apply FILE    the same, and puts it in force for all instances, whole or not at all
  export FILE   writes what is in force to a new file: the organisation file with all that has been changed in the chat
  groups        who is in the groups of Microsoft Entra that say who has a post, and what that would change; nothing is written
  groups --write  the same, and puts it in force for all instances at once; without it they look every hour
  groups --sure   also where most of a group are gone at once, which else waits for a day`;

const commands = { check, diff, apply, export: exportInForce, groups } as const;
type CommandName = keyof typeof commands;
const isCommand = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(commands, word);

/** `npm run organisation`: for operators. Ends with 1 where something is wrong. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const [name, ...rest]: (string | undefined)[] = isCommand(words[0]) ? words : ['check', ...words];
  const [file, ...more] = rest;
  if (name === 'groups' && more.length === 0 && (file === undefined || file === '--write' || file === '--sure'))
    return groups(file);
  if (!isCommand(name) || name === 'groups' || !file || more.length > 0) return failWith(usage);
  await commands[name](file);
}

/** Every fault of an organisation file, also chains of people that are too thin. */
async function check(file: string): Promise<void> {
  const checked = await loadOrganisation(file, checkOrganisation);
  if (!checked.ok) return failWith(checked.faults.map(faultLine).join('\n'));
  const { departments, municipality } = checked.organisation;
  const count = departments.length === 1 ? 'one department' : `${departments.length} departments and companies`;
  t(`${file} can be used: ${municipality.name}, ${count}.`);
  for (const advice of adviceOn(checked.organisation)) t(advice);
}

async function diff(file: string): Promise<void> {
  const opened = await open(file);
  if (opened) await report(opened);
}

/** Says what changes, and then changes it. */
async function apply(file: string): Promise<void> {
  const opened = await open(file);
  if (!opened) return;
  await report(opened);
  const { runtime, found, code } = opened;
  const taken = await takeIn({ versions: versionsOf(runtime), code, now: runtime.now }, found, {
    what: 'applied',
    again: true,
  });
  if (taken.kind === 'refused') return failWith(taken.faults.map(faultLine).join('\n'));
  t(
    taken.kind === 'inForce'
      ? `${file} was in force already, as version ${taken.version}.`
      : `${file} is in force as version ${taken.version}: every instance has it within five seconds.`,
  );
}

/** What is in force, as a file that can take the place of the one before; never over another file. */
async function exportInForce(file: string): Promise<void> {
  if (isBlobAddress(file)) return failWith(`${file} is no file on this machine: export to one, and put that there.`);
  const runtime = await openRuntime();
  if (!runtime) return;
  const inForce = await inForceOf(runtime);
  // Without those whom groups name: they would be named twice, and the group no more.
  const text = `${JSON.stringify(asFile(inForce ? withoutGroups(inForce.organisation, inForce.file, inForce.standing.groups ?? []) : runtime.organisation()), null, 2)}\n`;
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return failWith(
      code === 'EEXIST'
        ? `${file} exists, and is left as it is: name another file.`
        : `${file} cannot be written (${String(code ?? error)}).`,
    );
  }
  const changes = inForce?.standing.changes ?? [];
  t(`${file} is what is in force, with ${changes.length} changes that were made in the chat.`);
}

/** A file without faults, and the storage of its municipality; undefined where something is wrong, which is said. */
async function open(file: string) {
  const found = await organisationSource(file).read();
  const checked = organisationIn(found, checkOrganisation);
  if (!checked.ok) return failWith(checked.faults.map(faultLine).join('\n'));
  const runtime = await openRuntime();
  if (!runtime || found.kind !== 'file') return undefined;
  const { code } = runtime.organisation().municipality;
  const parsed = parseFor(code, found.raw);
  if (!parsed.ok) return failWith(parsed.faults.map(faultLine).join('\n'));
  return { runtime, found, code, organisation: parsed.organisation };
}

type OpenedFile = NonNullable<Awaited<ReturnType<typeof open>>>;

async function report({ runtime, organisation }: OpenedFile): Promise<void> {
  const { app } = createServices(runtime);
  const before = runtime.organisation();
  const inForce = await inForceOf(runtime);
  const standing = inForce?.standing;
  const groups = heldFirst(organisation, standing?.groups ?? [], inForce ? [inForce.organisation, inForce.base] : []);
  const rebased = rebase(withGroups(organisation, groups), standing?.changes ?? []);
  const after = rebased.organisation;
  const lines = [
    ...differenceLines(differences(before, after)),
    ...overlayLines(rebased),
    ...unseenGroupLines(organisation, groups),
    ...movingLines(await movingIdeas(app, before, after)),
    ...effectLines(await effectsOf(app, before, after)),
  ];
  for (const line of lines) t(line);
}

const versionsOf = ({ storage, organisation }: RuntimeOptions) =>
  openOrganisationVersions(storage, organisation().municipality.code);

/** What is in force, where this release can use it. */
async function inForceOf(runtime: RuntimeOptions) {
  const found = await readInForce(versionsOf(runtime), runtime.organisation().municipality.code);
  return found?.ok ? found : undefined;
}

/** A look at the groups that say who has a post, now. Ends with 1 where something is wrong with one of them. */
async function groups(how: '--write' | '--sure' | undefined): Promise<void> {
  const config = readProcessConfig();
  const source = config.ok ? groupSource(config.config) : undefined;
  if (config.ok && !source)
    return failWith('The bot has no identity here: set MicrosoftAppId and what belongs to it, as for the bot itself.');
  const runtime = await openRuntime();
  if (!runtime || !source) return;
  const { app } = createServices(runtime);
  try {
    const looked = await lookAtGroups(app, source, { write: how !== undefined, sure: how === '--sure' });
    if (!looked)
      return failWith(
        'No organisation is in force whose posts a group says: write sources.graph.posts in its file, and apply it.',
      );
    for (const line of groupLines(looked, how !== undefined)) t(line);
    if (Object.keys(faultsIn(looked.groups)).length > 0) process.exitCode = 1;
  } catch (error) {
    // Of other errors the message may hold more than a screen should.
    if (!(error instanceof SourceRefused || error instanceof GraphAnswered || error instanceof GraphBusy)) throw error;
    failWith(`The groups cannot be read. ${error.message}`);
  }
}

void main();
