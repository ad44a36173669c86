import type { Idea } from '../../../domain/idea/idea.js';
import { waitsForFirstDecision } from '../../../domain/idea/waiting/newness.js';
import type { Person, PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import {
  type MyTurn,
  mayBeHandled,
  PAGE,
  presentNames,
  type QueueFilter,
  readRowsOf,
  rolesIn,
  rowsFor,
} from './my-turn.js';
import type { ShownPile } from './pile.js';
import { queuesOf } from './queues.js';

/** As many as are closed or passed on together: what one turn can do while somebody waits. */
export const MOST_TOGETHER = 40;

/** An idea at the version at which it was chosen. */
export type ChosenIdeas = ReadonlyMap<string, number>;

/** A page of what somebody may close or pass on together with others. */
export interface ToChoose {
  filter: QueueFilter;
  page: number;
  ideas: Idea[];
  /** The names of those whose ideas they are; who decides may know them. */
  names: ReadonlyMap<PersonRef, string>;
  more: boolean;
  /** The pile of which it is a page, with what is proposed. */
  pile?: ShownPile;
}

/** Two round trips, one more for a deputy. */
export async function chooseSeveral(deps: Deps, person: Person, filter: QueueFilter, page: number): Promise<ToChoose> {
  const { queues, shown } = await rowsFor(deps, person);
  const rows = queues.decides ? shown[filter].filter(mayBeHandled) : [];
  const { ideas, names } = await readRowsOf(deps, rows.slice(page * PAGE, (page + 1) * PAGE));
  const roles = await rolesIn(deps, person, ideas, queues);
  const mine = ideas.filter((idea) => isToDecide(idea, roles));
  return { filter, page, ideas: mine, names, more: rows.length > (page + 1) * PAGE };
}

/** Only what waits for its deciders' first decision can be closed or passed on together with others, and only by them. */
export const isToDecide = (idea: Idea, roles: MyTurn['roles']): boolean =>
  waitsForFirstDecision(idea) && roles.get(idea.id)?.has('decider') === true;

/** What of a choice the person may still decide on, as it was chosen; `moved` counts the rest. */
export interface StillChosen {
  ideas: Idea[];
  names: ReadonlyMap<PersonRef, string>;
  moved: number;
}

/** Two round trips' time. */
export async function stillChosen(deps: Deps, person: Person, chosen: ChosenIdeas): Promise<StillChosen> {
  const [queues, found] = await Promise.all([queuesOf(deps, person), deps.ideas.loadAll([...chosen.keys()])]);
  const roles = await rolesIn(deps, person, found, queues);
  const ideas = found.filter((idea) => idea.decisionVersion === chosen.get(idea.id) && isToDecide(idea, roles));
  const names = await deps.people.namesOf(ideas.map(({ submitter }) => submitter));
  return {
    ideas,
    names: presentNames(names),
    moved: chosen.size - ideas.length,
  };
}
