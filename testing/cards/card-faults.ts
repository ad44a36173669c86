import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';
import { MOST_CARD_BYTES } from '../../src/cards/layouts/fitting';
import { asShownIn15, type CardNode, isNewer, isNode } from './nodes';

// The package's main entry is an ES module that Node does not load; this bundle is the same code.
const vendor: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

export interface CheckOptions {
  /** The card's JSON in UTF-8. */
  maxBytes?: number;
  /** What people typed, which may hold `${…}` and must stay as typed. */
  typed?: readonly string[];
}

/** Members that Teams takes and the 1.5 schema does not know; clients that do not know them ignore them. */
const takenByTeams: Record<string, string> = {
  targetWidth: 'responsive layout in Teams: shown only at this width',
  layouts: 'responsive layout in Teams',
  'grid.area': 'place in a responsive layout',
  roundedCorners: 'Teams, on containers and tables',
  showBorder: 'Teams, on containers and tables',
  'choices.data': 'people picker and typeahead, from Adaptive Cards 1.6, in Teams since before',
  msteams: 'full width, mentions and other matters of Teams itself',
};

const {
  $schema: _dialect,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(join(__dirname, 'adaptive-card-1.5.0.json'), 'utf8')) as {
  $schema: string;
  id: string;
  definitions: Record<string, object>;
};

// The schema is written for draft 6, with keywords of its own ("version") and formats that need no proof here.
// Each file of tests compiles it, which takes three times as long with ajv's own optimising.
const reading = { strict: false, validateFormats: false, validateSchema: false, code: { optimize: false } } as const;
const everyFault = new Ajv({ ...reading, allErrors: true }).addSchema(schema, 'card');
/** Says only whether a card is valid, in a small part of the time. */
const isValid = new Ajv(reading).addSchema(schema, 'card').getSchema('card#/definitions/AdaptiveCard');

interface Place {
  node: CardNode;
  path: string;
}

/** Members whose `type`s name no part of a card, or a part that is not drawn. */
const notParts = new Set(['data', 'msteams', 'authentication', 'refresh']);

/** Every typed part of the card, fallbacks too, with its place; what a part contains comes before the part. */
function* partsOf(value: unknown, path = ''): Generator<Place> {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* partsOf(item, `${path}[${at}]`);
  if (!isNode(value)) return;
  for (const [member, it] of Object.entries(value)) {
    if (!notParts.has(member)) yield* partsOf(it, path === '' ? member : `${path}.${member}`);
  }
  if (typeof value.type === 'string') yield { node: value, path };
}

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';
const isInput = ({ type }: CardNode): boolean => String(type).startsWith('Input.');
const tooManyActions = ({ actions }: CardNode): boolean => Array.isArray(actions) && actions.length > 6;

const isBox = (type: unknown): boolean => ['Container', 'Column', 'ColumnSet', 'TableCell'].includes(String(type));
const isBright = (style: unknown): boolean => ['accent', 'good', 'warning', 'attention'].includes(String(style));

/** A line that Markdown takes for an item of a list: its sign or number is not shown. */
const LIST_ITEM = /^\s*(?:\d+[.)]|[-*+])(?:\s|$)/m;

/** What this product asks of a card beyond the format: [fault, where it applies and does not hold]. */
const houseRules: readonly [string, (node: CardNode) => boolean][] = [
  ['has more than 6 actions', tooManyActions],
  ['is an input without label', (node) => isInput(node) && isBlank(node.label)],
  ['is an input without id', (node) => isInput(node) && isBlank(node.id)],
  ['is an image without altText', (node) => node.type === 'Image' && isBlank(node.altText)],
  ['is an Action.ShowCard, into which focus does not move', (node) => node.type === 'Action.ShowCard'],
  ['is newer than Adaptive Cards 1.5 and has no fallback', (node) => isNewer(node) && node.fallback === undefined],
  ['is a container that stays bright in the dark theme', ({ style, type }) => isBox(type) && isBright(style)],
  ['is read as a list', ({ type, text }) => type === 'TextBlock' && LIST_ITEM.test(String(text))],
  ['has no verb', (node) => node.type === 'Action.Execute' && isBlank(node.verb)],
  [
    'has no fallback of type Action.Submit',
    ({ type, fallback }) => type === 'Action.Execute' && (!isNode(fallback) || fallback.type !== 'Action.Submit'),
  ],
];

/**
 * Everything that is wrong with an Adaptive Card for Teams, each with its place; empty when nothing is. Asks the
 * vendor's parser (never skipped), the published JSON schema of version 1.5, and the rules of this product.
 */
