import type { PublishRefusal } from '../../app/challenge/publish-challenge.js';
import type { Challenge, ChallengeOffers } from '../../domain/challenge/challenge.js';
import type { ListedChallenge } from '../../domain/challenge/reading.js';
import { challengeLimits } from '../../domain/challenge/words.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { shortPlaceName } from '../places.js';

/** Who asks: a department by its name, or the whole municipality. */
export const whoseName = (context: CardContext, { department }: Pick<Challenge, 'department'>): string =>
  department === undefined ? context.t('challenge.municipality') : shortPlaceName(context, { department });

/** "14 december". */
export const dateText = ({ language, today }: CardContext, day: Challenge['answerBy']): string =>
  dayText(day, language, today);

/** What is offered, a line each. */
export const offerLines = (context: CardContext, { time, place, money, person }: ChallengeOffers): string[] => [
  ...(time ? [context.t('challenge.offer.time')] : []),
  ...(place ? [context.t('challenge.offer.place')] : []),
  ...(money === undefined ? [] : [context.t('challenge.offer.money', { amount: amountText(context, money) })]),
  ...(person ? [context.t('challenge.offer.person')] : []),
];

/** What stands above its title: what it waits for, or how it ended. */
export const stageText = (context: CardContext, { stage, answerBy }: Pick<Challenge, 'stage' | 'answerBy'>): string =>
  context.t(`challenge.head.${stage}`, { date: dateText(context, answerBy) });

/** Its title; that it is hidden, of one whose words are shown to nobody. */
export const titleOf = ({ t }: CardContext, { title, hidden }: Pick<ListedChallenge, 'title' | 'hidden'>): string =>
  hidden || title === '' ? t('challenge.hidden') : title;

/** Why something was not done, in words for the one who met it. */
export function challengeRefusal({ t }: CardContext, refusal: PublishRefusal): string {
  const most = 'most' in refusal ? refusal.most : 0;
  if (!('field' in refusal)) return t(`challenge.refusal.${refusal.code}`, { most });
  const field = t(`challenge.field.${refusal.field === 'reason' ? 'reason.withdraw' : refusal.field}`);
  const limit = refusal.field in challengeLimits ? challengeLimits[refusal.field as keyof typeof challengeLimits] : 0;
  return t(`challenge.refusal.${refusal.code}`, { field, limit });
}
