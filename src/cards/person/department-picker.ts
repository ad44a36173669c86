import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { placeField } from '../places.js';
import { button } from '../verbs.js';

/** Asks where the person works, for whoever needs to know it first; the press turns it into what they asked for, or the welcome. */
export function departmentPicker(kit: Kit, wanted?: 'leader'): Drawn {
  const card = kit.draw('department-picker', {
    question: kit.say('department.question'),
    why: kit.say('department.why'),
    fields: [placeField(kit, kit.say('department.label'))],
    buttonRows: buttonRows([
      button(kit.say('button.pickPlace'), 'pickDepartment', wanted ? { wanted } : {}, { style: 'positive' }),
    ]),
  });
  return { card, summary: kit.say('department.summary') };
}
