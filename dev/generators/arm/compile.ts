import { armOf, compileExpression, jsonOf, type Names } from './expression.js';
import { type BicepNode, readBicep, type Statement } from './tree.js';

/** A template of Azure Resource Manager, as far as one is made here. */
export interface ArmTemplate {
  $schema: string;
  contentVersion: string;
  parameters: Record<string, Record<string, unknown>>;
  variables: Record<string, unknown>;
  resources: ArmResource[];
  outputs: Record<string, { type: string; value: unknown }>;
}
export type ArmResource = { type: string; apiVersion: string; name: string } & Record<string, unknown>;

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
/** What decorators of a parameter are called in ARM. */
const LIMITS: Record<string, string> = {
  allowed: 'allowedValues',
  minLength: 'minLength',
  maxLength: 'maxLength',
  minValue: 'minValue',
  maxValue: 'maxValue',
};

/**
 * The template that a file of Bicep describes. Bicep's own compiler is in no package registry: this one understands what infra/main.bicep
 * uses, and throws at anything else.
 */
export function compileBicep(source: string): ArmTemplate {
  const statements = readBicep(source);
  const of = (word: Statement['word']) => statements.filter((one) => one.word === word);
  const resources = new Map(of('resource').map((one) => [one.name, one]));
  const base: Omit<Names, 'resource'> = {
    parameters: new Set(of('param').map(({ name }) => name)),
    variables: new Set(of('var').map(({ name }) => name)),
    elements: new Map(),
  };

  const nameOf = (resource: Statement, names: Names) => compileExpression(textOf(fieldOf(resource, 'name')), names);
  function idOf(resource: Statement, names: Names): string {
    const parts = splitName(armOf(nameOf(resource, names)), resource.type.split('/').length - 1);
    const [type] = resource.type.split('@');
    return `resourceId('${type}', ${parts.join(', ')})`;
  }

  /** What names stand for; `used` is told of each resource that is asked for. */
  function namesWith(elements: ReadonlyMap<string, string>, used: (symbol: string) => void): Names {
    const names: Names = {
      ...base,
      elements,
      resource(symbol, path) {
        const found = resources.get(symbol);
        if (!found) return undefined;
        used(symbol);
        const [first, ...rest] = path;
        if (first === 'id') return idOf(found, names);
        if (first === 'name') return armOf(nameOf(found, names));
        if (first !== 'properties') throw new Error(`${symbol}.${path.join('.')} is not understood`);
        const [, version] = found.type.split('@');
        return `reference(${idOf(found, names)}, '${version}').${rest.join('.')}`;
      },
    };
    return names;
  }
  const plain = namesWith(new Map(), () => undefined);

  function jsonOfNode(node: BicepNode, names: Names): unknown {
    switch (node.kind) {
      case 'expression':
        return jsonOf(compileExpression(node.text, names));
      case 'array':
        return node.items.map((item) => jsonOfNode(item, names));
      case 'loop':
        throw new Error('A loop stands where none is understood');
      case 'object': {
        const loops = node.fields.flatMap(([name, value]) => (value.kind === 'loop' ? [{ name, ...value }] : []));
        const copy = loops.map(({ name, each, of: list, item }) => {
          const elements = new Map([
            ...names.elements,
            [each, `${armOf(compileExpression(list, names))}[copyIndex('${name}')]`],
          ]);
          const count = `[length(${armOf(compileExpression(list, names))})]`;
          return { name, count, input: jsonOfNode(item, { ...names, elements }) };
        });
        return Object.fromEntries([
          ...(copy.length > 0 ? [['copy', copy]] : []),
          ...node.fields
            .filter(([, value]) => value.kind !== 'loop')
            .map(([name, value]) => [
              name.startsWith("'") ? jsonOf(compileExpression(name, names)) : name,
              jsonOfNode(value, names),
            ]),
        ]);
      }
    }
  }

  function resourceOf(statement: Statement): ArmResource {
    const needs = new Set<string>();
    const { value, type: typed, condition, name: symbol } = statement;
    const loop = value?.kind === 'loop' ? value : undefined;
    const list = loop && armOf(compileExpression(loop.of, plain));
    const names = namesWith(new Map(loop ? [[loop.each, `${list}[copyIndex()]`]] : []), (used) => void needs.add(used));
    const [type = '', apiVersion = ''] = typed.split('@');
    const rest: Record<string, unknown> = {};
    for (const [name, node] of fieldsOf(statement)) {
      if (name === 'dependsOn' && node.kind === 'array') for (const item of node.items) needs.add(textOf(item));
      else if (name === 'scope') rest.scope = scopeOf(textOf(node), needs);
      else if (name !== 'name') rest[name] = jsonOfNode(node, names);
    }
    const name = String(jsonOf(nameOf(statement, names)));
    needs.delete(symbol);
    const dependsOn = [...needs].flatMap((used) => dependencyOn(used)).sort();
    return {
      ...(condition !== undefined && { condition: jsonOf(compileExpression(condition, plain)) }),
      ...(loop && { copy: { name: symbol, count: `[length(${list})]` } }),
      ...{ type, apiVersion, name },
      ...rest,
      ...(dependsOn.length > 0 && { dependsOn }),
    };
  }

  function scopeOf(symbol: string, needs: Set<string>): string {
    const found = resources.get(symbol);
    if (!found) throw new Error(`Nothing is called ${symbol}`);
    needs.add(symbol);
    return `[format('${found.type.split('@')[0]}/{0}', ${armOf(nameOf(found, plain))})]`;
  }

  /** All of a loop's, by its name. */
  function dependencyOn(symbol: string): string {
    const found = resources.get(symbol);
    if (!found) throw new Error(`Nothing is called ${symbol}`);
    return found.value?.kind === 'loop' ? symbol : `[${idOf(found, plain)}]`;
  }

  return {
    $schema: SCHEMA,
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(
      of('param').map((one) => [one.name, parameterOf(one, (node) => jsonOfNode(node, plain))]),
    ),
    variables: Object.fromEntries(of('var').map(({ name, value }) => [name, value && jsonOfNode(value, plain)])),
    resources: [...resources.values()].map(resourceOf),
    outputs: Object.fromEntries(
      of('output').map(({ name, type, value }) => [name, { type, value: value && jsonOfNode(value, plain) }]),
    ),
  };
}

