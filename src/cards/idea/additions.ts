import type { Fact, Section } from '../paragraphs.js';
import type { AddedPanels } from './actions/opened.js';
import type { Reading } from './reading.js';

/** What is known of an idea, by its label. None, one or several; what was looked up for it, its room finds with `reading.foundOf`. */
export type IdeaFact = (reading: Reading) => Fact[];

/** What is said of an idea in a few words, under a heading. None or several. */
export type IdeaSection = (reading: Reading) => Section[];

/**
 * What rooms after the idea's put on its card. The idea's room says where it stands and knows none of them: the floor names
 * them (cards/idea-card.ts). What they let people do stands in the floor's register of actions (cards/idea-actions.ts).
 */
export interface IdeaAdditions {
  /** Beneath the idea's own facts, in this order. */
  readonly facts: readonly IdeaFact[];
  /** Above the fold, beneath what the idea's room says there. */
  readonly sections: readonly IdeaSection[];
  /** What stands open on the card when its button has been pressed, by the name that the button's offer `shows`. */
  readonly panels: AddedPanels;
}
