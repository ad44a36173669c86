import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import {
  changesRecords,
  domainMayUseOfNode,
  type Layer,
  LONGEST_FILE,
  layers,
  packages,
  textIsSeenFrom,
  textMayUse,
  words,
} from './architecture-rules.js';

const SRC = join(__dirname, '../src');

interface Source {
  /** Path under src, with `/`. */
  path: string;
  layer: Layer;
  /** The code without its comments. */
  code: string;
  lines: number;
  imports: string[];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const path = relative(SRC, join(SRC, file)).split(sep).join('/');
    const text = readFileSync(join(SRC, file), 'utf8');
    const code = withoutComments(text);
    return { path, layer: layerOf(path), code, lines: text.split('\n').length - 1, imports: importsOf(code) };
  });

function layerOf(path: string): Layer {
  const [folder, ...rest] = path.split('/');
  if (rest.length === 0) return 'main';
  const layer = [...layers, 'text' as const].find((one) => one === folder);
  if (!layer) throw new Error(`src/${folder} is no layer: give it a place in this test's table`);
  return layer;
}

/** Comments may speak of anything. Good enough for our own code, where no string holds a comment's beginning but addresses. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1');
}

/** What a file imports, re-exports, requires or loads later, as written. */
function importsOf(code: string): string[] {
  const forms = [
    /\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
    /\brequire\s*\(\s*['"]([^'"]+)['"]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

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

  it('import one way: domain, store, app, cards, delivery, bot, http, teams, config, main; texts from cards upward', () => {
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

  it('ask the domain whether a record may be changed wherever they change one', () => {
    const changing = sources.filter(({ code }) => changesRecords.test(code));
    expect(changing.length).toBeGreaterThan(3);
    expect(changing.filter(({ code }) => !/\bdecide\(/.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('take time and chance as arguments in domain and use cases', () => {
    const given =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bTemporal\.Now\b|\brandomBytes\s*\(|\brandomUUID\s*\(/;
    const pure: readonly Layer[] = ['domain', 'store', 'app', 'cards'];
    expect(
      breaches((source) => (pure.includes(source.layer) ? (source.code.match(given) ?? []).slice(0, 1) : [])),
    ).toEqual([]);
  });

  it(`have no file above ${LONGEST_FILE} lines`, () => {
    expect(breaches(({ lines }) => (lines > LONGEST_FILE ? [`${lines} lines`] : []))).toEqual([]);
  });

  it('are read as they are meant: comments and kinds of imports', () => {
    const code = withoutComments(
      "import a from 'a'; // console.log\n/* from 'b' */ const u = 'https://x.example';\nimport('c')",
    );
    expect(code).toContain("'https://x.example'");
    expect(code).not.toContain('console');
    expect(
      importsOf(`${code}; export * from "d"; import 'e'; import type { F } from 'f'; require('g')`).sort(),
    ).toEqual(['a', 'c', 'd', 'e', 'f', 'g']);
  });
});
