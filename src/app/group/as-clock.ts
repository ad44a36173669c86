import type { GroupCommand, GroupRole } from '../../domain/group/commands.js';
import { decideGroup } from '../../domain/group/decide.js';
import type { GroupEvent } from '../../domain/group/events.js';
import type { Group } from '../../domain/group/group.js';
import type { PersonRef } from '../../domain/person/person.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { forgetWords } from '../person-in-record.js';
import { isWorkedWith, mostMembersIn } from './group-view.js';

const clock = { ref: 'clock', roles: new Set<GroupRole>(['clock']) } as const;

/** Gives the group of this id a command of the clock; named after its version, so that there is one effect. False where nothing happened. */
const asClock = (deps: Deps, id: string, commandFor: (group: Group) => Promise<GroupCommand>): Promise<boolean> =>
  decideAndSave(deps, deps.groups, id, {
    async judge(before): Promise<Verdict<Group, GroupEvent, boolean>> {
      if (!before) return answering(false);
      const command = await commandFor(before.group);
      const decision = decideGroup(command, before.group, clock, {
        ...{ now: deps.now(), timeZone: timeZoneOf(deps), calendar: deps.settings().calendar },
        ...{ isWorked: true, mostMembers: mostMembersIn(deps) },
      });
      if (!decision.ok) return answering(false);
      const idempotencyKey = `${command.type}.${id}.${before.group.seq}`;
      return { ...{ kind: 'change', idempotencyKey, events: [decision.value] }, answers: () => true };
    },
    again: async () => false,
  });

/** What time brings a group: its idea is looked at, for it ends with that, and so does what was written of its steps. */
export const groupTimePasses = (deps: Deps, id: string): Promise<boolean> =>
  asClock(deps, id, async (group) => {
    const idea = (await deps.ideas.load(group.idea))?.idea;
    const goesOn = idea !== undefined && isWorkedWith(idea);
    // Before it ends, so that it is done again where it is broken off.
    if (!goesOn) await forgetWords(deps.groups, id, ({ type }) => type === 'groupStepAdded');
    return { type: 'bringNext', data: { goesOn }, words: {} };
  });

/** Takes somebody out of a group who is not known any more, or works here no more. Done again it changes nothing. */
export async function dropFromGroup(deps: Deps, person: PersonRef, id: string): Promise<void> {
  await asClock(deps, id, async () => ({ type: 'dropMember', data: { person }, words: {} }));
}
