import { type DestructionRule, destroyedBy, retentionRules } from '../../domain/archive/ended.js';
import {
  type AnyDestructionRule,
  type BesideIdeas,
  isNeighbourKind,
  type NeighbourKind,
  neighbourDestroyedBy,
  neighbourKinds,
  neighbourRule,
} from '../../domain/archive/neighbours.js';
import type { Idea } from '../../domain/idea/idea.js';
import { dayOf } from '../../domain/time.js';
import type { ArchivedStore } from '../../store/archive/archived.js';
import { type Destruction, type DestructionStore, MOST_DESTROYED_AT_ONCE } from '../../store/archive/destructions.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { isArchived } from './archive-ideas.js';
import { isNeighbourArchived } from './archive-neighbours.js';
import { type NeighboursFrom, neighbourStores } from './neighbours.js';

const PAGE = 500;
/** So many are destroyed between two looks through the tables. */
const SWEPT_TOGETHER = 900;

export interface DestroysFrom
  extends Pick<
      Deps,
      'ideas' | 'pictures' | 'reactions' | 'nominations' | 'settings' | 'directory' | 'now' | 'tombstones'
    >,
    NeighboursFrom {
  archived: ArchivedStore;
  destructions: DestructionStore;
}

/** What is to be destroyed by the rules today, and what waits until it is archived. */
export interface ToDestroy {
  rule: AnyDestructionRule;
  ids: string[];
  waiting: number;
}

/** What the rules say of all ideas, and of what stands beside them; changes nothing. A page is held at a time. */
export async function toDestroy(deps: DestroysFrom): Promise<ToDestroy[]> {
  const found = new Map<string, ToDestroy>();
  const add = (rule: AnyDestructionRule, id: string, mayGoNow: boolean): void => {
    const of = found.get(rule.endedAs) ?? { rule, ids: [], waiting: 0 };
    found.set(rule.endedAs, of);
    if (mayGoNow) of.ids.push(id);
    else of.waiting += 1;
  };
  let after: string | undefined;
  do {
    const page = await deps.ideas.page(after, PAGE);
    for (const idea of page.ideas) {
      const rule = ruleFor(deps, idea);
      if (rule) add(rule, idea.id, await mayGo(deps, idea, rule));
    }
    after = page.last;
  } while (after !== undefined);
  for (const kind of neighbourKinds)
    for await (const page of neighbourStores(deps)[kind].every())
      for (const record of page) {
        const rule = neighbourRuleFor(deps, kind, record);
        if (rule) add(rule, record.id, await mayNeighbourGo(deps, kind, record));
      }
  return [...found.values()];
}

/** How many ideas are gone, what stood `beside` them, and rows of all these; how many had changed meanwhile and were left. */
export interface Destroyed {
  ideas: number;
  beside?: number;
  rows: number;
  left: number;
}

/**
 * Destroys them, with every row that names them and their pictures. The report stands before anything goes, and says at the end
 * what did: rule, decision, when, and ids. First is finished what an earlier run left undone.
 */
export async function destroyIdeas(deps: DestroysFrom, all: readonly ToDestroy[]): Promise<Destroyed> {
  const done = await finishDestruction(deps);
  const at = deps.now();
  let part = 0;
  for (const { rule, ids } of all) {
    for (let from = 0; from < ids.length; from += SWEPT_TOGETHER) {
      const some = ids.slice(from, from + SWEPT_TOGETHER);
      for (let n = 0; n < some.length; n += MOST_DESTROYED_AT_ONCE) {
        const named = some.slice(n, n + MOST_DESTROYED_AT_ONCE);
        const pictures = (await deps.ideas.loadAll(named)).flatMap((idea) => idea.pictures);
        await deps.destructions.begin({ ...rule, at, part: part++, ids: named, pictures });
      }
      const more = await finishDestruction(deps);
      done.ideas += more.ideas;
      if (more.beside) done.beside = (done.beside ?? 0) + more.beside;
      done.rows += more.rows;
      done.left += more.left;
    }
  }
  return done;
}

