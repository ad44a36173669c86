/** What the layouts of cards/ bind: read from their expressions (`${title}`, `$data`, `$when`) and where these stand. */
import type { Layouts } from '../../src/cards/templates';

/** What a name is bound to: by the attribute that it stands in, or as `$data` of what is drawn for each of it. */
export type Binding = { kind: Plain } | { kind: 'list' | 'object'; of: Shape };

/** What a text can be beside any: one of the words that Adaptive Cards has for that attribute. */
type Plain = 'text' | 'flag' | 'press' | (typeof ownKinds)[number];
const ownKinds = ['choices', 'size', 'weight', 'color'] as const;

/** What is bound in one place: by name, with the parts whose own bindings belong there too. */
export interface Shape {
  bindings: Map<string, { binding: Binding } & Use>;
  parts: Map<string, Use>;
  /** The conditions under which something is drawn there. */
  conditions: Set<string>;
}

/** Under which conditions something is used; '' where it always is. */
interface Use {
  under: Set<string>;
}

/** True for what is used whatever the data are: in every one of several branches, too. */
export const isAlways = ({ conditions }: Shape, { under }: Use): boolean =>
  under.has('') || (conditions.size > 1 && [...conditions].every((condition) => under.has(condition)));

/** Where a node stands: which data it reads, under which condition, and in which attribute. */
interface LayoutPlace {
  shape: Shape;
  under: string;
  attribute: string;
}

const EXPRESSION = /\$\{(?:int\()?([$\w.]+)\)?\}/g;
const AT_ROOT = /"(\w+)":"\$\{\$root\.(\w+)\}"/g;
const flags = new Set(['$when', 'isVisible', 'isRequired', 'isMultiSelect', 'isMultiline', 'isSubtle', 'separator']);

const emptyShape = (): Shape => ({ bindings: new Map(), parts: new Map(), conditions: new Set() });

/** The shapes of all cards and parts, by name. Throws where two layouts bind one name to what cannot be the same. */
export function shapesOf({ cards, parts }: Layouts): { cards: Map<string, Shape>; parts: Map<string, Shape> } {
  const shapeOf = (layout: unknown): Shape => {
    const shape = emptyShape();
    read(layout, { shape, under: '', attribute: '' }, parts);
    return shape;
  };
  return {
    cards: mapped(cards, (layout) => withRoot(shapeOf(layout), layout, parts)),
    parts: mapped(parts, (layout) => shapeOf(isNode(layout) ? { ...layout, $data: undefined } : layout)),
  };
}

const mapped = (layouts: ReadonlyMap<string, unknown>, to: (layout: unknown) => Shape): Map<string, Shape> =>
  new Map([...layouts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, layout]) => [name, to(layout)]));

type LayoutNode = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is LayoutNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(value: unknown, place: LayoutPlace, parts: Layouts['parts']): void {
  if (Array.isArray(value)) for (const item of value) read(item, place, parts);
  else if (typeof value === 'string') for (const [, path] of value.matchAll(EXPRESSION)) bind(path ?? '', place);
  else if (isNode(value)) readNode(value, place, parts);
}

function readNode({ $part, $data, $when, ...rest }: LayoutNode, place: LayoutPlace, parts: Layouts['parts']): void {
  const part = typeof $part === 'string' ? parts.get($part) : undefined;
  const data = $data ?? (isNode(part) ? part.$data : undefined);
  const each = data === undefined ? place : { ...place, shape: listIn(place, data), under: '' };
  const here = $when === undefined ? each : { ...each, under: conditionIn(each, $when) };
  if (typeof $part === 'string') used(here.shape.parts, $part, here.under, () => ({}));
  for (const [attribute, inner] of Object.entries(rest)) read(inner, { ...here, attribute }, parts);
}

const nameIn = (expression: unknown): string => String(expression).slice(2, -1);

function listIn(place: LayoutPlace, data: unknown): Shape {
  const made: Binding = { kind: 'list', of: emptyShape() };
  const { binding } = used(place.shape.bindings, nameIn(data), place.under, () => ({ binding: made }));
  if (binding.kind !== 'list') throw new Error(`${data} is bound to a ${binding.kind} and to a list`);
  return binding.of;
}

function conditionIn(place: LayoutPlace, $when: unknown): string {
  bind(nameIn($when), { ...place, attribute: '$when' });
  place.shape.conditions.add(nameIn($when));
  return nameIn($when);
}

/** A path of names: `press.title` binds `title` in the object `press`. What is bound at the root is read apart. */
function bind(path: string, { shape, under, attribute }: LayoutPlace): void {
  const [name = '', ...inner] = path.split('.');
  if (name === '$root') return;
  const kind = inner.length > 0 ? ('object' as const) : kindOf(attribute);
  const made: Binding = kind === 'object' ? { kind, of: emptyShape() } : { kind };
  const { binding } = used(shape.bindings, name, under, () => ({ binding: made }));
  if (binding.kind !== kind) throw new Error(`\${${name}} is bound to a ${binding.kind} and to a ${kind}`);
  if (binding.kind === 'object') bind(inner.join('.'), { shape: binding.of, under: '', attribute });
}

const kindOf = (attribute: string): Plain => {
  if (flags.has(attribute)) return 'flag';
  if (attribute === 'data') return 'press';
  return ownKinds.find((kind) => kind === attribute) ?? 'text';
};

function used<T extends object>(all: Map<string, T & Use>, name: string, under: string, made: () => T): T & Use {
  const one = all.get(name) ?? { ...made(), under: new Set<string>() };
  one.under.add(under);
  all.set(name, one);
  return one;
}

/** What a card's layout and its parts read at the root, from wherever they stand. */
function withRoot(shape: Shape, layout: unknown, parts: Layouts['parts']): Shape {
  const text = JSON.stringify(layout);
  for (const [, attribute = '', name = ''] of text.matchAll(AT_ROOT)) bind(name, { shape, under: '', attribute });
  for (const [, part = ''] of text.matchAll(/"\$part":"([^"]+)"/g)) withRoot(shape, parts.get(part), parts);
  return shape;
}
