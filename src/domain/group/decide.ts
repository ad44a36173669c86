import { tidy } from '../language/tidy.js';
import type { Calendar } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { nextEvent } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { addDays, type Day, dayOf, type Instant } from '../time.js';
import { type GroupCommand, type GroupCommandType, type GroupRole, groupRules } from './commands.js';
import { dayRefused, nextDue, stepsDue } from './days.js';
import type { GroupEvent, GroupEventData, GroupEventType } from './events.js';
import { ASKED_DAYS, type Group, groupLimits, LOOKED_DAYS, MOST_STEPS, memberOf, stepSlots } from './group.js';
import type { GroupRefusal } from './refusal.js';

export interface GroupActor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<GroupRole>;
}

/** What a decision needs to know of the world. */
export interface GroupSetting {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** Its idea is explored, planned or tested, and in sight. */
  isWorked: boolean;
  /** So many may be in it. */
  mostMembers: number;
}

/** What is made to happen, without what every event has. */
type GroupMaking = { [T in GroupEventType]: { type: T; data: GroupEventData[T] } }[GroupEventType];

/** What a command makes happen to a group: an event, or a refusal. Pure and total. Rights come before words, so that nobody learns by trying. */
export function decideGroup(
  command: GroupCommand,
  group: Group | undefined,
  actor: GroupActor,
  setting: GroupSetting,
): Result<GroupEvent, GroupRefusal> {
  const denied = groupDenied(command, group, actor.roles, setting.isWorked);
  if (denied) return refuse(denied);
  const { shownVersion } = command;
  if (group && shownVersion !== undefined && shownVersion !== group.decisionVersion) return refuse({ code: 'stale' });
  const today = dayOf(setting.now, setting.timeZone);
  const made = leadsTo(command, group, actor.ref, { ...setting, today });
  if (!made.ok) return made;
  const step = command.type === 'addGroupStep' ? tidy(command.words.step ?? '') : '';
  const envelope = { ...nextEvent(group, actor.ref, setting.now, today), words: step ? { step } : {} };
  // `GroupMaking` has matched data to type, which a union that is spread does not say any more.
  return accept({ ...made.value, ...envelope } as GroupEvent);
}

/** Why somebody with these roles cannot give this command now, whatever its words; undefined when they can. */
export function groupDenied(
  { type }: { type: GroupCommandType },
  group: Group | undefined,
  roles: ReadonlySet<GroupRole>,
  isWorked: boolean,
): GroupRefusal | undefined {
  const { from, by, whileWorked, when } = groupRules[type];
  if (!group && type !== 'askMember') return { code: 'notFound' };
  if (!by.some((role) => roles.has(role))) return { code: 'notAllowed' };
  if (whileWorked && !isWorked) return { code: 'notNow' };
  if (!group) return undefined;
  return from.includes(group.stage) && (when === undefined || when(group)) ? undefined : { code: 'notNow' };
}

/** Whether somebody with these roles could do this now: what a card offers. */
export const isGroupOpenTo = (
  type: GroupCommandType,
  group: Group | undefined,
  roles: ReadonlySet<GroupRole>,
  isWorked: boolean,
): boolean => groupDenied({ type }, group, roles, isWorked) === undefined;

function leadsTo(
  command: GroupCommand,
  group: Group | undefined,
  by: PersonRef | 'clock',
  { today, calendar, mostMembers }: GroupSetting & { today: Day },
): Result<GroupMaking, GroupRefusal> {
  if (command.type === 'askMember') {
    const { idea, person } = command.data;
    const until = addDays(today, ASKED_DAYS);
    // Whoever leads the work is in it already.
    if (person === by) return refuse({ code: 'inItAlready' });
    if (!group) return accept({ type: 'groupFormed', data: { idea, person, until } });
    if (memberOf(group, person)) return refuse({ code: 'inItAlready' });
    return group.members.length >= mostMembers
      ? refuse({ code: 'full' })
      : accept({ type: 'memberAsked', data: { person, until } });
  }
  // Of no other command there may be none.
  if (!group) return refuse({ code: 'notFound' });
  switch (command.type) {
    case 'joinGroup':
      return isAsked(group, by) ? accept({ type: 'memberJoined', data: {} }) : refuse({ code: 'notNow' });
    case 'declineGroup':
      return isAsked(group, by) ? accept({ type: 'memberDeclined', data: {} }) : refuse({ code: 'notNow' });
    case 'leaveGroup':
      return accept({ type: 'memberLeft', data: {} });
    case 'removeMember':
    case 'dropMember': {
      const { person } = command.data;
      const member = memberOf(group, person);
      // What whoever began it was to do stands, for it would come back to them.
      const hasStep = person !== group.founder && group.steps.some(({ taker }) => taker === person);
      if (!member && !hasStep) return refuse({ code: 'notInIt' });
      if (command.type === 'dropMember') return accept({ type: 'memberGone', data: { person } });
      const asked = isAsked(group, person) ? ({ asked: true } as const) : {};
      return accept({ type: 'memberRemoved', data: { person, ...asked } });
    }
    case 'addGroupStep': {
      const { taker, on } = command.data;
      const step = tidy(command.words.step ?? '');
      if (!step) return refuse({ code: 'stepMissing' });
      if (step.length > groupLimits.step) return refuse({ code: 'stepTooLong' });
      const refused = dayRefused(on, today);
      if (refused) return refuse(refused);
      // Nobody gets a task who has not said yes: those in it, and whoever gives it to themself.
      if (taker !== by && !memberOf(group, taker)?.accepted) return refuse({ code: 'notInIt' });
      const slot = stepSlots.find((one) => !group.steps.some((other) => other.slot === one));
      if (!slot || group.steps.length >= MOST_STEPS) return refuse({ code: 'stepsFull' });
      return accept({ type: 'groupStepAdded', data: { slot, taker, on } });
    }
    case 'finishGroupStep': {
      const { slot } = command.data;
      return group.steps.some((step) => step.slot === slot)
        ? accept({ type: 'groupStepDone', data: { slot } })
        : refuse({ code: 'notNow' });
    }
    case 'hideGroup':
      return accept({ type: 'groupHidden', data: {} });
    case 'showGroup':
      return accept({ type: 'groupShown', data: {} });
    case 'bringNext':
      return brought(group, command.data.goesOn, today, calendar);
  }
}

/** Whether somebody has been asked and has not answered. */
const isAsked = (group: Group, person: PersonRef): boolean => memberOf(group, person)?.accepted === false;

function brought(group: Group, goesOn: boolean, today: Day, calendar: Calendar): Result<GroupMaking, GroupRefusal> {
  const due = nextDue(group, calendar);
  if (!due || due > today) return refuse({ code: 'notNow' });
  if (!goesOn) return accept({ type: 'groupEnded', data: {} });
  const late = group.members.filter(({ until }) => until !== undefined && until < today);
  if (late.length > 0) return accept({ type: 'memberLapsed', data: { people: late.map(({ person }) => person) } });
  const steps = stepsDue(group, today);
  if (steps.length > 0) {
    const takers = [...new Set(steps.map(({ taker }) => taker))];
    return accept({ type: 'groupStepsDue', data: { slots: steps.map(({ slot }) => slot), takers } });
  }
  return addDays(group.lookedOn, LOOKED_DAYS) <= today
    ? accept({ type: 'groupLooked', data: {} })
    : refuse({ code: 'notNow' });
}
