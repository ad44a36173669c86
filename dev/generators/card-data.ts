/**
 * `npm run write:card-types` writes what each layout of cards/ is filled with, as types: src/cards/layouts/parts.ts,
 * idea-cards.ts, record-cards.ts and cards.ts. A view that forgets what its layout binds, or gives something else, then fails the type check.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLayouts } from '../../src/cards/templates';
import { type Binding, isAlways, type Shape, shapesOf } from './card-shapes';

const root = join(__dirname, '..', '..');
const folder = join(root, 'src', 'cards', 'layouts');

const HEAD = '// Written by dev/generators/card-data.ts from cards/: do not edit.\n\n';

/** `button-rows` is ButtonRowsPart. */
const partType = (part: string): string =>
  `${part.replace(/(^|-)(\w)/g, (_match, _hyphen, letter: string) => letter.toUpperCase())}Part`;

const plainTypes = {
  text: 'string',
  flag: 'boolean',
  press: 'PressData',
  choices: 'readonly Choice[]',
  size: 'Size',
  weight: 'Weight',
  color: 'Color',
};

const typeOf = (binding: Binding): string => {
  if (binding.kind === 'list') return `Each<${shapeType(binding.of)}>`;
  if (binding.kind === 'object') return shapeType(binding.of);
  return plainTypes[binding.kind];
};

/** A part's own type, or what is bound in place; both where a layout binds more than the part. */
function shapeType(shape: Shape): string {
  const merged = [...shape.parts].map(([part, use]) =>
    isAlways(shape, use) ? partType(part) : `Partial<${partType(part)}>`,
  );
  const members = [...shape.bindings].map(
    ([name, { binding, ...use }]) => `${name}${isAlways(shape, use) ? '' : '?'}: ${typeOf(binding)}`,
  );
  return [...merged, ...(members.length > 0 ? [`{ ${members.join('; ')} }`] : [])].join(' & ');
}

const listed = (shapes: ReadonlyMap<string, Shape>, line: (name: string, type: string) => string): string =>
  [...shapes].map(([name, shape]) => line(name, shapeType(shape))).join('\n');

/** What the cards of some rooms are called: they have a file of their own, for together there are too many for one. */
const ofRooms = (rooms: readonly string[]) =>
  new Set(rooms.flatMap((room) => readdirSync(join(root, 'cards', room)).map((file) => basename(file, '.json'))));
/** The rooms of what is a record as an idea is. */
const RECORD_ROOMS = ['capability', 'challenge', 'group', 'meeting', 'undertaking'];

/** The files by name. */
export function cardDataFiles(): Record<string, string> {
  const { cards, parts } = shapesOf(readLayouts());
  const types = listed(parts, (name, type) => `export type ${partType(name)} = ${type};`);
  const shared = ['Choice', 'Color', 'Each', 'PressData', 'Size', 'Weight', ...[...parts.keys()].map(partType)];
  // By one name, for the list of them would be as long as many layouts.
  const partsIn = new RegExp(`\\b(?:${shared.join('|')})\\b`, 'g');
  const ideas = ofRooms(['idea']);
  const records = ofRooms(RECORD_ROOMS);
  const fileOf = (name: string) => (ideas.has(name) ? 'ideas' : records.has(name) ? 'records' : 'others');
  const cardTypes = (file: ReturnType<typeof fileOf>) => {
    const some = new Map([...cards].filter(([name]) => fileOf(name) === file));
    return listed(some, (name, type) => `'${name}': ${type};`).replace(partsIn, 'of.$&');
  };
  return {
    'parts.ts': `${HEAD}/** Drawn once for each; not at all for none. */
export type Each<T> = T | readonly T[];
/** One of several that can be chosen. */
export type Choice = { title: string; value: string };
/** What a press carries. */
export type PressData = Readonly<Record<string, string | boolean>>;
/** Of Adaptive Cards. */
export type Size = 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
export type Weight = 'Lighter' | 'Default' | 'Bolder';
export type Color = 'Default' | 'Dark' | 'Light' | 'Accent' | 'Good' | 'Warning' | 'Attention';

${types}\n`,
    'idea-cards.ts': `${HEAD}import type * as of from './parts.js';

/** What each card of an idea, or of several, is filled with. */
export interface IdeaCardData {
${cardTypes('ideas')}
}\n`,
    'record-cards.ts': `${HEAD}import type * as of from './parts.js';

/** What each card of a record of another kind, or of several, is filled with. */
export interface RecordCardData {
${cardTypes('records')}
}\n`,
    'cards.ts': `${HEAD}import type { IdeaCardData } from './idea-cards.js';
import type * as of from './parts.js';
import type { RecordCardData } from './record-cards.js';

/** What each card is filled with. */
export interface CardData extends IdeaCardData, RecordCardData {
${cardTypes('others')}
}

export type LayoutName = keyof CardData;\n`,
  };
}

/** As the formatter would have it. */
const formatted = (file: string, content: string): string =>
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['check', '--write', `--stdin-file-path=${file}`], {
    input: content,
    encoding: 'utf8',
    cwd: root,
  });

/** The files as they are to stand in src/cards/layouts. */
export const writtenFiles = (): [file: string, content: string][] =>
  Object.entries(cardDataFiles()).map(([name, content]) => {
    const file = join(folder, name);
    return [file, formatted(file, content)];
  });

if (require.main === module) for (const [file, content] of writtenFiles()) writeFileSync(file, content);
