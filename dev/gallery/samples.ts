import type { CardRow } from './card-row';
import { hoursCards } from './samples/agreement/hours-cards';
import { registryCards } from './samples/archive/registry-cards';
import { capabilityCards } from './samples/capability/capability-cards';
import { outsideCards } from './samples/challenge/outside-cards';
import { challengeCards } from './samples/challenge-cards';
import { dayCards } from './samples/day-cards';
import { opinionCards } from './samples/deciding/opinion-cards';
import { draftCards } from './samples/draft/draft-cards';
import { existingCards } from './samples/existing-cards';
import { figuresCards } from './samples/figures/figures-cards';
import { groupCards } from './samples/group/group-cards';
import { helpCards } from './samples/helping/help-cards';
import { ideaCards } from './samples/idea-cards';
import { improvementCards } from './samples/improvement/improvement-cards';
import { listCards } from './samples/list-cards';
import { meetingCards } from './samples/meeting/meeting-cards';
import { methodCards } from './samples/method/method-cards';
import { noticeCards } from './samples/notice-cards';
import { obstacleCards } from './samples/obstacle/obstacle-cards';
import { officeCards } from './samples/person/office-cards';
import { peopleCards } from './samples/person/people-cards';
import { postsCards } from './samples/person/posts-cards';
import { privacyCards } from './samples/privacy-cards';
import { queueCards } from './samples/queue-cards';
import { sameProblemCards } from './samples/same-problem-cards';
import { searchCards } from './samples/search-cards';
import { talkCards } from './samples/talk-cards';
import { awardCards } from './samples/telling/award-cards';
import { sharingCards } from './samples/telling/sharing-cards';
import { tellingCards } from './samples/telling/telling-cards';
import { typedCards } from './samples/typed-cards';
import { undertakingCards } from './samples/undertaking/undertaking-cards';
import { solutionCards } from './samples/use/solution-cards';
import { wayCards } from './samples/way-cards';

/**
 * Every card that the bot can show, each in four samples. A new card is a row here: test/dev/gallery names the functions of
 * src/cards that have none.
 */
export const cardRows: Readonly<Record<string, CardRow>> = {
  ...ideaCards,
  ...wayCards,
  ...opinionCards,
  ...hoursCards,
  ...noticeCards,
  ...listCards,
  ...dayCards,
  ...queueCards,
  ...peopleCards,
  ...officeCards,
  ...postsCards,
  ...privacyCards,
  ...sameProblemCards,
  ...searchCards,
  ...draftCards,
  ...existingCards,
  ...challengeCards,
  ...outsideCards,
  ...improvementCards,
  ...registryCards,
  ...awardCards,
  ...helpCards,
  ...sharingCards,
  ...tellingCards,
  ...figuresCards,
  ...capabilityCards,
  ...methodCards,
  ...obstacleCards,
  ...groupCards,
  ...meetingCards,
  ...undertakingCards,
  ...solutionCards,
  ...talkCards,
  ...typedCards,
};
