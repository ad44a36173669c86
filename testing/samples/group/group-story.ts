import type { GroupCommand, GroupRole } from '../../../src/domain/group/commands.js';
import { decideGroup, type GroupActor, type GroupSetting } from '../../../src/domain/group/decide.js';
import type { GroupEvent } from '../../../src/domain/group/events.js';
import { evolveGroup } from '../../../src/domain/group/evolve.js';
import type { Group } from '../../../src/domain/group/group.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';

/** A group from the first question on, as people join it and take steps, and time passes. */

export const GROUP_ID = '0GR0PP';
export const IDEA = 'K7M4QX';

/** At eight in the morning, in Sweden, of a day. */
export const on = (day: string, more: Partial<GroupSetting> = {}): GroupSetting => ({
  ...{ now: `${day}T07:00:00.000Z`, timeZone: 'Europe/Stockholm', calendar: alwaysOpen },
  ...{ isWorked: true, mostMembers: 8, ...more },
});
export const begunOn = on('2026-11-16');

const roles = (...some: GroupRole[]) => new Set(some);
export const lead: GroupActor = { ref: 'pLEADER', roles: roles('lead', 'decider', 'reader') };
export const asked: GroupActor = { ref: 'pINVITED', roles: roles('asked', 'reader') };
export const member: GroupActor = { ref: 'pINVITED', roles: roles('member', 'reader') };
export const reader: GroupActor = { ref: 'pANYBODY', roles: roles('reader') };
export const clock: GroupActor = { ref: 'clock', roles: roles('clock') };

export const STEP = 'Ring den som säljer systemet';
export const asks = (person = 'pINVITED'): GroupCommand => ({
  ...{ type: 'askMember', data: { idea: IDEA, person }, words: {} },
});
export const steps = (taker = 'pINVITED', day = '2026-12-01', step = STEP): GroupCommand => ({
  ...{ type: 'addGroupStep', data: { taker, on: day }, words: { step } },
});
export const finishes: GroupCommand = { type: 'finishGroupStep', data: { slot: 'step1' }, words: {} };
const bare = <T extends GroupCommand['type']>(type: T) => ({ type, data: {}, words: {} }) as const;
export const joins: GroupCommand = bare('joinGroup');
export const declines: GroupCommand = bare('declineGroup');
export const leaves: GroupCommand = bare('leaveGroup');
export const hides: GroupCommand = bare('hideGroup');
export const removes = (person = 'pINVITED'): GroupCommand => ({ type: 'removeMember', data: { person }, words: {} });
export const drops: GroupCommand = { type: 'dropMember', data: { person: 'pINVITED' }, words: {} };
export const passes = (goesOn = true): GroupCommand => ({ type: 'bringNext', data: { goesOn }, words: {} });

export type GroupTurn = readonly [GroupActor, GroupCommand, GroupSetting?];

/** What these steps have made, and the events; each must be one that may be taken. */
export function groupAfter(...turns: readonly GroupTurn[]): { group: Group; events: GroupEvent[] } {
  const events: GroupEvent[] = [];
  let group: Group | undefined;
  for (const [actor, command, setting = begunOn] of turns) {
    const decided = decideGroup(command, group, actor, setting);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    events.push(decided.value);
    group = evolveGroup(group, decided.value, GROUP_ID);
  }
  if (!group) throw new Error('Nothing happened');
  return { group, events };
}
