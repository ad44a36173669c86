/** What stands in a file of Bicep, as a tree of texts: no expression is looked at. A line has one thing, as Bicep's formatter writes it. */

export type BicepNode =
  | { kind: 'expression'; text: string }
  | { kind: 'object'; fields: [name: string, value: BicepNode][] }
  | { kind: 'array'; items: BicepNode[] }
  | { kind: 'loop'; each: string; of: string; item: BicepNode };

export interface Statement {
  word: 'param' | 'var' | 'resource' | 'output';
  name: string;
  /** A type: `string`, or `'Microsoft.Web/sites@2022-09-01'` without its quotes. */
  type: string;
  /** Undefined of a parameter without a default. */
  value: BicepNode | undefined;
  /** When a resource is made, where not always. */
  condition?: string;
  /** What stands before it with an @, by name. */
  decorators: Record<string, BicepNode | undefined>;
}

export function readBicep(source: string): Statement[] {
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//') && !line.startsWith('targetScope'));
  const reader = new Lines(lines);
  const statements: Statement[] = [];
  let decorators: Statement['decorators'] = {};
  while (!reader.done) {
    const line = reader.take();
    const [, decorator, given] = /^@(\w+)\((.*)$/.exec(line) ?? [];
    if (decorator !== undefined && given !== undefined) {
      decorators[decorator] = given === ')' ? undefined : nodeAt(given.replace(/\)$/, ''), reader);
      continue;
    }
    statements.push(statementAt(line, reader, decorators));
    decorators = {};
  }
  return statements;
}

class Lines {
  #at = 0;
  constructor(private readonly lines: readonly string[]) {}
  get done(): boolean {
    return this.#at >= this.lines.length;
  }
  take(): string {
    const line = this.lines[this.#at++];
    if (line === undefined) throw new Error('The file ends in the middle');
    return line;
  }
}

function statementAt(line: string, reader: Lines, decorators: Statement['decorators']): Statement {
  const [, word, name = '', type = '', rest] =
    /^(param|output) (\w+) (\w+)(?: = (.*))?$/.exec(line) ??
    /^(var) (\w+)() = (.*)$/.exec(line) ??
    /^(resource) (\w+) '([^']+)' = (.*)$/.exec(line) ??
    [];
  if (word !== 'param' && word !== 'var' && word !== 'resource' && word !== 'output')
    throw new Error(`This is not understood: ${line}`);
  const [, condition, body] = /^if \((.*)\) (\{)$/.exec(rest ?? '') ?? [];
  const value = rest === undefined ? undefined : nodeAt(body ?? rest, reader);
  return { word, name, type, value, decorators, ...(condition !== undefined && { condition }) };
}

function nodeAt(text: string, reader: Lines): BicepNode {
  if (text === '{}') return { kind: 'object', fields: [] };
  if (text === '{') return objectAt(reader);
  if (text === '[') {
    const items: BicepNode[] = [];
    for (let line = reader.take(); line !== ']' && line !== '])'; line = reader.take())
      items.push(nodeAt(line, reader));
    return { kind: 'array', items };
  }
  const [, each, of] = /^\[for (\w+) in (\w+): \{$/.exec(text) ?? [];
  if (each !== undefined && of !== undefined) return { kind: 'loop', each, of, item: objectAt(reader, '}]') };
  return { kind: 'expression', text };
}

function objectAt(reader: Lines, end = '}'): BicepNode {
  const fields: [string, BicepNode][] = [];
  for (let line = reader.take(); line !== end; line = reader.take()) {
    const [, name, value] = /^('(?:[^'\\]|\\.)*'|\w+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`No field: ${line}`);
    fields.push([name, nodeAt(value, reader)]);
  }
  return { kind: 'object', fields };
}
