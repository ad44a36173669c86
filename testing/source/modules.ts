import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { type Module, type ParseOptions, parseSync, printSync, type TsTypeAnnotation } from '@swc/core';

// What tests may know of a source without running it, read by the parser that Jest compiles with.

const TYPESCRIPT: ParseOptions = { syntax: 'typescript', target: 'es2022' };

export interface ExportedFunction {
  name: string;
  /** Every type that its parameters name. */
  takes: string[];
  /** The type that it says it returns, where that is one name: `Drawn`. */
  returns: string | undefined;
}

/** One source file, as its parser sees it. */
export interface SourceModule {
  /** From the folder that was read, with `/`. */
  path: string;
  lines: number;
  /** The code, types included, without its comments. */
  code: string;
  /** What it imports, re-exports, requires, loads later or takes a type from, as written. */
  imports: string[];
  /** What it takes from other modules by name and passes on, types left out; `*` where it takes all. */
  names: string[];
  functions: ExportedFunction[];
  /** The types that it declares, exported or not. */
  types: string[];
}

/** Every TypeScript file of a folder and the folders in it. */
export function readModules(folder: string): SourceModule[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => moduleOf(file.split(sep).join('/'), readFileSync(join(folder, file), 'utf8')));
}

export function moduleOf(path: string, text: string): SourceModule {
  const parsed = parseSync(text, TYPESCRIPT);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: importsOf(parsed),
    names: namesIn(parsed),
    functions: exportedFunctions(parsed),
    types: declaredTypes(parsed),
    code: printSync(parsed).code,
  };
}

/** The files of its own folder that each file imports, type imports counted; what is no TypeScript file there is left out. */
export function importGraph(modules: readonly SourceModule[]): Map<string, string[]> {
  const paths = new Set(modules.map(({ path }) => path));
  const resolved = (from: string, name: string): string | undefined => {
    const stem = posix.join(posix.dirname(from), name).replace(/\.js$/, '');
    return [`${stem}.ts`, `${stem}/index.ts`, stem].find((path) => paths.has(path));
  };
  return new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter((name) => name.startsWith('.')).flatMap((name) => resolved(path, name) ?? []),
    ]),
  );
}

/** Groups of files that import each other, over however many others: each sorted, and none where imports point one way. */
export function importCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...graph.keys()].map((path) => [path, reachableFrom(path, graph)]));
  const together = (one: string, other: string) => reach.get(one)?.has(other) && reach.get(other)?.has(one);
  const circles: string[][] = [];
  for (const path of [...graph.keys()].sort()) {
    if (!together(path, path) || circles.some((circle) => circle.includes(path))) continue;
    circles.push([...graph.keys()].filter((other) => together(path, other)).sort());
  }
  return circles;
}

/** All that a file imports, itself or by what it imports; it is among them only where it stands in a circle. */
function reachableFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(graph.get(start) ?? [])];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return found;
}

type Node = { type: string } & Record<string, unknown>;

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

const textOf = (literal: unknown): string[] =>
  typeof literal === 'object' && literal !== null && 'value' in literal && typeof literal.value === 'string'
    ? [literal.value]
    : [];

/** Where each kind of syntax that names another module has that name. */
const namesOfModules: Readonly<Record<string, (node: Node) => unknown>> = {
  ImportDeclaration: ({ source }) => source,
  ExportNamedDeclaration: ({ source }) => source,
  ExportAllDeclaration: ({ source }) => source,
  TsExternalModuleReference: ({ expression }) => expression,
  TsImportType: ({ argument }) => argument,
  CallExpression: ({ callee, arguments: given }) => {
    const { type, value } = callee as Node;
    const loads = type === 'Import' || (type === 'Identifier' && value === 'require');
    return loads && Array.isArray(given) ? given[0]?.expression : undefined;
  },
};

function importsOf(parsed: Module): string[] {
  return [...nodesIn(parsed.body)].flatMap((node) => textOf(namesOfModules[node.type]?.(node)));
}

/** Of one module: `import { name as other } from`, `export { name } from`, `import * as all from`. */
const namesIn = ({ body }: Module): string[] =>
  body.flatMap((item) => {
    if (item.type === 'ExportAllDeclaration') return ['*'];
    if (item.type === 'ImportDeclaration' && !item.typeOnly)
      return item.specifiers.flatMap((one) => {
        if (one.type === 'ImportNamespaceSpecifier') return ['*'];
        if (one.type === 'ImportDefaultSpecifier') return ['default'];
        return one.isTypeOnly ? [] : [(one.imported ?? one.local).value];
      });
    if (item.type === 'ExportNamedDeclaration' && item.source && !item.typeOnly)
      return item.specifiers.flatMap((one) => {
        if (one.type !== 'ExportSpecifier') return ['*'];
        return one.isTypeOnly ? [] : [one.orig.value];
      });
    return [];
  });

const typesNamedIn = (syntax: unknown): string[] =>
  [...nodesIn(syntax)].flatMap(({ type, typeName }) => (type === 'TsTypeReference' ? textOf(typeName) : []));

/** The type that a function says it returns, where it is one name. */
function returnedBy({ returnType }: { returnType?: TsTypeAnnotation | null }): string | undefined {
  const type = returnType?.typeAnnotation;
  return type?.type === 'TsTypeReference' ? textOf(type.typeName)[0] : undefined;
}

/** `interface Name`, `type Name = …` and `class Name`, at the top of a file. */
const declaredTypes = ({ body }: Module): string[] =>
  body.flatMap((item) => {
    const declaration = item.type === 'ExportDeclaration' ? item.declaration : item;
    const isType = declaration.type === 'TsInterfaceDeclaration' || declaration.type === 'TsTypeAliasDeclaration';
    if (isType) return [declaration.id.value];
    return declaration.type === 'ClassDeclaration' ? [declaration.identifier.value] : [];
  });

/** `export function name(…)` and `export const name = (…) => …`. */
function exportedFunctions({ body }: Module): ExportedFunction[] {
  return body.flatMap((item): ExportedFunction[] => {
    if (item.type !== 'ExportDeclaration') return [];
    const { declaration } = item;
    if (declaration.type === 'FunctionDeclaration')
      return [
        {
          name: declaration.identifier.value,
          takes: typesNamedIn(declaration.params),
          returns: returnedBy(declaration),
        },
      ];
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, init }): ExportedFunction[] =>
      id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression'
        ? [{ name: id.value, takes: typesNamedIn(init.params), returns: returnedBy(init) }]
        : [],
    );
  });
}
