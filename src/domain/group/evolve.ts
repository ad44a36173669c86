import type { PersonRef } from '../person/person.js';
import type { GroupEvent } from './events.js';
import type { Group, GroupStep, Member, StepSlot } from './group.js';

/** The group after an event. `id` names the one that a first event creates. */
export function evolveGroup(before: Group | undefined, event: GroupEvent, id = before?.id): Group {
  if (!id) throw new Error('The first event needs the id of its group');
  if (!before) return begun(id, event);
  const after: Group = { ...changed(before, event), seq: event.seq, changedAt: event.at };
  return decidedOn(before) === decidedOn(after) ? after : { ...after, decisionVersion: before.decisionVersion + 1 };
}

function begun(id: string, event: GroupEvent): Group {
  if (event.type !== 'groupFormed' || event.by === 'clock')
    throw new Error(`A group begins by somebody asking another, not by ${event.type}`);
  const { seq, at, day, by, data } = event;
  return {
    ...{ id, seq, decisionVersion: 1, stage: 'working', idea: data.idea, founder: by },
    members: [{ person: data.person, accepted: false, until: data.until }],
    ...{ steps: [], done: 0, words: {}, lookedOn: day, changedAt: at },
  };
}

const but = (members: readonly Member[], gone: readonly PersonRef[]): Member[] =>
  members.filter(({ person }) => !gone.includes(person));

/** Whoever is not in it any more takes no step of it: what they were to do is the founder's to give to somebody else. */
const without = (group: Group, gone: PersonRef): Group => ({
  ...group,
  members: but(group.members, [gone]),
  steps: group.steps.map((step) => (step.taker === gone ? { ...step, taker: group.founder } : step)),
});

/** What an event makes of it, beside its number and its time. */
function changed(group: Group, event: GroupEvent): Group {
  switch (event.type) {
    case 'groupFormed':
      throw new Error('A group is formed once');
    case 'memberAsked':
      return { ...group, members: [...group.members, { ...event.data, accepted: false }] };
    case 'memberJoined':
      return {
        ...group,
        members: group.members.map((one) => (one.person === event.by ? { person: one.person, accepted: true } : one)),
      };
    case 'memberDeclined':
    case 'memberLeft':
      return event.by === 'clock' ? group : without(group, event.by);
    case 'memberRemoved':
    case 'memberGone':
      return without(group, event.data.person);
    case 'memberLapsed':
      return { ...group, members: but(group.members, event.data.people) };
    case 'groupStepAdded': {
      const { slot, taker, on } = event.data;
      // Whoever gets a step for today is told so now, and reminded of it no more.
      const reminded = on <= event.day ? ({ reminded: true } as const) : {};
      const steps: GroupStep[] = [...group.steps, { slot, taker, on, ...reminded }];
      return { ...group, steps, words: { ...group.words, ...(event.words.step && { [slot]: event.words.step }) } };
    }
    case 'groupStepDone':
      return { ...withoutStep(group, event.data.slot), done: group.done + 1 };
    case 'groupStepsDue':
      return {
        ...group,
        steps: group.steps.map((step) => (event.data.slots.includes(step.slot) ? { ...step, reminded: true } : step)),
      };
    case 'groupLooked':
      return { ...group, lookedOn: event.day };
    case 'groupEnded':
      return { ...group, stage: 'ended', steps: [], words: {} };
    case 'groupHidden':
      return { ...group, hidden: true };
    case 'groupShown': {
      const { hidden: _, ...shown } = group;
      return shown;
    }
  }
}

function withoutStep(group: Group, slot: StepSlot): Group {
  const { [slot]: _, ...words } = group.words;
  return { ...group, words, steps: group.steps.filter((step) => step.slot !== slot) };
}

const decidedOn = ({ stage, members, steps }: Group): string => JSON.stringify([stage, members, steps]);
