import type { Activity, Attachment } from '../teams/activity';
import { type Button, buttonsOf, type Card, nodesOf, textsOf } from './nodes';

export * from './nodes';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** The buttons of a card, without the rows of its lists that can be pressed too. */
export const buttonsBelow = (card: Card): Button[] =>
  [...nodesOf(card)].filter(({ type }) => type === 'ActionSet').flatMap((set) => buttonsOf(set));

/** The Adaptive Cards attached to a message. */
export function cardsIn(activity: Partial<Activity>): Card[] {
  return (activity.attachments ?? [])
    .filter(({ contentType }: Attachment) => contentType === adaptiveCardType)
    .map(({ content }: Attachment) => content as Card);
}

/** Everything that a message says: its own text, then the text of its cards. */
export function wordsOf(activity: Partial<Activity>): string[] {
  return [...(activity.text ? [activity.text] : []), ...cardsIn(activity).flatMap((card) => textsOf(card))];
}
