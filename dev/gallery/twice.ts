import { asShownIn15 } from '../../testing/cards/nodes';
import { type Placed, placedParts } from '../audits/accessibility/card-parts';

/** Shorter words may recur: "Ändra", "Hemtjänst". */
const SHORT = 12;
/** So may a day, with its year or without: several things happen on one. */
const DAY = /^\d{1,2} \p{L}+( \d{4})?$/u;

/** Every text that somebody sees on the card once all of it is unfolded: words, labels, names of buttons. */
function seenTexts(card: unknown): string[] {
  return [...placedParts(asShownIn15(card))].flatMap((placed) => {
    const { node } = placed;
    if (node.type === 'TextBlock' || node.type === 'TextRun') return [String(node.text ?? '')];
    if (isButton(placed)) return [String(node.title ?? '')];
    return String(node.type).startsWith('Input.') ? [String(node.label ?? '')] : [];
  });
}

/** A row that can be pressed shows its texts; its own name is for those who hear the card. */
const isButton = ({ node, within }: Placed): boolean =>
  String(node.type).startsWith('Action.') && within.at(-1)?.type === 'ActionSet';

const tidied = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[ ·]+|[ ·]+$/g, '');

/** The texts that stand on the card more than once, but for short words and days. */
export function textsTwice(card: unknown): string[] {
  const seen = new Map<string, number>();
  for (const text of seenTexts(card).map(tidied)) seen.set(text, (seen.get(text) ?? 0) + 1);
  return [...seen].filter(([text, count]) => count > 1 && text.length > SHORT && !DAY.test(text)).map(([text]) => text);
}

/** Where it is meant: on which cards, and why. */
const meant: readonly { cards: RegExp; why: string }[] = [
  {
    cards: /^idea-(step-out|pass-on|grant-part(-hours)?|try-first|hide|nominate)$|^overview-export$/,
    why: 'the button of a form says what its heading says',
  },
  {
    cards: /^(idea-(in-use|spread|share|obstacle-gone-there|improvement-.*)|existing-(used|read))$/,
    why: 'the department whose idea it is may also be the one that uses it',
  },
  {
    cards: /^idea-merge-(proposed|question|twin)$/,
    why: 'two ideas stand side by side, each with its own name and people',
  },
  {
    cards: /^(idea-form|idea-form-of-message|quote|quote-beside-door)$/,
    why: 'of the line with the place and the list to choose another only one is seen',
  },
  { cards: /^existing-(tested|read)$/, why: 'whoever entered it may also lead its test or answer for it' },
  {
    cards: /^idea-close$/,
    why: 'the whole idea is folded away while its beginning stands beside the field that answers it',
  },
  { cards: /^idea-hindered/, why: 'what is in an idea’s way stands among what is known of it, folded away' },
  {
    cards: /^idea-(explored-by-you|driven|stale|part-saved|planning|waits-for-checks|opinions-explored)$/,
    why: 'beside each missing part stands the same way to find it out',
  },
  { cards: /^methods$/, why: 'two methods may fill the same part' },
  { cards: /^idea-why$/, why: 'every decision says what it was a decision on' },
  { cards: /^my-data-page$/, why: 'all that is stored is shown as it is stored' },
  { cards: /^leaders/, why: 'two leaders have the same title' },
  {
    cards:
      /^(my-turn|my-turn-outcome|several-pile-think|week-part|question-progress|day-leader|undertaking-list|meeting-list|overview-plan)$/,
    why: 'what stands in a sample’s list has the same words',
  },
  { cards: /^search$/, why: 'several of the ideas are of one department' },
  { cards: /^answer-offer-several$/, why: 'of two ideas each is told with its name, and chosen by it' },
];

/** What stands twice on a card though nobody means it to. */
export const twiceUnmeant = (name: string, card: unknown): string[] =>
  meant.some(({ cards }) => cards.test(name)) ? [] : textsTwice(card);

/** Exceptions that have nothing left to excuse. */
export const meantInVain = (cards: readonly { name: string; card: unknown }[]): string[] =>
  meant
    .filter((one) => !cards.some(({ name, card }) => one.cards.test(name) && textsTwice(card).length > 0))
    .map(({ why }) => why);
