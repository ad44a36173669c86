import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { importCircles, importGraph, readModules, type SourceModule } from '../testing/source/modules';
import {
  asksDomain,
  changesRecords,
  domainMayUseOfNode,
  LARGEST_FOLDER,
  type Layer,
  LONGEST_FILE,
  layers,
  packages,
  phraseTables,
  RECORD_LOOP,
  recordChangers,
  rooms,
  sdk,
  sdkPlaces,
  subjects,
  textIsSeenFrom,
  textMayUse,
  words,
} from './architecture-rules.js';

const ROOT = join(__dirname, '..');

interface Source extends SourceModule {
  layer: Layer;
}

const modules = readModules(join(ROOT, 'src'));
const sources: Source[] = modules.map((module) => ({ ...module, layer: layerOf(module.path) }));

function layerOf(path: string): Layer {
  const [folder, ...rest] = path.split('/');
  if (rest.length === 0) return 'main';
  const layer = [...layers, 'text' as const].find((one) => one === folder);
  if (!layer) throw new Error(`src/${folder} is no layer: give it a place in this test's table`);
  return layer;
}

/** The room of a file, `src/layer/room/…`; none for what lies directly on its floor, and for texts, which lie by language. */
function roomOf(path: string): string | undefined {
  const [layer, room, ...rest] = path.split('/');
  return layer === 'text' || rest.length === 0 ? undefined : room;
}

/** The subject of a file; a handler's is the folder that it lies in. None for what is no subject's room. */
function subjectOf(path: string): string | undefined {
  const room = roomOf(path) === 'handlers' ? path.split('/')[2] : roomOf(path);
  return room !== undefined && subjects.includes(room) ? room : undefined;
}

const graph = importGraph(modules);
const own = ({ path, imports }: Source): { name: string; layer: Layer }[] =>
  imports
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ name, layer: layerOf(posix.normalize(posix.join(posix.dirname(path), name))) }));
const foreign = ({ imports }: Source): string[] => imports.filter((name) => !name.startsWith('.'));
const isIn = ({ path, layer }: Source, places: readonly string[]): boolean =>
  places.includes(layer) || places.includes(path);
const rank = (layer: Layer): number => (layers as readonly Layer[]).indexOf(layer);

function mayUse(from: Layer, to: Layer): boolean {
  if (from === 'text') return textMayUse.includes(to);
  if (to === 'text') return rank(from) >= rank(textIsSeenFrom);
  return rank(from) >= rank(to);
}

const breaches = (test: (source: Source) => string[]): string[] =>
  sources.flatMap((source) => test(source).map((what) => `src/${source.path}: ${what}`));

