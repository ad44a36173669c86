import { firstOf, isAwaited, type Rank } from '../../rank.js';
import { type IdeaEvent, meaningOf } from '../events.js';
import { takesAway } from '../reading/out-of-sight.js';
import type { Audience } from './audiences.js';
import { audiencesOf } from './notices.js';

/** How soon a notice goes out, by whom it is for: whoever decides, whoever is asked or has asked, and all who only hear of it. */
const rankFor: { readonly [A in Audience]: Rank } = {
  deciders: 'decision',
  funder: 'decision',
  waitedFor: 'decision',
  invited: 'decision',
  answerers: 'decision',
  submitter: 'answer',
  joined: 'answer',
  driver: 'answer',
  doer: 'answer',
  owner: 'answer',
  successor: 'answer',
  checkers: 'answer',
  consulted: 'answer',
  leader: 'answer',
  granter: 'answer',
  added: 'answer',
  asker: 'answer',
  adopters: 'answer',
  users: 'news',
  commenter: 'answer',
  reporters: 'answer',
  concerned: 'news',
  managers: 'news',
  formerDeciders: 'news',
  partners: 'news',
  needing: 'news',
  sharing: 'news',
  followers: 'news',
};

/**
 * Whether the event is news that may wait for more of the same idea, to be told together with it: of what changes neither
 * stage nor whom the idea waits for, and asks nobody.
 */
export const gathers = (event: Pick<IdeaEvent, 'type'>): boolean => meaningOf(event).gathers === true;

/** How soon somebody hears of an event, as one of those whom it concerns. */
export const rankOf = (event: Pick<IdeaEvent, 'type'>, as: Audience): Rank => (gathers(event) ? 'news' : rankFor[as]);

/** How soon the event itself is told of: as soon as the first of those who hear of it. Nobody reads on what is taken away. */
export const rankOfEvent = (event: IdeaEvent): Rank =>
  firstOf([
    ...audiencesOf(event).map((as) => rankOf(event, as)),
    ...(takesAway(event) ? (['answer'] as const) : []),
    'news',
  ]);

/** Whether some of those who hear of it are told before others, who only hear of it: there may be thousands of them. */
export const isNewsToSome = (event: IdeaEvent): boolean =>
  audiencesOf(event).some((as) => !isAwaited(rankOf(event, as)));
