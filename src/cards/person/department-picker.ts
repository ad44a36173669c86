import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { placeField } from '../organisation/place-field.js';
import { button } from '../verbs.js';

/**
 * Asks where the person works, for whoever needs to know it first; the press turns it into what they asked for, or the welcome.
 * `written`: what they wrote last, which names no place or several.
 */
export function departmentPicker(context: CardContext, wanted?: 'leader', written?: string): Drawn {
  const card = context.draw('form', {
    heading: context.t('department.question'),
    about: context.t('department.why'),
    fault: written ? [{ text: context.t('refusal.unknownDepartment') }] : [],
    fields: [placeField(context, context.t('department.label'), written)],
    buttonRows: buttonRows([
      button(context.t('button.pickPlace'), 'pickDepartment', wanted ? { wanted } : {}, { style: 'positive' }),
    ]),
  });
  return { card, summary: context.t('department.summary') };
}
