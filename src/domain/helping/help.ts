import type { Idea } from '../idea/idea.js';
import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { addDays, type Day, type Week } from '../time.js';

/** With what somebody asks for help, and can help. */
export const helpAreas = ['users', 'effect', 'legal', 'procurement', 'it', 'meeting', 'other'] as const;
export type HelpArea = (typeof helpAreas)[number];

/** So many of those who can help are asked at the same time. */
export const ASKED_TOGETHER = 3;
/** So many questions an idea has open at a time. */
export const MOST_OF_IDEA = 2;
/** So many working days they have to answer; then the innovation office is asked, or who leads where there is none. */
const ANSWER_DAYS = 5;
/** So long those wait for an answer who ask the office. */
const DESK_DAYS = 30;
/** So long somebody helps who is not thanked. */
const HELPING_DAYS = 60;
/** So long it is kept how it ended, for those who open what they were told of it. */
const TOLD_DAYS = 30;
/** With what help is wanted, in one line, and how it helped. */
export const LONGEST_LINE = 200;

/** `new`: nobody has been asked yet; `desk`: the office or who leads is asked, for nobody else has said yes; `ended`: without help. */
export const helpStates = ['new', 'asked', 'desk', 'helped', 'thanked', 'ended'] as const;
export type HelpState = (typeof helpStates)[number];

/** What somebody is told of a question for help. `toDesk`, `found` and `none` are for whoever asked. */
export const helpNews = ['asked', 'desk', 'found', 'solved', 'toDesk', 'none', 'thanks', 'over'] as const;
export type HelpNews = (typeof helpNews)[number];

/** A question for help with an idea. */
export interface Help {
  idea: string;
  /** The key of the press that asked. */
  name: string;
  by: PersonRef;
  area: HelpArea;
  line: string;
  on: Day;
  state: HelpState;
  /** Of the idea's few places, which it has as long as it is open. */
  place: number;
  /** Who was asked of those who have said that they can help, and of the office or those who lead. */
  asked: readonly PersonRef[];
  desk: readonly PersonRef[];
  /** Who has answered that they cannot now. */
  no: readonly PersonRef[];
  helper?: PersonRef;
  /** The last day of the state in which it is. */
  until: Day;
  /** When the clock looks at it next: the day after, or the same day where somebody is to be told. */
  due: Day;
  /** What others are to be told at that look. */
  tell: readonly HelpNews[];
  /** How it helped, as whoever asked wrote. */
  thanks?: string;
  /** The week in which they did, and where the helper worked then: for their manager, where they want that. */
  toldIn?: { week: Week; department: string; unit?: string };
}

export const isHelpOpen = ({ state }: Pick<Help, 'state'>): boolean =>
  state === 'new' || state === 'asked' || state === 'desk' || state === 'helped';

/** Whether somebody can say that they help, or that they cannot now. */
export const isAskedOf = ({ state, asked, desk, no }: Help, ref: PersonRef): boolean =>
  (state === 'asked' || state === 'desk') && [...asked, ...desk].includes(ref) && !no.includes(ref);

/** The last of so many days on which the municipality is at work. */
function workingDays(from: Day, count: number, calendar: Calendar): Day {
  let day = from;
  for (let left = count; left > 0; left--) day = openDay(addDays(day, 1), calendar);
  return day;
}

/** Whether whoever asked can say that it helped: also where the idea has ended before they did. */
export const canThank = ({ state, helper }: Pick<Help, 'state' | 'helper'>): boolean =>
  helper !== undefined && (state === 'helped' || state === 'ended');

/** Somebody asks for help. */
export const askedHelp = (
  asked: Pick<Help, 'idea' | 'name' | 'by' | 'area' | 'line'>,
  today: Day,
): Omit<Help, 'place'> => ({
  ...asked,
  ...{ on: today, state: 'new', asked: [], desk: [], no: [], until: today, due: today, tell: [] },
});