function parameterOf(
  { type, value, decorators }: Statement,
  jsonOfNode: (node: BicepNode) => unknown,
): Record<string, unknown> {
  const { description } = decorators;
  const limits = Object.entries(LIMITS).flatMap(([name, arm]) => {
    const limit = decorators[name];
    return limit ? [[arm, jsonOfNode(limit)]] : [];
  });
  // Bicep knows "no item" as an expression, ARM as a value.
  const none = value?.kind === 'expression' && value.text === '[]';
  return {
    type: 'secure' in decorators ? `secure${type}` : type,
    ...(value && { defaultValue: none ? [] : jsonOfNode(value) }),
    ...Object.fromEntries(limits),
    ...(description && { metadata: { description: jsonOfNode(description) } }),
  };
}

const fieldsOf = ({ value }: Statement): [string, BicepNode][] => {
  const body = value?.kind === 'loop' ? value.item : value;
  return body?.kind === 'object' ? body.fields : [];
};

function fieldOf(statement: Statement, name: string): BicepNode {
  const found = fieldsOf(statement).find(([one]) => one === name);
  if (!found) throw new Error(`${statement.name} has no ${name}`);
  return found[1];
}

function textOf(node: BicepNode): string {
  if (node.kind !== 'expression') throw new Error('A value stands where an expression is understood');
  return node.text;
}

/** The name of a child is one text with slashes; its id takes each part. `'{0}/default'` of a format is cut as text. */
function splitName(name: string, count: number): string[] {
  if (count === 1) return [name];
  const [, pattern = '', rest = ''] = /^format\('([^']*)'(.*)\)$/.exec(name) ?? [];
  const parts = pattern.split('/');
  if (parts.length !== count) throw new Error(`${name} has not ${count} parts`);
  const values = rest.split(', ').slice(1);
  return parts.map((part) => {
    if (!part.includes('{')) return `'${part}'`;
    if (/^\{\d\}$/.test(part)) return values[Number(part[1])] ?? '';
    return `format('${part}'${rest})`;
  });
}
