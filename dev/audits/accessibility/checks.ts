import { asShownIn15, type CardNode, choicesOf } from '../../../testing/cards/nodes';
import { hasWord, isFolded, type Placed, placedParts } from './card-parts';
import { contrastFaults } from './contrast';

/** Words that say nothing to somebody who hears the buttons of a card read out one after the other. */
const sayNothing =
  /^(här|här:|klicka|klicka här|mer|läs mer|ok|länk|here|click|click here|more|read more|link|submit)$/i;

const isAction = ({ node }: Placed): boolean => String(node.type).startsWith('Action.');
const isButton = (placed: Placed): boolean => isAction(placed) && placed.within.at(-1)?.selectAction !== placed.node;
const isText = ({ node }: Placed): boolean => node.type === 'TextBlock' || node.type === 'TextRun';
const isInput = ({ node }: Placed): boolean => String(node.type).startsWith('Input.');
const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What is wrong with one part, a sentence each; `node` and what it stands in. */
const partChecks: readonly ((placed: Placed) => string[])[] = [
  contrastFaults,
  ({ node }) => (isInputWithout(node, 'label') ? [`the field ${node.id} has no label`] : []),
  ({ node }) =>
    node.isRequired === true && words(node.errorMessage) === ''
      ? [`the required field "${node.label}" does not say what is missing`]
      : [],
  ({ node }) => (node.type === 'Image' && words(node.altText) === '' ? ['an image has no alternative text'] : []),
  (placed) =>
    isAction(placed) && (!hasWord(words(placed.node.title)) || sayNothing.test(words(placed.node.title)))
      ? [`the button "${placed.node.title}" does not say what it does`]
      : [],
  (placed) =>
    isText(placed) && isCut(placed.node) ? [`"${words(placed.node.text)}" may be cut: it neither wraps nor fits`] : [],
  (placed) => (onlyColour(placed) ? [`"${words(placed.node.text)}" is told by its colour alone`] : []),
  ({ node }) =>
    node.type === 'Input.ChoiceSet' && choicesOf(node).some(({ title }) => words(title) === '')
      ? [`a choice of "${node.label}" has no name`]
      : [],
];

const isInputWithout = (node: CardNode, member: string): boolean =>
  String(node.type).startsWith('Input.') && words(node[member]) === '';

/** A short line may do without wrapping: a number or a single word. */
const isCut = ({ type, text, wrap }: CardNode): boolean =>
  type === 'TextBlock' && wrap !== true && /\s/.test(words(text)) && words(text).length > 24;

const telling = /^(good|warning|attention)$/i;

/** A colour that means something stands on words, or in a row with words. */
function onlyColour({ node, within }: Placed): boolean {
  if (!telling.test(String(node.color ?? ''))) return false;
  const row = within.findLast(({ type }) => type === 'ColumnSet') ?? node;
  return ![...placedParts(row)].some((placed) => isText(placed) && hasWord(words(placed.node.text)));
}

/**
 * What would keep somebody from using the card, a sentence each; none where all can. What axe-core finds on the drawn
 * card comes beside (gallery/page/check-card.js); this is what it cannot know. The limits: at most six buttons (Teams
 * hides the rest), one of them `positive` (one clear next step).
 */
export function accessibilityFaults(card: unknown, summary: string): string[] {
  const parts = [...placedParts(asShownIn15(card))];
  const seen = parts.filter((placed) => !isFolded(placed));
  const buttons = seen.filter(isButton);
  const positive = buttons.filter(({ node }) => node.style === 'positive');
  return [
    ...parts.flatMap((placed) => partChecks.flatMap((check) => check(placed))),
    ...(words(summary) === '' ? ['there is no summary for notifications and screen readers'] : []),
    ...(buttons.length > 6 ? [`there are ${buttons.length} buttons, more than 6`] : []),
    ...(positive.length > 1 ? [`there are ${positive.length} next steps: ${titles(positive)}`] : []),
    ...sameName(seen.filter(isAction)).map((name) => `two buttons are called "${name}" and do different things`),
    ...twice(parts.filter(isInput).map(({ node }) => words(node.id))).map((id) => `two fields are called ${id}`),
    ...unknownTargets(parts),
    ...firstIsNoHeading(seen),
  ];
}

const titles = (placed: readonly Placed[]): string => placed.map(({ node }) => node.title).join(', ');

/** Two buttons may say the same where their tooltips tell them apart ("Chatta", with whom). */
const nameOf = ({ node }: Placed): string => [words(node.title), words(node.tooltip)].filter(Boolean).join(': ');

/** Two rows may open the same idea; the same name for something else would mislead. */
function sameName(actions: readonly Placed[]): string[] {
  const different = new Map(
    actions.map((placed) => [JSON.stringify([nameOf(placed), doingOf(placed)]), nameOf(placed)]),
  );
  return twice([...different.values()]);
}

const doingOf = ({ node: { verb, data, url, targetElements } }: Placed): unknown => [verb, data, url, targetElements];

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

/** Folding names the parts that it shows and hides; one that is not there would leave a dead button. */
function unknownTargets(parts: readonly Placed[]): string[] {
  const ids = new Set(parts.map(({ node }) => node.id));
  return parts.flatMap(({ node }) =>
    (Array.isArray(node.targetElements) ? node.targetElements : [])
      .filter((target) => !ids.has(target))
      .map((target) => `"${node.title}" shows ${target}, which is not there`),
  );
}

/** Whoever hears the card hears first what it is, never a button or a field. */
function firstIsNoHeading(seen: readonly Placed[]): string[] {
  const first = seen.find((placed) => isText(placed) || isInput(placed) || isButton(placed));
  return first && isText(first) ? [] : ['it does not begin with words'];
}
