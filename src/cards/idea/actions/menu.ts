import { isTextKey } from '../../../text/index.js';
import type { Kit } from '../../kit.js';
import type { Color } from '../../layouts/parts.js';
import type { Line } from '../../paragraphs.js';
import type { Button } from '../../verbs.js';
import type { Offer } from './offers.js';

/** What "Fler val" holds, by what it is about: deciding, bringing others in, following, and last what takes something away. */
export const menuGroups = {
  decide: [
    ...(['acceptMerge', 'declineMerge', 'acceptJoining', 'declineJoining', 'answer', 'grantPart'] as const),
    ...(['reportDone', 'doNow', 'plan', 'submitPlan', 'approvePlan', 'sendBack', 'takeBack', 'noteDecision'] as const),
    ...([
      'submitResult',
      'endTest',
      'useHere',
      'scale',
      'extend',
      'backToTest',
      'spread',
      'adopt',
      'tryFirst',
      'notNow',
    ] as const),
    ...(['followUp', 'passOn', 'merge', 'reopen', 'edit', 'openToAll', 'show', 'answerReport'] as const),
  ],
  involve: [
    ...(['ask', 'askOwner', 'nameDriver', 'nameOwner', 'invite', 'concern', 'addCoSubmitter'] as const),
    ...(['reportProgress', 'comment', 'thank'] as const),
  ],
  follow: ['follow', 'unfollow', 'into', 'history', 'readHidden', 'report'],
  end: ['close', 'stopUsing', 'stepOut', 'withdraw', 'withholdWords', 'hide'],
} as const satisfies Record<string, readonly Offer[]>;

export type MenuGroup = keyof typeof menuGroups;
const groups = Object.keys(menuGroups) as MenuGroup[];

/** The same in its order. */
export const menu: readonly Offer[] = groups.flatMap((group): readonly Offer[] => menuGroups[group]);

/** A step that stands behind "Fler val". */
export interface MenuStep {
  offer: Offer;
  press: Button;
}

/** A step of a role's own that found no room on the card is a decision of theirs. */
const groupOf = (offer: Offer): MenuGroup =>
  groups.find((group) => menuGroups[group].some((one) => one === offer)) ?? 'decide';

/** What takes something away looks like no other step, in either theme: red text could not be read in the dark one. */
const lookOf = (group: MenuGroup): { style: string; color: Color } =>
  group === 'end' ? { style: 'emphasis', color: 'Default' } : { style: 'default', color: 'Accent' };

/** For parts/menu.json: the steps by group, each with a line on what it does where its name does not say. A group without any is left out. */
export function menuOf({ say }: Kit, steps: readonly MenuStep[]) {
  const hintOf = (offer: Offer): Line[] => {
    const key = `menu.hint.${offer}`;
    return isTextKey(key) ? [{ text: say(key) }] : [];
  };
  const choicesIn = (group: MenuGroup) =>
    steps
      .filter(({ offer }) => groupOf(offer) === group)
      .map(({ offer, press }) => ({ press, hint: hintOf(offer), color: lookOf(group).color }));
  return {
    heading: say('panel.more.title'),
    groups: groups
      .map((group) => ({ heading: say(`menu.${group}`), choices: choicesIn(group), style: lookOf(group).style }))
      .filter(({ choices }) => choices.length > 0),
  };
}