/** These are asked, who have said that they can help. */
export const askHelpers = (help: Help, asked: readonly PersonRef[], today: Day, calendar: Calendar): Help => ({
  ...help,
  ...{ state: 'asked', asked, until: workingDays(today, ANSWER_DAYS, calendar), due: today, tell: ['asked'] },
});

/** Nobody else can, or has said yes in time: the office or who leads is asked; nobody where there is none. */
export const askDesk = (help: Help, desk: readonly PersonRef[], today: Day): Help =>
  desk.length === 0
    ? endHelp(help, today)
    : {
        ...help,
        ...{ state: 'desk', desk, until: addDays(today, DESK_DAYS), due: today, tell: ['desk', 'toDesk'] },
      };

/** The first yes. */
export const helps = (help: Help, helper: PersonRef, today: Day): Help => ({
  ...help,
  ...{
    state: 'helped',
    helper,
    until: addDays(today, HELPING_DAYS),
    due: today,
    tell: [...help.tell, 'found', 'solved'],
  },
});

/** "Inte nu": where all have said so, nobody waits for the others. */
export const cannotNow = (help: Help, who: PersonRef, today: Day): Help => {
  const no = [...help.no, who];
  return { ...help, no, ...([...help.asked, ...help.desk].every((ref) => no.includes(ref)) && { due: today }) };
};

/** "Tack, det hjälpte", with how. */
export const thanksFor = (help: Help, thanks: string, today: Day, toldIn?: Help['toldIn']): Help => ({
  ...help,
  ...{ state: 'thanked', thanks, until: addDays(today, TOLD_DAYS), due: today, tell: ['thanks'] },
  ...(toldIn && { toldIn }),
});

/** It is over without thanks: whoever helps hears that, or else whoever asked hears that nobody could. `quietly`: neither. */
export const endHelp = (help: Help, today: Day, quietly = false): Help => ({
  ...help,
  ...{ state: 'ended', until: addDays(today, TOLD_DAYS), due: today },
  tell: quietly ? [] : [help.helper ? 'over' : 'none'],
});

/** Those are told; it is looked at again the next day. */
export const toldOf = (help: Help, today: Day): Help => ({
  ...help,
  ...{ tell: [], due: isHelpOpen(help) ? addDays(today, 1) : addDays(help.until, 1) },
});

/** Whether it has waited in vain for those who can help. */
export const isAskedInVain = ({ state, asked, no, until }: Help, today: Day): boolean =>
  state === 'asked' && (today > until || asked.every((ref) => no.includes(ref)));

/** Whether nobody is left to answer or to thank. */
export const isInVain = ({ state, asked, desk, no, until }: Help, today: Day): boolean =>
  (state === 'desk' && (today > until || [...asked, ...desk].every((ref) => no.includes(ref)))) ||
  (state === 'helped' && today > until);

/** Who has the idea or works with it is asked for no help with it. */
export const isInIdea = (
  ref: PersonRef,
  {
    submitter,
    coSubmitters,
    joined = [],
    driver,
    doer,
    owner,
  }: Pick<Idea, 'submitter' | 'coSubmitters' | 'joined' | 'driver' | 'doer' | 'owner'>,
): boolean => [submitter, ...coSubmitters, ...joined, driver?.person, doer?.person, owner?.person].includes(ref);

/** Somebody has left, or is known by another reference: nothing of it is theirs any more, or all is the other one's. */
export function renamedIn(help: Help, from: PersonRef, to: PersonRef | undefined): Help {
  const named = (refs: readonly PersonRef[]) =>
    refs.flatMap((ref) => (ref !== from ? ref : to === undefined ? [] : to));
  const { helper, ...rest } = { ...help, asked: named(help.asked), desk: named(help.desk), no: named(help.no) };
  const by = help.by === from && to !== undefined ? to : help.by;
  const now = helper === from ? to : helper;
  return { ...rest, by, ...(now !== undefined && { helper: now }) };
}
