import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { CardData, LayoutName } from './layouts/cards.js';

/** A finished Adaptive Card, ready to be sent. */
export type Card = { type: 'AdaptiveCard'; [key: string]: unknown };
const FOLDER = join(__dirname, '..', '..', 'cards');

/** The layouts as they lie in the rooms of cards/, by the names of their files. What lies in a folder `parts` is a part. */
export interface Layouts {
  cards: ReadonlyMap<string, unknown>;
  parts: ReadonlyMap<string, unknown>;
}

/** Throws where two have the same name. */
export function readLayouts(): Layouts {
  const cards = new Map<string, unknown>();
  const parts = new Map<string, unknown>();
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const [layouts, name] = [dirname(file).split(sep).includes('parts') ? parts : cards, basename(file, '.json')];
    if (layouts.has(name)) throw new Error(`Two layouts of cards/ are called ${name}.json`);
    layouts.set(name, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  }
  return { cards, parts };
}

/** Draws a card, filled with what its layout binds. */
export type Draw = <Name extends LayoutName>(name: Name, data: CardData[Name]) => Card;

/**
 * The card templates of cards/, read once and each compiled at its first use (compiling takes milliseconds, filling less
 * than one): all of them at once would be a seventh of the bot's start.
 * `{ "$part": "turn-band" }` stands for the part turn-band.json, so that what looks the same on two cards is one file;
 * other keys beside `$part` (`$when`, `$data`, `spacing`) are laid over the part.
 */
export function loadTemplates(): Draw {
  const { cards: layouts, parts } = readLayouts();
  const cards = new Map([...layouts].map(([name, json]) => [name, assemble(json, parts) as object]));
  const compiled = new Map<string, Template>();
  const compile = (name: string): Template => {
    const card = cards.get(name);
    if (!card) throw new Error(`There is no card template ${name}.json in cards/`);
    const template = new Template(card);
    compiled.set(name, template);
    return template;
  };
  return (name, data) => (compiled.get(name) ?? compile(name)).expand({ $root: data }) as Card;
}

function assemble(node: unknown, parts: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(node)) return node.flatMap((item) => assemble(item, parts));
  if (typeof node !== 'object' || node === null) return node;
  const { $part, ...own } = node as Record<string, unknown>;
  const entries = Object.entries(own).map(([key, value]) => [key, assemble(value, parts)]);
  if (typeof $part !== 'string') return Object.fromEntries(entries);
  if (!parts.has($part)) throw new Error(`There is no card part ${$part}.json in cards/`);
  const part = assemble(parts.get($part), parts);
  if (Array.isArray(part)) return part;
  return { ...(part as object), ...Object.fromEntries(entries) };
}
