import { nominatePanel } from './award/nominate-panel.js';
import type { CardContext, Drawn } from './card-context.js';
import { answersFact } from './challenge/answers-fact.js';
import { groupFact } from './group/group-fact.js';
import { type IdeaCardProps, ideaCardWith } from './idea/idea-card.js';
import { roomForTests } from './idea/lists/tests-here.js';
import { improvementOnIdea } from './improvement/improvement-fact.js';
import { improvementPanel } from './improvement/improvement-panel.js';
import { obstacleFact } from './obstacle/obstacle-fact.js';
import { obstaclePanel } from './obstacle/obstacle-panel.js';
import { sharePanel } from './sharing/share-panel.js';

export type { IdeaCardProps } from './idea/idea-card.js';

/** What rooms after the idea's put on its card: one line each (idea/additions.ts says what that may be). */
const composed = ideaCardWith({
  facts: [improvementOnIdea, answersFact, obstacleFact, groupFact],
  sections: [roomForTests],
  panels: { nominate: nominatePanel, improvement: improvementPanel, obstacle: obstaclePanel, shareOut: sharePanel },
});

/** The idea card: one idea as one reader may see it, with what they can do. Receipts and notices are cuts of it. */
export function ideaCard(context: CardContext, view: IdeaCardProps): Drawn {
  return composed(context, view);
}