/** Does what reports say that is not done yet. Done again it changes nothing. */
export async function finishDestruction(deps: DestroysFrom): Promise<Destroyed> {
  const open = (await deps.destructions.all()).filter(({ done }) => !done);
  const gone: Destruction[] = [];
  let left = 0;
  for (const destruction of open) {
    const ids: string[] = [];
    for (const id of destruction.ids) if (await removeRecord(deps, id, destruction)) ids.push(id);
    left += destruction.ids.length - ids.length;
    // What is kept keeps its pictures.
    const kept = (await deps.ideas.loadAll(destruction.ids)).flatMap((idea) => idea.pictures);
    for (const name of destruction.pictures) if (!kept.includes(name)) await deps.pictures.remove(name);
    // Nobody else than what follows ideas has to know.
    if (!isNeighbourKind(destruction.endedAs)) await deps.destructions.tell(ids, deps.now());
    gone.push({ ...destruction, ids, pictures: destruction.pictures.filter((name) => !kept.includes(name)) });
  }
  const rows = await deps.destructions.sweep(new Set(gone.flatMap(({ ids }) => ids)));
  for (const one of gone) {
    // Before the report says that it is done, so that it is tried again where it could not be noted.
    const { ids, pictures, at } = one;
    if (ids.length > 0) await deps.tombstones.add({ kind: 'ideas', ids, pictures, at });
    await deps.destructions.finish(one);
  }
  const count = (some: readonly Destruction[]) => some.reduce((sum, { ids }) => sum + ids.length, 0);
  const beside = count(gone.filter(({ endedAs }) => isNeighbourKind(endedAs)));
  return { ideas: count(gone) - beside, ...(beside > 0 && { beside }), rows, left };
}

/** The record's own row goes, if it is still as the rule says. False where it is kept. */
const removeRecord = (
  deps: DestroysFrom,
  id: string,
  { endedAs, years, decision }: AnyDestructionRule,
): Promise<boolean> =>
  isNeighbourKind(endedAs)
    ? removeNeighbour(deps, id, { endedAs, years })
    : removeIdea(deps, id, { endedAs, years, decision });

async function removeNeighbour(
  deps: DestroysFrom,
  id: string,
  { endedAs, years }: { endedAs: NeighbourKind; years: number },
): Promise<boolean> {
  const stored = await unlessUnreadable(
    neighbourStores(deps)
      [endedAs].load(id)
      .then((found) => found ?? 'gone'),
  );
  if (stored === 'gone') return true;
  const rule = stored && neighbourRuleFor(deps, endedAs, stored.record);
  if (!stored || rule?.years !== years) return false;
  return (
    (await mayNeighbourGo(deps, endedAs, stored.record)) &&
    deps.destructions.removeRecord(id, stored.etag, stored.lists)
  );
}

/** The idea's own row goes, if it is still as the rule says. False where it is kept. */
async function removeIdea(deps: DestroysFrom, id: string, { endedAs, years }: DestructionRule): Promise<boolean> {
  const stored = await unlessUnreadable(deps.ideas.load(id).then((found) => found ?? 'gone'));
  if (stored === 'gone') return true;
  const rule = stored && ruleFor(deps, stored.idea);
  if (!rule || rule.endedAs !== endedAs || rule.years !== years) return false;
  return (await mayGo(deps, stored.idea, rule)) && deps.destructions.removeRecord(id, stored.etag);
}

function ruleFor(deps: DestroysFrom, idea: Idea): DestructionRule | undefined {
  const timeZone = timeZoneOf(deps);
  return isPlace(deps, idea.id)
    ? undefined
    : destroyedBy(idea, retentionRules(deps.settings()), dayOf(deps.now(), timeZone), timeZone);
}

/** A place that is called as the record is would go with it: that record stays. */
const isPlace = ({ directory }: DestroysFrom, id: string): boolean =>
  (directory().department(id) ?? directory().unit(id)) !== undefined;

function neighbourRuleFor(deps: DestroysFrom, kind: NeighbourKind, record: BesideIdeas[NeighbourKind]['record']) {
  const timeZone = timeZoneOf(deps);
  const days = { today: dayOf(deps.now(), timeZone), timeZone };
  return isPlace(deps, record.id)
    ? undefined
    : neighbourDestroyedBy(kind, record, neighbourRule(deps.settings(), kind), days);
}

const mayNeighbourGo = async (
  deps: DestroysFrom,
  kind: NeighbourKind,
  record: { id: string; seq: number },
): Promise<boolean> => neighbourRule(deps.settings(), kind)?.archive === false || isNeighbourArchived(deps, record);

/** What is to be archived goes only when it is, up to what happened last. */
const mayGo = async (deps: DestroysFrom, { id }: Idea, { endedAs }: DestructionRule): Promise<boolean> =>
  retentionRules(deps.settings())[endedAs]?.archive === false || isArchived(deps, id);
