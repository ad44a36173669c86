import type { PersonRef } from '../person/person.js';
import { addDays, addMonths, type Day, laterOf } from '../time.js';
import type { Help, HelpArea } from './help.js';

/** In so many areas somebody helps. */
export const MOST_AREAS = 3;
/** So many hours a month somebody can choose to help; a question is of about an hour. */
export const helpHours = ['1', '2', '4'] as const;
export type HelpHours = (typeof helpHours)[number];
/** As long as fewer have said that they can help, nobody is asked: in a small municipality everybody would know who it is. */
export const FEWEST_HELPERS = 5;

/** So many somebody helps at a time, and so many questions wait for their answer. */
const MOST_OPEN = 2;
/** Who has said "Inte nu" so many times in a row is asked again after so many days. */
const DECLINES = 3;
const REST_DAYS = 90;

/** Somebody who has said that they can help. */
export interface Helper {
  person: PersonRef;
  areas: readonly HelpArea[];
  hours: HelpHours;
  /** Their manager may read, in the week, that they have helped. */
  tellsManager?: true;
  /** How many times they have been asked, and have said no in a row. */
  asked: number;
  declines: number;
  /** How many times they have said yes in the month, `2026-11`. */
  month: string;
  helped: number;
  /** What waits for their answer, and with what they help: idea and question in one name. */
  pending: readonly string[];
  open: readonly string[];
  /** They are asked again on this day. */
  restUntil?: Day;
}

/** What somebody says of what they can help with. */
export type HelpOffer = Pick<Helper, 'areas' | 'hours' | 'tellsManager'>;

export const newHelper = (person: PersonRef, today: Day): Omit<Helper, keyof HelpOffer> => ({
  ...{ person, asked: 0, declines: 0, month: monthOf(today), helped: 0, pending: [], open: [] },
});

/** Whether they can be asked now. */
export const isFree = ({ pending, open, restUntil }: Helper): boolean =>
  restUntil === undefined && open.length < MOST_OPEN && pending.length < MOST_OPEN;

/** Whether they have room for one more to help, and whether they have taken on more than that. */
export const hasRoom = ({ open }: Pick<Helper, 'open'>): boolean => open.length < MOST_OPEN;
export const isOverfull = ({ open }: Pick<Helper, 'open'>): boolean => open.length > MOST_OPEN;

/** What a change of a question for help makes of somebody who was or is asked in it. */
export function afterHelp(helper: Helper, before: Help | undefined, after: Help, today: Day): Helper {
  const { person } = helper;
  const name = nameOf(after);
  const isNew = (has: (help: Help) => boolean) => has(after) && !(before && has(before));
  const now = { ...thisMonth(helper, today), ...standing(helper, after, name) };
  if (isNew(({ helper: who }) => who === person)) return yes(now, today);
  if (isNew(({ no }) => no.includes(person))) return no(now, today);
  return isNew(({ asked }) => asked.includes(person)) ? { ...now, asked: now.asked + 1 } : now;
}

/** A question by its idea and its own name. */
export const nameOf = ({ idea, name }: Pick<Help, 'idea' | 'name'>): string => `${idea}.${name}`;

/** What waits for their answer and what they help with, after a change of one. */
function standing({ person, pending, open }: Helper, help: Help, name: string): Pick<Helper, 'pending' | 'open'> {
  const others = (names: readonly string[]) => names.filter((one) => one !== name);
  const isAsked = help.state === 'asked' && help.asked.includes(person) && !help.no.includes(person);
  const isHelping = help.state === 'helped' && help.helper === person;
  return {
    pending: [...others(pending), ...(isAsked ? [name] : [])],
    open: [...others(open), ...(isHelping ? [name] : [])],
  };
}

function yes(helper: Helper, today: Day): Helper {
  const helped = helper.helped + 1;
  const isFull = helped >= Number(helper.hours);
  return {
    ...helper,
    ...{ declines: 0, helped },
    ...(isFull && { restUntil: laterOf(nextMonth(today), helper.restUntil) }),
  };
}

function no(helper: Helper, today: Day): Helper {
  const declines = helper.declines + 1;
  return declines < DECLINES
    ? { ...helper, declines }
    : { ...helper, declines: 0, restUntil: laterOf(addDays(today, REST_DAYS), helper.restUntil) };
}

/** Their rest is over, or their month: then nothing of it counts. */
export function rested({ restUntil, ...helper }: Helper, today: Day): Helper {
  const now = thisMonth(helper, today);
  return restUntil === undefined || restUntil <= today ? now : { ...now, restUntil };
}

/** With other hours from now on; who may do more hours of this month rests no longer for them. */
export function withOffer(helper: Helper, offer: HelpOffer, today: Day): Helper {
  const { tellsManager: _, ...rest } = rested(helper, today);
  const { restUntil, ...now } = { ...rest, ...offer };
  const isFull = now.helped >= Number(now.hours);
  const untilNext = restUntil === nextMonth(today);
  if (isFull) return { ...now, restUntil: laterOf(nextMonth(today), restUntil) };
  return restUntil === undefined || untilNext ? now : { ...now, restUntil };
}

const monthOf = (day: Day): string => day.slice(0, 7);
const nextMonth = (day: Day): Day => addMonths(`${monthOf(day)}-01`, 1);
const thisMonth = (helper: Helper, today: Day): Helper =>
  helper.month === monthOf(today) ? helper : { ...helper, month: monthOf(today), helped: 0 };
