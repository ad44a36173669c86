import { type Help, type HelpArea, isHelpOpen } from '../../domain/helping/help.js';
import { type Helper, isFree } from '../../domain/helping/helper.js';
import type { PersonRef } from '../../domain/person/person.js';
import { addDays, type Day, type Week } from '../../domain/time.js';
import { prefixRange } from '../keys.js';
import type { RecordLists } from '../record/record-rows.js';

export const helpKey = (idea: string, name: string) => `help|${idea}|${name}`;
export const helpsOf = (idea: string) => prefixRange(`help|${idea}|`);

/** At which the clock looks until a day, the oldest first. */
const dueKey = ({ due, idea, name }: Help) => `helpDue|${due}|${idea}|${name}`;
export const helpsDue = (today: Day) => ({ from: 'helpDue|', to: `helpDue|${addDays(today, 1)}` });

const placeKey = ({ idea, place }: Help) => `helpPlace|${idea}|${place}`;
export const placesOf = (idea: string) => prefixRange(`helpPlace|${idea}|`);

export const helpThanked = (week: Week, department: string) => prefixRange(`helpThanked|${week}|${department}|`);

export const helperKey = (person: PersonRef) => `helper|${person}`;
export const everyHelper = prefixRange('helper|');

/** Digits enough for how many times anybody is asked. */
const DIGITS = 6;
const listKey = (area: HelpArea, { asked, person }: Helper) =>
  `helps|${area}|${String(asked).padStart(DIGITS, '0')}|${person}`;
/** Who can be asked now in an area, whoever was asked least first. */
export const helpersIn = (area: HelpArea) => prefixRange(`helps|${area}|`);

const restKey = (day: Day, person: PersonRef) => `helpRest|${day}|${person}`;
export const helpersRested = (today: Day) => ({ from: 'helpRest|', to: `helpRest|${addDays(today, 1)}` });

/** What somebody has had with questions for help, for themselves. */
const heldKey = (person: PersonRef, { idea, name }: Help) => `helpOf|${person}|${idea}|${name}`;
export const helpHeldBy = (person: PersonRef) => prefixRange(`helpOf|${person}|`);

/** Of each who is named in it, as what; its line is whoever's who wrote it. */
function heldRows(help: Help): RecordLists {
  const { by, helper, asked, desk, on, line } = help;
  const others = [...new Set([...asked, ...desk, ...(helper === undefined ? [] : [helper])])];
  return {
    ...Object.fromEntries(
      others.map((ref) => [heldKey(ref, help), { on, as: ref === helper ? 'helps' : 'asked' }] as const),
    ),
    [heldKey(by, help)]: { on, as: 'asks', line },
  };
}

/** Where a question stands in lists. Pure. */
export function listsOfHelp(help: Help): RecordLists {
  const { toldIn, helper, thanks, idea, name } = help;
  return {
    [dueKey(help)]: {},
    ...heldRows(help),
    ...(isHelpOpen(help) && { [placeKey(help)]: { name } }),
    ...(toldIn &&
      helper !== undefined &&
      thanks !== undefined && {
        [`helpThanked|${toldIn.week}|${toldIn.department}|${idea}|${name}`]: {
          ...{ helper, thanks },
          ...(toldIn.unit !== undefined && { unit: toldIn.unit }),
        },
      }),
  };
}

/** Where somebody who can help stands in lists: among those who can be asked, and by the day on which they can be again. Pure. */
export const listsOfHelper = (helper: Helper): RecordLists => ({
  ...(isFree(helper) && Object.fromEntries(helper.areas.map((area) => [listKey(area, helper), {}]))),
  ...(helper.restUntil !== undefined && { [restKey(helper.restUntil, helper.person)]: {} }),
});

export const columnsOfHelp = ({ idea, name, asked, desk, no, tell, toldIn, ...columns }: Help) => ({
  rowKey: helpKey(idea, name),
  ...columns,
  ...{ asked: JSON.stringify(asked), desk: JSON.stringify(desk), no: JSON.stringify(no), tell: JSON.stringify(tell) },
  ...toldIn,
});

export const columnsOfHelper = ({ person, areas, pending, open, ...columns }: Helper) => ({
  rowKey: helperKey(person),
  ...columns,
  ...{ areas: JSON.stringify(areas), pending: JSON.stringify(pending), open: JSON.stringify(open) },
});
