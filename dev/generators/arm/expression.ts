/** What an expression of Bicep says, as ARM writes it. Only what infra/main.bicep uses is understood; anything else throws. */

/** A value that stands as it is, or what ARM computes. */
export type Compiled = { json: unknown } | { arm: string };

/** What names in an expression stand for. */
export interface Names {
  parameters: ReadonlySet<string>;
  variables: ReadonlySet<string>;
  /** What a loop goes through, and ARM's word for the element of the moment, by its variable. */
  elements: ReadonlyMap<string, string>;
  /** What is asked of a resource, by its symbol; told of which. */
  resource(symbol: string, path: readonly string[]): string | undefined;
}

const OPERATORS = ['==', '!=', '&&', '||', '?', ':', '!', '(', ')', '[', ']', ',', '.'] as const;
type Token = { kind: 'text'; parts: Compiled[] } | { kind: 'word' | 'number' | 'sign'; text: string };

export function compileExpression(source: string, names: Names): Compiled {
  const tokens = tokensOf(source, names);
  let at = 0;
  const peek = () => tokens[at];
  const isSign = (text: string) => {
    const token = peek();
    return token?.kind === 'sign' && token.text === text;
  };
  const take = (text: string) => {
    if (!isSign(text)) throw new Error(`"${text}" is missing in ${source}`);
    at++;
  };

  function choice(): Compiled {
    const condition = either();
    if (!isSign('?')) return condition;
    take('?');
    const then = choice();
    take(':');
    return call('if', [condition, then, choice()]);
  }

  function either(): Compiled {
    let left = equality();
    for (const [sign, name] of [
      ['&&', 'and'],
      ['||', 'or'],
    ] as const) {
      while (isSign(sign)) {
        take(sign);
        left = call(name, [left, equality()]);
      }
    }
    return left;
  }

  function equality(): Compiled {
    const left = unary();
    if (isSign('==')) {
      take('==');
      return call('equals', [left, unary()]);
    }
    if (!isSign('!=')) return left;
    take('!=');
    return call('not', [call('equals', [left, unary()])]);
  }

  function unary(): Compiled {
    if (!isSign('!')) return primary();
    take('!');
    return call('not', [unary()]);
  }

  function primary(): Compiled {
    const token = tokens[at++];
    if (!token) throw new Error(`Something is missing in ${source}`);
    if (token.kind === 'text') return joined(token.parts);
    if (token.kind === 'number') return { json: Number(token.text) };
    if (token.kind === 'sign') {
      if (token.text === '[' && isSign(']')) {
        take(']');
        return { arm: 'createArray()' };
      }
      if (token.text !== '(') throw new Error(`"${token.text}" is not understood in ${source}`);
      const inner = choice();
      take(')');
      return inner;
    }
    return named(token.text);
  }

  function named(word: string): Compiled {
    if (word === 'true' || word === 'false') return { json: word === 'true' };
    if (isSign('('))
      return {
        arm: `${armOf(call(word, given()))}${rest()
          .map((one) => `.${one}`)
          .join('')}`,
      };
    const path = rest();
    const tail = path.map((one) => `.${one}`).join('');
    if (names.elements.has(word)) return { arm: `${names.elements.get(word)}${tail}` };
    if (names.parameters.has(word)) return { arm: `parameters('${word}')${tail}` };
    if (names.variables.has(word)) return { arm: `variables('${word}')${tail}` };
    const asked = names.resource(word, path);
    if (asked === undefined) throw new Error(`Nothing is called ${word} in ${source}`);
    return { arm: asked };
  }

  function given(): Compiled[] {
    const all: Compiled[] = [];
    take('(');
    while (!isSign(')')) {
      all.push(choice());
      if (isSign(',')) take(',');
    }
    take(')');
    return all;
  }

  function rest(): string[] {
    const path: string[] = [];
    while (isSign('.')) {
      take('.');
      const word = tokens[at++];
      if (word?.kind !== 'word') throw new Error(`A name is missing after the point in ${source}`);
      path.push(word.text);
    }
    return path;
  }

  const compiled = choice();
  if (at < tokens.length) throw new Error(`More than an expression: ${source}`);
  return compiled;
}

const call = (name: string, args: readonly Compiled[]): Compiled => ({ arm: `${name}(${args.map(armOf).join(', ')})` });

/** As it stands inside an expression. */
export function armOf(compiled: Compiled): string {
  if ('arm' in compiled) return compiled.arm;
  return typeof compiled.json === 'string' ? `'${compiled.json.replaceAll("'", "''")}'` : String(compiled.json);
}

/** As it stands in JSON. */
export function jsonOf(compiled: Compiled): unknown {
  if ('arm' in compiled) return `[${compiled.arm}]`;
  return typeof compiled.json === 'string' && compiled.json.startsWith('[') ? `[${compiled.json}` : compiled.json;
}

/** A text with values in it: `format`, as Bicep makes of it. */
function joined(parts: readonly Compiled[]): Compiled {
  const values = parts.filter((part) => 'arm' in part);
  if (values.length === 0) return { json: parts.map((part) => ('json' in part ? part.json : '')).join('') };
  let number = 0;
  const pattern = parts.map((part) => ('json' in part ? String(part.json).replace(/[{}]/g, '$&$&') : `{${number++}}`));
  return call('format', [{ json: pattern.join('') }, ...values]);
}

function tokensOf(source: string, names: Names): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const here = source.slice(at);
    const [blank] = /^\s+/.exec(here) ?? [];
    const [word] = /^[A-Za-z_]\w*/.exec(here) ?? [];
    const [number] = /^\d+/.exec(here) ?? [];
    const sign = OPERATORS.find((one) => here.startsWith(one));
    if (blank) at += blank.length;
    else if (here.startsWith("'")) {
      const { parts, length } = textAt(here, names);
      tokens.push({ kind: 'text', parts });
      at += length;
    } else if (word) {
      tokens.push({ kind: 'word', text: word });
      at += word.length;
    } else if (number) {
      tokens.push({ kind: 'number', text: number });
      at += number.length;
    } else if (sign) {
      tokens.push({ kind: 'sign', text: sign });
      at += sign.length;
    } else throw new Error(`"${here.slice(0, 10)}" is not understood in ${source}`);
  }
  return tokens;
}

/** A text between single quotes, with `${…}` in it. */
function textAt(source: string, names: Names): { parts: Compiled[]; length: number } {
  const parts: Compiled[] = [];
  let text = '';
  let at = 1;
  const keep = () => {
    if (text !== '') parts.push({ json: text });
    text = '';
  };
  for (;;) {
    const sign = source[at];
    if (sign === undefined) throw new Error(`A text has no end: ${source}`);
    if (sign === "'") break;
    if (sign === '\\') {
      text += source[at + 1] ?? '';
      at += 2;
    } else if (source.startsWith('${', at)) {
      keep();
      const inner = within(source, at + 2);
      parts.push(compileExpression(inner, names));
      at += inner.length + 3;
    } else {
      text += sign;
      at++;
    }
  }
  keep();
  return { parts, length: at + 1 };
}

/** What stands before the brace that ends it. */
function within(source: string, from: number): string {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    if (source[at] === undefined) throw new Error(`A brace has no end: ${source}`);
    if (source[at] === '{') depth++;
    if (source[at] === '}') depth--;
    at++;
  }
  return source.slice(from, at - 1);
}
