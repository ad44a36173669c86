import { type IdeaEvent, meaningOf } from '../../../domain/idea/events.js';
import type { Idea, Tier } from '../../../domain/idea/idea.js';
import type { LookedUp } from '../../../domain/idea/notices/audiences.js';
import { lookUpsOf } from '../../../domain/idea/notices/notices.js';
import { mayNotDecide } from '../../../domain/idea/policy.js';
import { takesPart } from '../../../domain/idea/use/adoption.js';
import { spokenFor } from '../../../domain/idea/use/taking-part.js';
import { newPersonRef } from '../../../domain/ids.js';
import { heldPosts } from '../../../domain/person/held-posts.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { everybodySharing } from '../../sharing.js';
import { decidersOf } from './deciders.js';
import { fundersOf } from './funders.js';

type FindAudience = (deps: Deps, idea: Idea, event: IdeaEvent) => Promise<PersonRef[]>;

/** The people behind each audience that the idea does not name itself. */
const finds: { readonly [A in LookedUp]: FindAudience } = {
  deciders: (deps, idea, event) => {
    if (event.type === 'escalated' || event.type === 'movedOn') return newlyAsked(deps, idea, event.data.from);
    return event.type === 'remindedAgain'
      ? nextInChain(deps, { ...idea, tier: event.data.tier }, event.data)
      : decidersOf(deps, idea);
  },
  managers: async (deps, idea, event) =>
    event.type === 'remindedAgain' && isAtItsEnd(event.data) ? managersOf(deps, idea) : [],
  formerDeciders: leadersMeant,
  funder: async (deps, idea, event) =>
    'funder' in event.data && event.data.funder ? fundersOf(deps, idea, event.data.funder) : [],
  waitedFor: async (deps, idea) => {
    if (!idea.waiting) return [];
    if ('person' in idea.waiting) return [idea.waiting.person];
    return idea.waiting.for === 'funder' ? fundersOf(deps, idea, idea.money?.funder) : decidersOf(deps, idea);
  },
  concerned: leadersMeant,
  invited: leadersMeant,
  adopters: leadersMeant,
  users: (deps, idea) =>
    leadersOf(
      deps,
      idea,
      Object.keys(idea.adoptions).filter((code) => takesPart(idea.adoptions[code]?.status)),
    ),
  answerers: async (deps, idea, event) => {
    const into = event.type === 'mergeProposed' ? await deps.ideas.load(event.data.into) : undefined;
    const there = into ? await decidersOf(deps, into.idea) : [];
    return there.filter((ref) => !mayNotDecide(ref, idea));
  },
  followers: ({ follows }, idea) => follows.of(idea.id),
  partners: partnersOf,
  needing: ({ reactions }, { id }) => reactions.everybody(id, 'need'),
  sharing: everybodySharing,
  reporters: async ({ reports }, idea, { data }) =>
    'report' in data && data.report !== undefined ? reports.of(idea.id, data.report) : [],
};

/**
 * Everybody whom an event's audiences mean today, by reference, or those `wanted` of them; people who have not met the bot yet
 * get one here.
 */
export async function lookUp(
  deps: Deps,
  idea: Idea,
  event: IdeaEvent,
  wanted: readonly LookedUp[] = lookUpsOf(event),
): Promise<Partial<Record<LookedUp, readonly PersonRef[]>>> {
  // Of an idea that one department solves alone nobody else is asked for.
  const there = wanted.filter((audience) => audience !== 'partners' || idea.takingPart !== undefined);
  const found = await Promise.all(
    there.map(async (audience) => [audience, await finds[audience](deps, idea, event)] as const),
  );
  return Object.fromEntries(found);
}

/** Those who decide now and did not before, for the others have been reminded; all of them where nobody came to it. */
async function newlyAsked(deps: Deps, idea: Idea, from: Tier): Promise<PersonRef[]> {
  const [now, before] = await Promise.all([decidersOf(deps, idea), decidersOf(deps, { ...idea, tier: from })]);
  const fresh = now.filter((ref) => !before.includes(ref));
  return fresh.length > 0 ? fresh : now;
}

/** Whether a reminder found nobody left to ask next: those who can are reminded, and the managers know. */
const isAtItsEnd = ({ from, tier }: { from: Tier; tier: Tier }): boolean => from === tier && tier === 'office';

/** Those who have come to decide, or to hear of it while somebody else is late; at the end of the chain the innovation office again, and all where it has nobody who may. */
async function nextInChain(deps: Deps, idea: Idea, data: { from: Tier; tier: Tier }): Promise<PersonRef[]> {
  if (!isAtItsEnd(data)) return newlyAsked(deps, idea, data.from);
  const all = await decidersOf(deps, idea);
  const others = new Set(await decidersOf(deps, { ...idea, tier: 'deputy' }));
  const office = all.filter((ref) => !others.has(ref));
  return office.length > 0 ? office : all;
}

/** Those who decide for other departments: their leaders, deputies while a leader is away; the office where there are none. */
async function leadersOf(deps: Deps, idea: Idea, departments: readonly string[]): Promise<PersonRef[]> {
  const nobody = { submitter: '', coSubmitters: [] };
  const each = await Promise.all(
    departments.map((department) =>
      decidersOf(deps, { department, tier: deps.directory().decidersOf(department, []).role, ...nobody }),
    ),
  );
  return [...new Set(each.flat())].filter((ref) => !mayNotDecide(ref, idea));
}

/**
 * The leaders of the departments that take part, and whoever has said so for one of them as long as they speak for it; of an
 * idea that has taken in another one, those of the departments that came with it and found no room.
 */
async function partnersOf(deps: Deps, idea: Idea, event: IdeaEvent): Promise<PersonRef[]> {
  const { takingPart = {}, tookPartBy = {} } = idea;
  const { left, leftBy = [] } = event.type === 'absorbed' ? event.data : {};
  const saidSo = left
    ? leftBy.map((ref, at) => [left[at] ?? '', ref] as const)
    : Object.entries(tookPartBy).filter(([code]) => takingPart[code]);
  const [leaders, speaking] = await Promise.all([
    leadersOf(deps, idea, left ?? Object.keys(takingPart)),
    speakingOf(deps, idea, saidSo),
  ]);
  return [...new Set([...leaders, ...speaking])];
}

/** Those who have said something for a department and speak for it still. One round trip's time. */
async function speakingOf(
  deps: Deps,
  idea: Idea,
  saidSo: readonly (readonly [department: string, PersonRef])[],
): Promise<PersonRef[]> {
  const able = saidSo.filter(([, ref]) => !mayNotDecide(ref, idea));
  const people = await deps.people.byRefs(able.map(([, ref]) => ref));
  const directory = deps.directory();
  return able.flatMap(([code, ref]) => {
    const found = people.get(ref);
    const spoken = found ? spokenFor(heldPosts(found.person, directory)) : [];
    return spoken.includes(directory.codeNow(code)) ? [ref] : [];
  });
}

/** The leaders of the departments that an event is about. */
function leadersMeant(deps: Deps, idea: Idea, event: IdeaEvent): Promise<PersonRef[]> {
  return leadersOf(deps, idea, meaningOf(event).leadersIn?.(event) ?? []);
}

/** The department's managers, who see to it that its ideas are answered; whoever has not met the bot gets a reference here. */
async function managersOf({ directory, people, random }: Deps, idea: Idea): Promise<PersonRef[]> {
  const managers = directory().department(idea.department)?.managers ?? [];
  const refs = await Promise.all(managers.map((one) => people.refOf(one, () => newPersonRef(random))));
  return [...new Set(refs)].filter((ref) => !mayNotDecide(ref, idea));
}
