/** One element, action, input, column … of an Adaptive Card, as it stands in the card's JSON. */
export type CardNode = Record<string, unknown>;
export type Card = CardNode & { type: 'AdaptiveCard' };
export type Button = CardNode & { type: `Action.${string}`; title?: string; verb?: string; data?: CardNode };
export type Input = CardNode & {
  type: `Input.${string}`;
  id: string;
  label?: string;
  value?: string;
  isRequired?: boolean;
};
export interface Choice {
  title: string;
  value: string;
}

/** Everything that Adaptive Cards 1.5 knows; a client of that version shows the `fallback` of anything else. */
const knownIn15 = new Set(
  [
    ['AdaptiveCard', 'ActionSet', 'Column', 'ColumnSet', 'Container', 'FactSet', 'Image', 'ImageSet', 'Media'],
    ['RichTextBlock', 'Table', 'TableCell', 'TableRow', 'TextBlock', 'TextRun'],
    ['Input.ChoiceSet', 'Input.Date', 'Input.Number', 'Input.Text', 'Input.Time', 'Input.Toggle', 'Data.Query'],
    ['Action.Execute', 'Action.OpenUrl', 'Action.ShowCard', 'Action.Submit', 'Action.ToggleVisibility'],
  ].flat(),
);

/** Members that hold no part of what is drawn: hidden data, and what older clients or Teams itself read. */
const notDrawn = new Set([
  'data',
  'fallback',
  'refresh',
  'authentication',
  'msteams',
  'requires',
  'metadata',
  'choices.data',
]);

/** Members whose `type`s name something else than a part of a card. */
const opaque = new Set(['data', 'msteams', 'authentication']);

export const isNode = (value: unknown): value is CardNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for elements and actions that came after Adaptive Cards 1.5, such as Chart.* and Badge. */
export const isNewer = (node: CardNode): boolean => typeof node.type === 'string' && !knownIn15.has(node.type);

/** Every typed part of the card in reading order, the card itself first; hidden parts too, fallbacks not. */
export function* nodesOf(card: unknown, enter: (node: CardNode) => boolean = () => true): Generator<CardNode> {
  if (Array.isArray(card)) for (const item of card) yield* nodesOf(item, enter);
  if (!isNode(card) || !enter(card)) return;
  if (typeof card.type === 'string') yield card;
  const members = Object.keys(card).filter((key) => !notDrawn.has(key) && key !== 'actions');
  for (const member of [...members, 'actions']) yield* nodesOf(card[member], enter);
}

/** The card as a client of version 1.5 takes it: newer parts replaced by their fallback, or left out. */
export function asShownIn15<T>(part: T): T {
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown).filter((item) => item !== undefined);
    if (!isNode(value)) return value;
    if (isNewer(value)) return isNode(value.fallback) ? shown(value.fallback) : undefined;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, opaque.has(key) ? it : shown(it)]));
  };
  return shown(part) as T;
}

/** As it is for good, with all that is in it: who changes it all the same gets an error. */
function fixed<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) fixed(part);
  return value;
}

/**
 * What `look` makes of a card, looked at once: in a chat everybody sees all its cards each time that they look for a button.
 * So a card that has been looked at cannot be changed; another one takes its place.
 */
function once<T>(look: (card: unknown) => readonly T[]): (card: unknown) => T[] {
  const seen = new WeakMap<object, readonly T[]>();
  return (card) => {
    if (!isNode(card)) return [...look(card)];
    const known = seen.get(card) ?? look(fixed(card)).map(fixed);
    seen.set(card, known);
    return [...known];
  };
}

/** Every action of the card, wherever it stands: card, ActionSets, tappable parts. */
export const buttonsOf = once((card): Button[] =>
  [...nodesOf(asShownIn15(card))].filter((node): node is Button => String(node.type).startsWith('Action.')),
);

/** The Action.Execute with this title. Throws with the titles that there are. */
export function button(card: unknown, title: string): Button {
  const executes = buttonsOf(card).filter(({ type }) => type === 'Action.Execute');
  const found = executes.find((it) => it.title === title);
  if (found === undefined) {
    throw new Error(`No button "${title}". There are: ${executes.map((it) => `"${it.title}"`).join(', ') || 'none'}.`);
  }
  return found;
}

export function inputsOf(card: unknown): Input[] {
  return [...nodesOf(asShownIn15(card))].filter((node): node is Input => String(node.type).startsWith('Input.'));
}

export const choicesOf = (input: CardNode): Choice[] =>
  Array.isArray(input.choices) ? (input.choices as Choice[]) : [];

/** What a reader sees of each kind of element, in the element's own order. */
const wordsIn: Record<string, (node: CardNode) => unknown[]> = {
  TextBlock: ({ text }) => [text],
  RichTextBlock: ({ inlines }) => [
    (Array.isArray(inlines) ? inlines : []).map((run) => (isNode(run) ? run.text : run)).join(''),
  ],
  FactSet: ({ facts }) => (Array.isArray(facts) ? facts.flatMap((fact) => [fact.title, fact.value]) : []),
  'Input.Text': ({ label, value, placeholder }) => [label, value || placeholder],
  'Input.Number': ({ label, value, placeholder }) => [label, value ?? placeholder],
  'Input.Date': ({ label, value }) => [label, value],
  'Input.Time': ({ label, value }) => [label, value],
  'Input.Toggle': ({ label, title }) => [label, title],
  'Input.ChoiceSet': (input) => {
    const chosen = String(input.value ?? '').split(',');
    const seen = choicesOf(input).filter(({ value }) => input.style === 'expanded' || chosen.includes(value));
    return [input.label, ...(seen.length > 0 ? seen.map(({ title }) => title) : [input.placeholder])];
  },
};

/**
 * All text of the card in reading order, one string per block, fact or input part; buttons are for `buttonsOf`.
 * What `isVisible: false` hides is left out unless `hidden` is set.
 */
export const textsOf = (card: unknown, { hidden = false } = {}): string[] =>
  hidden ? allTextsOf(card) : seenTextsOf(card);

const allTextsOf = once((card) => textsIn(card, () => true));
const seenTextsOf = once((card) => textsIn(card, ({ isVisible }) => isVisible !== false));

const textsIn = (card: unknown, enter: (node: CardNode) => boolean): string[] =>
  [...nodesOf(asShownIn15(card), enter)]
    .flatMap((node) => wordsIn[String(node.type)]?.(node) ?? [])
    .filter((words) => words !== undefined && words !== null && words !== '')
    .map(String);
