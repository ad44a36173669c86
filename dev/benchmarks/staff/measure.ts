/** One look at a source, or the look-ups, in a process of their own; prints what was found as JSON. Started by main.ts. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openDeps } from '../../../src/app/deps';
import { lookAtSource } from '../../../src/app/person/staff/look-at-source';
import type { StaffSource } from '../../../src/app/person/staff/staff-source';
import { noteUnknownPlaces } from '../../../src/app/person/staff/unknown-places';
import { workplaceNow } from '../../../src/app/person/staff/workplace';
import { staffHappening } from '../../../src/app/staff-happenings';
import { staffFile } from '../../../src/config/staff-file';
import { pause } from '../../../src/delivery/pacing/pause';
import { searchDepartments } from '../../../src/domain/organisation/department-search';
import { createDirectory } from '../../../src/domain/organisation/directory';
import { createSourcePlaces } from '../../../src/domain/organisation/sources/source-places';
import { instantOf } from '../../../src/domain/time';
import { openStorage } from '../../../src/store/storage';
import { graphUsers } from '../../../src/teams/graph/users';
import { city, entraUser, placeOf } from './made-staff';

/** What a look took. */
export interface LookFigures {
  seconds: number;
  /** How long it took then to count which names nobody knows. */
  naming: number;
  /** MB that it held at most, after what nobody needs was collected. */
  held: number;
  /** MB that the process has taken from the system for it. */
  taken: number;
  counts: Record<string, number>;
}

/** What the look-ups took: milliseconds, 95 of 100 at most, and MB that the directory holds. */
export interface LookUpFigures {
  place: number;
  search: number;
  decides: number;
  workplace: number;
  directory: number;
}

const LOOK_UPS = 2000;
const TENANT = 'orten';

const { values } = parseArgs({
  options: {
    storage: { type: 'string', default: '' },
    graph: { type: 'string' },
    file: { type: 'string' },
    people: { type: 'string', default: '45000' },
  },
});
const organisation = city();

async function main(): Promise<void> {
  const storage = openStorage({ connectionString: values.storage, prefix: 'bench' });
  await storage.prepare();
  const now = () => instantOf(Date.now());
  const deps = openDeps(storage, { organisation: () => organisation, now, random: (size) => randomBytes(size) });
  const source = sourceOf(now);
  console.log(JSON.stringify(source ? await look(deps, source) : await lookUps(deps)));
}

function sourceOf(now: () => string): StaffSource | undefined {
  const { file, graph: root } = values;
  if (file) return staffFile(file, () => organisation.sources?.file);
  if (!root) return undefined;
  const graph = { root, tenant: TENANT, token: async () => 'graph-token', pause };
  return graphUsers(graph, () => organisation.sources?.graph, now);
}

async function look(deps: ReturnType<typeof openDeps>, source: StaffSource): Promise<LookFigures> {
  // The first requests load what a process loads once.
  await deps.sourceStates.read(source.name);
  const before = heldNow();
  const most = { held: before, taken: process.memoryUsage().rss };
  const taken = most.taken;
  let [watching, seconds] = [true, 0];
  const watch = (async () => {
    while (watching) {
      most.taken = Math.max(most.taken, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const collecting = setInterval(() => {
    const started = performance.now();
    most.held = Math.max(most.held, heldNow());
    seconds -= (performance.now() - started) / 1000;
  }, 500);
  const started = performance.now();
  const { counts } = await lookAtSource(deps, source, { write: true, happens: staffHappening(deps, source) });
  seconds += (performance.now() - started) / 1000;
  const counting = performance.now();
  await noteUnknownPlaces(deps);
  const naming = (performance.now() - counting) / 1000;
  clearInterval(collecting);
  watching = false;
  await watch;
  return { seconds, naming, held: megabytes(most.held - before), taken: megabytes(most.taken - taken), counts };
}

async function lookUps(deps: ReturnType<typeof openDeps>): Promise<LookUpFigures> {
  const before = heldNow();
  const directory = createDirectory(organisation);
  const places = createSourcePlaces(directory, organisation.sources?.places ?? {});
  // Made when it is first asked for.
  searchDepartments(directory, 'Enhet');
  const held = megabytes(heldNow() - before);
  const some = Array.from({ length: LOOK_UPS }, (_, n) => (n * 7919) % Number(values.people));
  return {
    place: await p95(some, (n) => places.placeOf(placeOf(n))),
    search: await p95(some, (n) => searchDepartments(directory, placeOf(n).department)),
    decides: await p95(some, (n) => directory.decidersOf(`D${n % organisation.departments.length}`, [])),
    workplace: await p95(some, (n) =>
      workplaceNow(deps, { identity: { tenant: TENANT, objectId: entraUser(n).id }, emails: [] }),
    ),
    directory: held,
  };
}

function heldNow(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

async function p95<T>(given: readonly T[], ask: (one: T) => unknown): Promise<number> {
  const times: number[] = [];
  for (const one of given) {
    const started = performance.now();
    await ask(one);
    times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other)[Math.floor(0.95 * times.length)] ?? Number.NaN;
}

void main();
