import type { GroupCommand, GroupCommandType } from '../../domain/group/commands.js';
import { decideGroup, groupDenied } from '../../domain/group/decide.js';
import type { GroupEvent } from '../../domain/group/events.js';
import type { Group, GroupWords, StepSlot } from '../../domain/group/group.js';
import type { GroupRefusal } from '../../domain/group/refusal.js';
import type { Idea } from '../../domain/idea/idea.js';
import { newIdeaId } from '../../domain/ids.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { OperationEffect } from '../../store/commit.js';
import { answering, decideAndCreate, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { colleague } from '../person/colleague.js';
import { type GroupView, groupRoles, groupSetting, viewGroup, withPlaceIn } from './group-view.js';

/** What a person can do to a group. */
export type GroupAct = Exclude<GroupCommandType, 'bringNext' | 'dropMember'>;

export interface GroupActRequest {
  idea: string;
  idempotencyKey: string;
  type: GroupAct;
  /** Who is asked: an address, what Teams' picker gave; or who takes a step or is taken out, by a place in the list of those in it. */
  person?: string | undefined;
  on?: string | undefined;
  slot?: StepSlot | undefined;
  /** The version of the group that the pressed card shows: a place or a slot is one in that. */
  shownVersion?: number | undefined;
  words: GroupWords;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

type GroupActRefusal = GroupRefusal | { code: 'unknownColleague' };
export type ActedOnGroup =
  | { ok: true; view: GroupView | undefined; idea: Idea; group: Group; event: GroupEvent }
  /** Nothing changed. What stands now is absent where it is not for them. */
  | { ok: false; refusal: GroupActRefusal; view?: GroupView | undefined };

/** Load, judge on what is stored, decide, save; the first one who is asked makes the group. The same operation twice is one effect. Five round trips' time. */
export async function actOnGroup(deps: Deps, person: Person, request: GroupActRequest): Promise<ActedOnGroup> {
  const [stored, first] = await Promise.all([deps.ideas.load(request.idea), deps.groups.ofIdea(request.idea)]);
  if (!stored) return { ok: false, refusal: { code: 'notFound' } };
  const { idea } = stored;
  const roles = await groupRoles(deps, person, idea, first);
  const setting = groupSetting(deps, idea);
  // Nobody learns by trying who is known here.
  const denied = groupDenied(request, first, roles, setting.isWorked);
  const named = denied ? undefined : await personIn(deps, person, request, first);
  const no = async (group: Group | undefined, refusal: GroupActRefusal): Promise<ActedOnGroup> => {
    // A refusal may be our own effect, seen again.
    const effect = await deps.commits.effectOf(request.idempotencyKey);
    if (effect?.record === 'group' && effect.by === person.ref) return again(deps, person, effect);
    return { ok: false, refusal, view: await viewGroup(deps, person, idea, group) };
  };
  if (denied) return no(first, denied);
  if (named === 'unknown') return no(first, { code: 'unknownColleague' });
  if (named === 'nobody') return no(first, { code: 'notInIt' });
  const command = commandOf(request, named ?? person.ref);
  const judge = (group: Group | undefined): Verdict<Group, GroupEvent, Promise<ActedOnGroup>> => {
    // Somebody may have been taken out of it, or have answered, by a press of the same moment.
    const actor = { ref: person.ref, roles: withPlaceIn(group, person, roles) };
    const decision = decideGroup(command, group, actor, setting);
    if (!decision.ok) return answering(no(group, decision.refusal));
    return {
      ...{ kind: 'change', idempotencyKey: request.idempotencyKey, events: [decision.value] },
      ...(request.shownIn && { shownIn: request.shownIn }),
      answers: async (after) => acted(deps, person, idea, after, decision.value),
    };
  };
  const spent = async (effect: OperationEffect) => again(deps, person, effect);
  if (first)
    return decideAndSave(deps, deps.groups, first.id, {
      judge: async (before) => judge(before?.group) as Verdict<Group, GroupEvent, ActedOnGroup>,
      again: spent,
    });
  return decideAndCreate(deps, deps.groups, () => newIdeaId(deps.random), {
    beside: () => deps.groups.ofIdea(request.idea),
    // Somebody else has asked another one at the same moment: it is pressed once more.
    judge: (_id, other) =>
      (other ? answering(no(other, { code: 'notNow' })) : judge(undefined)) as Verdict<Group, GroupEvent, ActedOnGroup>,
    again: spent,
  });
}

const acted = async (
  deps: Deps,
  person: Person,
  idea: Idea,
  group: Group,
  event: GroupEvent,
): Promise<ActedOnGroup> => ({ ok: true, view: await viewGroup(deps, person, idea, group), idea, group, event });

/** Whom a press means: somebody of the list by their place in it, else a colleague; oneself where nobody is named. */
async function personIn(
  deps: Deps,
  person: Person,
  { type, person: written = '' }: GroupActRequest,
  group: Group | undefined,
): Promise<PersonRef | 'unknown' | 'nobody'> {
  if (type === 'askMember') return (await colleague(deps, person, written)()) ?? 'unknown';
  const place = placeIn(written);
  return place === undefined ? person.ref : (group?.members[place]?.person ?? 'nobody');
}

/** A place in the list of those in it: `m2`; undefined of what is none. */
function placeIn(written: string): number | undefined {
  const place = /^m(\d+)$/.exec(written)?.[1];
  return place === undefined ? undefined : Number(place);
}

function commandOf(request: GroupActRequest, person: PersonRef): GroupCommand {
  const { type, idea, on = '', slot = 'step1', shownVersion, words } = request;
  const isChosen = type === 'finishGroupStep' || placeIn(request.person ?? '') !== undefined;
  const shown = isChosen && shownVersion !== undefined ? { shownVersion } : {};
  switch (type) {
    case 'askMember':
      return { type, data: { idea, person }, words };
    case 'removeMember':
      return { type, data: { person }, words, ...shown };
    case 'addGroupStep':
      return { type, data: { taker: person, on }, words, ...shown };
    case 'finishGroupStep':
      return { type, data: { slot }, words, ...shown };
    default:
      return { type, data: {}, words };
  }
}

/** An operation that was spent before: the same answer for the one who did, and nothing for anybody else. */
async function again(deps: Deps, person: Person, { record, id, seq, by }: OperationEffect): Promise<ActedOnGroup> {
  const [stored, event] =
    record === 'group' && by === person.ref
      ? await Promise.all([deps.groups.load(id), deps.groups.event(id, seq)])
      : [undefined, undefined];
  const idea = stored && (await deps.ideas.load(stored.group.idea))?.idea;
  return stored && idea && event
    ? acted(deps, person, idea, stored.group, event)
    : { ok: false, refusal: { code: 'notNow' } };
}
