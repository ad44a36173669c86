import type { ChallengeView } from '../../../app/challenge/challenge-view.js';
import { isChallengeOpenTo } from '../../../domain/challenge/decide.js';
import type { CardContext } from '../../card-context.js';
import { type Button, button } from '../../verbs.js';

/** Whether there is anything to read or to do: an answer has come in, or one can. */
const isOfUse = ({ challenge, roles, outside }: ChallengeView): boolean =>
  outside !== undefined && (outside.answers > 0 || isChallengeOpenTo('takeDownOutside', challenge, roles));

/** What leads from a challenge's card to the answers from outside, for those who may read them. */
export const outsideButtons = ({ t }: CardContext, view: ChallengeView): Button[] =>
  isOfUse(view)
    ? [
        button(
          t('challenge.outside.button', { count: view.outside?.answers ?? 0 }),
          'challengeOutside',
          { challenge: view.challenge.id },
          { inputs: 'none' },
        ),
      ]
    : [];

/** How many have come in, and who leads the talks where something may be bought. */
export const outsideLines = ({ t }: CardContext, outside: ChallengeView['outside']): string[] =>
  outside && outside.answers > 0
    ? [String(outside.answers), ...(outside.buys ? [t('challenge.outside.noPrice')] : [])]
    : [];