export function cardFaults(card: unknown, { maxBytes = MOST_CARD_BYTES, typed = [] }: CheckOptions = {}): string[] {
  if (!isNode(card) || card.type !== 'AdaptiveCard') return ['card: is no AdaptiveCard'];
  return [
    ...wholeCardFaults(card, maxBytes),
    ...unexpanded(card, typed),
    ...[...partsOf(card)].flatMap(({ node, path }) =>
      houseRules.filter(([, broken]) => broken(node)).map(([rule]) => `${name(node, path)} ${rule}`),
    ),
    ...schemaFaults(card),
    ...vendorFaults(card),
  ];
}

function wholeCardFaults(card: CardNode, maxBytes: number): string[] {
  const [major = Number.NaN, minor = Number.NaN] = String(card.version).split('.').map(Number);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...(major === 1 && minor <= 5 ? [] : [`card: has version ${card.version}, and Teams takes 1.0 to 1.5`]),
    ...(bytes <= maxBytes ? [] : [`card: has ${bytes} bytes, more than ${maxBytes}`]),
  ];
}

/** A text without the beginning of what was typed, where it was cut there. */
function withoutCut(text: string, typed: string): string {
  if (!text.endsWith('…')) return text;
  for (let length = typed.length - 1; length > 0; length--) {
    if (text.endsWith(`${typed.slice(0, length)}…`)) return text.slice(0, -length - 1);
  }
  return text;
}

function unexpanded(value: unknown, typed: readonly string[], path = 'card'): string[] {
  if (typeof value === 'string') {
    const written = typed.reduce((rest, words) => withoutCut(rest.replaceAll(words, ''), words), value);
    return written.includes('${') ? [`${path}: has an unexpanded \${ in "${value.slice(0, 80)}"`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, it]) => unexpanded(it, typed, `${path}.${member}`));
}

/** Part by part, innermost first, so that a fault is told once, where it is, and not again for all around it. */
function schemaFaults(card: CardNode): string[] {
  const shown = withoutTeams(asShownIn15(card));
  if (isValid?.(shown)) return [];
  const faulty: string[] = [];
  return [...partsOf(shown)].flatMap(({ node, path }) => {
    const validate = everyFault.getSchema(`card#/definitions/${node.type}`);
    const coveredInside = faulty.some(
      (inner) => path === '' || inner.startsWith(`${path}.`) || inner.startsWith(`${path}[`),
    );
    if (validate === undefined || coveredInside || validate(node)) return [];
    faulty.push(path);
    return [...new Set((validate.errors ?? []).map(said))].map((what) => `${name(node, path)} schema: ${what}`);
  });
}

function said({ instancePath, message, params }: ErrorObject): string {
  const detail = params.additionalProperty ?? params.allowedValues?.join(', ');
  return [instancePath.slice(1), message, detail].filter(Boolean).join(' ');
}

/** A choice that is searched by typing: documented for Adaptive Cards 1.5, shown by Teams, and missing from the 1.5.0 schema. */
const isSearchStyle = ({ type }: CardNode, member: string, it: unknown): boolean =>
  type === 'Input.ChoiceSet' && member === 'style' && it === 'filtered';

/** The card without what only Teams knows. */
function withoutTeams(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTeams);
  if (!isNode(value)) return value;
  const known = Object.entries(value).filter(
    ([member, it]) => !(member in takenByTeams) && !isSearchStyle(value, member, it),
  );
  return Object.fromEntries(known.map(([member, it]) => [member, member === 'data' ? it : withoutTeams(it)]));
}

function vendorFaults(card: CardNode): string[] {
  const context = new vendor.SerializationContext(vendor.Versions.v1_5);
  const parsed = new vendor.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const { UnknownElementType, UnknownActionType, UnsupportedProperty } = vendor.ValidationEvent;
  // Newer parts are judged by their fallback in the house rules; members that Teams takes are listed above.
  const expected = ({ event, message }: (typeof events)[number]): boolean =>
    [UnknownElementType, UnknownActionType].includes(event) ||
    (event === UnsupportedProperty && Object.keys(takenByTeams).some((member) => message.includes(`"${member}"`)));
  return [...events.filter((it) => !expected(it)), ...parsed.validateProperties().validationEvents].map(
    ({ source, message }) =>
      `${source instanceof vendor.CardObject ? source.getJsonTypeName() : 'card'}: parser: ${message}`,
  );
}

function name(node: CardNode, path: string): string {
  const label = node.title ?? node.label ?? node.text ?? node.id;
  return `${path || 'card'} (${node.type}${typeof label === 'string' ? ` "${label.slice(0, 40)}"` : ''}):`;
}
