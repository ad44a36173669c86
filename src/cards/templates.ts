import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { CardData, CardName } from './layouts/cards.js';

/** A finished Adaptive Card, ready to be sent. */
export type Card = { type: 'AdaptiveCard'; [key: string]: unknown };
const FOLDER = join(__dirname, '..', '..', 'cards');

/** The layouts as they lie in cards/, by name. */
export interface Layouts {
  cards: ReadonlyMap<string, unknown>;
  parts: ReadonlyMap<string, unknown>;
}

export const readLayouts = (folder = FOLDER): Layouts => ({
  cards: readJsonFiles(folder),
  parts: readJsonFiles(join(folder, 'parts')),
});

/** Draws a card, filled with what its layout binds. */
export type Draw = <Name extends CardName>(name: Name, data: CardData[Name]) => Card;

/**
 * The card templates of cards/, read once and each compiled at its first use (compiling takes milliseconds, filling less
 * than one): all of them at once would be a seventh of the bot's start.
 * `{ "$part": "turn-band" }` stands for cards/parts/turn-band.json, so that what looks the same on two cards is one file;
 * other keys beside `$part` (`$when`, `$data`, `spacing`) are laid over the part.
 */
export function loadTemplates(folder = FOLDER): Draw {
  const { cards: layouts, parts } = readLayouts(folder);
  const cards = new Map([...layouts].map(([name, json]) => [name, assemble(json, parts) as object]));
  const compiled = new Map<string, Template>();
  const compile = (name: string): Template => {
    const card = cards.get(name);
    if (!card) throw new Error(`There is no card template cards/${name}.json`);
    const template = new Template(card);
    compiled.set(name, template);
    return template;
  };
  return (name, data) => (compiled.get(name) ?? compile(name)).expand({ $root: data }) as Card;
}

function readJsonFiles(folder: string): Map<string, unknown> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown]),
  );
}

function assemble(node: unknown, parts: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(node)) return node.flatMap((item) => assemble(item, parts));
  if (typeof node !== 'object' || node === null) return node;
  const { $part, ...own } = node as Record<string, unknown>;
  const entries = Object.entries(own).map(([key, value]) => [key, assemble(value, parts)]);
  if (typeof $part !== 'string') return Object.fromEntries(entries);
  if (!parts.has($part)) throw new Error(`There is no card part cards/parts/${$part}.json`);
  const part = assemble(parts.get($part), parts);
  if (Array.isArray(part)) return part;
  return { ...(part as object), ...Object.fromEntries(entries) };
}
