import { isTextKey } from '../../../text/index.js';
import type { CardContext } from '../../card-context.js';
import { groupOf, type MenuGroup, menuGroups } from '../../idea-order.js';
import type { Color } from '../../layouts/parts.js';
import type { Line } from '../../paragraphs.js';
import type { Button } from '../../verbs.js';
import type { OfferName } from './tables.js';

/** A step that stands behind "Fler val". */
export interface MenuStep {
  offer: OfferName;
  press: Button;
}

/** What takes something away looks like no other step, in either theme: red text could not be read in the dark one. */
const lookOf = (group: MenuGroup): { style: string; color: Color } =>
  group === 'end' ? { style: 'emphasis', color: 'Default' } : { style: 'default', color: 'Accent' };

/** For parts/menu.json: the steps by group, each with a line on what it does where its name does not say. A group without any is left out. */
export function menuOf({ t }: CardContext, steps: readonly MenuStep[]) {
  const hintOf = (offer: OfferName): Line[] => {
    const key = `menu.hint.${offer}`;
    return isTextKey(key) ? [{ text: t(key) }] : [];
  };
  const choicesIn = (group: MenuGroup) =>
    steps
      .filter(({ offer }) => groupOf(offer) === group)
      .map(({ offer, press }) => ({ press, hint: hintOf(offer), color: lookOf(group).color }));
  return {
    heading: t('panel.more.title'),
    groups: menuGroups
      .map((group) => ({ heading: t(`menu.${group}`), choices: choicesIn(group), style: lookOf(group).style }))
      .filter(({ choices }) => choices.length > 0),
  };
}