describe('the sources', () => {
  it('are here, in every layer', () => {
    expect(new Set(sources.map(({ layer }) => layer))).toEqual(new Set([...layers, 'text']));
    expect(sources.flatMap(own).length).toBeGreaterThan(100);
  });

  it('import one way: domain, store, app, cards, delivery, bot, http, teams, config, main, programs; texts from cards upward', () => {
    expect(
      breaches((source) =>
        own(source)
          .filter(({ layer }) => !mayUse(source.layer, layer))
          .map(({ name, layer }) => `${source.layer} imports ${name} from ${layer}`),
      ),
    ).toEqual([]);
  });

  it.each(packages.map(({ name, in: places }) => ({ name: String(name), pattern: name, places })))(
    'import $name only in $places',
    ({ pattern, places }) => {
      const uses = (source: Source) => foreign(source).filter((name) => pattern.test(name));
      expect(breaches((source) => (isIn(source, places) ? [] : uses(source)))).toEqual([]);
      expect(sources.some((source) => isIn(source, places) && uses(source).length > 0)).toBe(true);
    },
  );

  it('use nothing of Node in the domain', () => {
    const ofNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name);
    expect(
      breaches((source) =>
        source.layer === 'domain'
          ? foreign(source).filter((name) => ofNode(name) && !domainMayUseOfNode.includes(name))
          : [],
      ),
    ).toEqual([]);
  });

  it.each(words)('use $name only in $in', ({ pattern, in: places }) => {
    expect(breaches((source) => (isIn(source, places) ? [] : (source.code.match(pattern) ?? []).slice(0, 1)))).toEqual(
      [],
    );
  });

  it('import what changes a record only where the domain is asked whether it may be', () => {
    const takes = (names: readonly string[]) => (source: Source) => source.names.some((name) => names.includes(name));
    const changing = sources.filter(takes(changesRecords));
    expect(changing.map(({ path }) => path).sort()).toEqual([...recordChangers].sort());
    expect(changing.filter((source) => !takes(asksDomain)(source)).map(({ path }) => path)).toEqual([]);
    // Nobody takes all of it, under whatever name.
    const all = sources.filter(({ path, names }) => names.includes('*') && graph.get(path)?.includes(RECORD_LOOP));
    expect(all.map(({ path }) => path)).toEqual([]);
  });

  it('take time and chance as arguments in domain and use cases', () => {
    const given =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bTemporal\.Now\b|\brandomBytes\s*\(|\brandomUUID\s*\(/;
    const pure: readonly Layer[] = ['domain', 'store', 'app', 'cards'];
    expect(
      breaches((source) => (pure.includes(source.layer) ? (source.code.match(given) ?? []).slice(0, 1) : [])),
    ).toEqual([]);
  });

  it('import no later room of their own floor', () => {
    const place = (room: string) => (rooms as readonly string[]).indexOf(room);
    const against = [...graph].flatMap(([from, targets]) => {
      const room = roomOf(from);
      const later = targets
        .filter((to) => layerOf(to) === layerOf(from))
        .flatMap((to) => roomOf(to) ?? [])
        .filter((other) => room !== undefined && place(other) > place(room));
      return [...new Set(later)].map((other) => `${from} uses ${other}`);
    });
    expect(against).toEqual([]);
    expect(sources.flatMap(({ path }) => roomOf(path) ?? []).filter((room) => place(room) < 0)).toEqual([]);
  });

  it('import no later subject, of whatever floor', () => {
    const place = (subject: string) => subjects.indexOf(subject);
    const against = [...graph].flatMap(([from, targets]) => {
      const subject = subjectOf(from);
      return targets
        .filter((to) => subject !== undefined && place(subjectOf(to) ?? subject) > place(subject))
        .map((to) => `${from} uses ${to}`);
    });
    expect(against).toEqual([]);
    // Each is there, and in the order that it has on every floor.
    expect(new Set(sources.flatMap(({ path }) => subjectOf(path) ?? []))).toEqual(new Set(subjects));
    expect(rooms.filter((room) => subjects.includes(room))).toEqual(subjects);
  });

  it('import each other in no circle', () => {
    expect(importCircles(graph)).toEqual([]);
  });

  it('call no two types by one name', () => {
    expect(typesCalledAlike(sources)).toEqual([]);
  });
});

describe('the repository', () => {
  const lengths = ['src', 'testing', 'dev'].flatMap((top) =>
    readModules(join(ROOT, top)).map(({ path, lines }) => [`${top}/${path}`, lines] as const),
  );

  const everything = ['src', 'testing', 'dev', 'test'].flatMap((top) =>
    readModules(join(ROOT, top)).map((module) => ({ ...module, path: `${top}/${module.path}` })),
  );

  it('knows the SDK of Teams only where Teams is, in testing, dev and test too', () => {
    const knowing = everything.filter(({ imports }) => imports.some((name) => sdk.test(name)));
    const places = new Set(knowing.map(({ path }) => sdkPlaces.find((place) => path.startsWith(place)) ?? path));
    expect([...places].sort()).toEqual([...sdkPlaces].sort());
  });

  it('calls no two types in testing and dev by one name', () => {
    const beside = everything.filter(({ path }) => path.startsWith('testing/') || path.startsWith('dev/'));
    expect(beside.length).toBeGreaterThan(100);
    expect(typesCalledAlike(beside)).toEqual([]);
  });

  it('has no circle of imports in testing, dev and test either', () => {
    expect(importCircles(importGraph(everything))).toEqual([]);
  });

  it(`has no file in src, testing and dev above ${LONGEST_FILE} lines but tables of phrases`, () => {
    const isTable = (name: string) => phraseTables.includes(name);
    expect(
      above(
        LONGEST_FILE,
        lengths.filter(([name]) => !isTable(name)),
      ),
    ).toEqual([]);
    // One that has become short is excused in vain.
    const long = lengths.filter(([name, lines]) => isTable(name) && lines > LONGEST_FILE);
    expect(long.map(([name]) => name).sort()).toEqual([...phraseTables]);
  });

  it(`has no folder above ${LARGEST_FOLDER} files`, () => {
    const sizes = new Map<string, number>();
    for (const top of ['src', 'cards', 'testing', 'dev', 'test'])
      for (const entry of readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })) {
        const folder = relative(ROOT, entry.parentPath).split(sep).join('/');
        if (entry.isFile() && !entry.name.endsWith('.png')) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
      }
    expect(above(LARGEST_FOLDER, [...sizes])).toEqual([]);
  });
});

/** The types whose name another file gives to another type, with where they are declared. */
function typesCalledAlike(all: readonly SourceModule[]): { name: string; path: string }[] {
  const declared = all.flatMap(({ path, types }) => types.map((name) => ({ name, path })));
  return declared.filter(({ name, path }) => declared.some((one) => one.name === name && one.path !== path));
}

/** What is larger than it may be. */
const above = (most: number, sizes: readonly (readonly [name: string, size: number])[]): string[] =>
  sizes.filter(([, size]) => size > most).map(([name, size]) => `${name}: ${size}`);
