import { isDeepStrictEqual } from 'node:util';
import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { eventName } from '../../domain/idea/events.js';
import { evolve } from '../../domain/idea/evolve.js';
import type { Idea } from '../../domain/idea/idea.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import { changesComment } from '../../domain/idea/reading/out-of-sight.js';
import { stages } from '../../domain/idea/stages.js';
import type { ChangeRows } from '../commit.js';
import * as keys from '../keys.js';
import { type KeptColumns, withKept } from '../row-kinds.js';
import type { UnreadRow } from '../row-versions.js';
import { type Step, type StepName, type StoredStep, stepGoesOn } from '../steps.js';
import { traceOf } from '../traces.js';
import {
  type Adoptions,
  homeOf,
  listsOf,
  mustBeWhole,
  type StoredAdoption,
  sharesNow,
  sharesOf,
  stagedOf,
  toAdoptionRow,
  unsettled,
} from './adoptions.js';
import { type Lists, moves as listMoves, type Mornings, sinceRow, splitEvent, toIdeaRow } from './idea-rows.js';
import { toldRows } from './lists/registered.js';
import { owedFor } from './owed-events.js';
import { soughtBy } from './sought-events.js';
import { hiddenLine } from './state/hidden-lines.js';

/** An idea with the version that the next change must name. */
export interface StoredIdea {
  /** With all its adoptions. */
  idea: Idea;
  etag: string;
  /** The list and due rows that this version of its row names: its own, and those of adoptions that stand in it. */
  lists: Lists;
  /** What is written back as it was; absent where the row holds nothing but what this version writes. */
  kept?: KeptColumns;
  /** Its adoptions that have rows of their own; absent where none has. */
  adoptions?: Adoptions;
  /** One of these cannot be read: what the idea's row would say of it would be wrong, so that it is not written. */
  unread?: UnreadRow;
}

/** Events that follow on an idea as it was read. */
export interface Change {
  /** Undefined: the events create the idea `id`. */
  before: StoredIdea | undefined;
  id: string;
  events: readonly IdeaEvent[];
  /** The idea that they make, where it is known already. */
  after?: Idea;
}

/** An event, and the idea as it met it and as it left it. */
interface AppliedEvent {
  event: IdeaEvent;
  met: Idea | undefined;
  left: Idea;
}

/** A change that can be committed, with the idea that it makes. */
export interface WrittenIdea extends ChangeRows {
  after: Idea;
}

/** The step that brings the rows of an idea's adoptions to where the idea has them, so many at a time. */
const ADOPTIONS = 'adoptions' satisfies StepName;
/** Three rows an adoption, the idea's and the step's: 92 entities. */
export const ADOPTIONS_AT_ONCE = 30;

/** What the rows of ideas are made of: where they lie, and when people are at work. */
export function ideaChanges(partitionKey: string, mornings: () => Mornings) {
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const replace = (rowKey: string, columns: object, etag: string): TransactionAction => [
    'update',
    { partitionKey, rowKey, ...columns },
    'Replace',
    { etag },
  ];
  const merge = (rowKey: string, columns: object): TransactionAction => [
    'upsert',
    { partitionKey, rowKey, ...columns },
    'Merge',
  ];

  /** An event's own rows, and what it makes of an earlier comment's. `id`: the idea's. */
  function eventRows(id: string, { event, met, left }: AppliedEvent): TransactionAction[] {
    const { row, text } = splitEvent(event);
    const { at, adoption } = event;
    const { id: numbered, seq } = eventName(id, event);
    const changed = changesComment(event);
    const found = { ...row, ...soughtBy(event, met) };
    const place = adoption === undefined ? undefined : keys.placeKey(at, adoption, seq);
    return [
      create(keys.eventKey(numbered, seq), found),
      ...(place === undefined ? [] : [create(keys.pastKey(id, place), found)]),
      create(keys.logKey(at, numbered, seq), { record: 'idea', ...row }),
      // Those of an adoption the relay writes: its own transaction has ten entities at most.
      ...(place === undefined ? toldRows(event, met, left).map(([rowKey, columns]) => create(rowKey, columns)) : []),
      ...(text ? [create(place === undefined ? keys.textKey(id, seq) : keys.pastTextKey(id, place), text)] : []),
      ...hiddenLine(partitionKey, id, event),
      // No version: it changes only with the idea row, whose etag guards it too. Words that have been erased stay erased.
      ...(changed ? [merge(keys.textKey(id, changed.seq), sinceRow(changed.since))] : []),
    ];
  }

  /** What a change writes whatever it changes: its events, and how those find it again who have something to do with it. */
  const recordOf = (id: string, happened: readonly AppliedEvent[]) => [
    ...happened.flatMap((one) => eventRows(id, one)),
    ...[...new Set(happened.flatMap(({ event }) => tracedIn(event)))].map((person) =>
      traceOf(partitionKey, person, { record: 'idea', id }),
    ),
  ];

  const moves = (old: Lists, lists: Lists) => listMoves(old, lists, partitionKey);

  /** The idea's own row, with the lists that it names and what of its adoptions stands in it. */
  function ideaRow(idea: Idea, lists: Lists, own: Adoptions | undefined, kept: KeptColumns | undefined) {
    const { adoptionEvents: _, ...rest } = idea;
    const { adoptions, over } = stagedOf(idea, own);
    const beside = Object.keys(over).length > 0 && { over: JSON.stringify(over) };
    return withKept({ ...toIdeaRow({ ...rest, adoptions }, lists), ...beside }, kept);
  }

  /** The lists that an idea's row names next: its own as they are now, and those of adoptions that stand in it still. */
  function listsAfter(before: StoredIdea | undefined, after: Idea) {
    if (before) mustBeWhole(before);
    const old = sharesOf(before?.lists ?? {}, after.department);
    const { own, of } = sharesNow(after, mornings());
    const lists: Lists = Object.assign({}, own, ...Object.values(old.of));
    const home = homeOf(before?.adoptions, after.department);
    const left = unsettled(after, lists, { ...before?.adoptions, ...home.own }, of);
    const moved = [...moves({ ...home.lists, ...old.own }, own), ...home.rows(partitionKey, after.id)];
    return { lists, moved, left, now: [own, ...Object.values(of)] };
  }

  /** What is left to do with rows of adoptions, when the idea's row is written; undefined where that is nothing. */
  const stepFor = (id: string, seq: number, by: string): Step => ({
    ...{ name: ADOPTIONS, id, seq, to: id, by },
    data: JSON.stringify({ moved: 0 }),
  });

  /** What events make of an idea. */
  function ideaChange(
    before: StoredIdea | undefined,
    after: Idea,
    last: IdeaEvent,
    happened: readonly AppliedEvent[],
  ): WrittenIdea {
    const { id } = after;
    const { lists, moved, left, now } = listsAfter(before, after);
    const row = ideaRow(after, lists, before?.adoptions, before?.kept);
    const events = happened.map(({ event }) => event);
    // What ends while a department adopts it is found by the step: that adoption need not be known here.
    const went = before && stages[before.idea.stage];
    const ends = before?.idea.stage !== after.stage && (went?.spreads || went?.tested) && !stages[after.stage].spreads;
    return {
      ...{ record: 'idea', id, after, seq: last.seq, by: last.by },
      entities: [
        before ? replace(keys.recordKey(id), row, before.etag) : create(keys.recordKey(id), row),
        ...moved,
        ...recordOf(id, happened),
      ],
      owes: owedFor(events, before ? listsOf(before) : [], now),
      ...((left.length > 0 || ends) && { step: stepFor(id, last.seq, last.by) }),
    };
  }

  /** Whether an adoption has a row of its own that version 1 wrote: the idea's row says what is in it, and guards it. */
  const isOld = ({ idea, lists }: StoredIdea, code: string): boolean =>
    keys.adoptionKey(idea.id, code) in lists && code !== idea.department;

  /** An adoption's own row and list rows as they are to be. */
  function adoptionRows(
    before: StoredIdea,
    code: string,
    next: Omit<StoredAdoption, 'etag'>,
  ): [row: TransactionAction, ...lists: TransactionAction[]] {
    const { idea, adoptions = {} } = before;
    const there = adoptions[code];
    if (!there) mustBeWhole(before);
    const rowKey = keys.adoptionKey(idea.id, code);
    const { [rowKey]: _, ...named } = sharesOf(before.lists, idea.department).of[code] ?? {};
    const row = withKept(toAdoptionRow(idea.id, next), there?.kept);
    const etag = there?.etag ?? (isOld(before, code) ? '*' : undefined);
    return [
      etag === undefined ? create(rowKey, row) : replace(rowKey, row, etag),
      ...moves(there?.lists ?? named, next.lists),
    ];
  }

  /** The row of an idea without what it says of these departments, which now stands in rows of their own. */
  function ideaRowWithout(
    before: StoredIdea,
    idea: Idea,
    moved: Readonly<Record<string, Omit<StoredAdoption, 'etag'>>>,
  ): TransactionAction {
    const rest = Object.entries(before.lists).filter(([key]) => {
      const code = keys.adopterIn(key);
      return code === undefined || code === idea.department || !(code in moved);
    });
    const own = { ...before.adoptions };
    for (const [code, adoption] of Object.entries(moved)) own[code] = { etag: '', ...adoption };
    return replace(keys.recordKey(idea.id), ideaRow(idea, Object.fromEntries(rest), own, before.kept), before.etag);
  }

  /** What an event makes of one adoption; of the idea's row nothing, but where version 1 kept the adoption there. */
  function adoptionChange({ before, id }: Change, after: Idea, event: IdeaEvent, code: string): WrittenIdea {
    if (!before) throw new Error(`There is no idea ${id} to adopt`);
    const { seq, at } = event;
    const adoption = after.adoptions[code];
    const next = { ...(adoption && { adoption }), seq, at, lists: sharesNow(after, mornings()).of[code] ?? {} };
    const old = before.adoptions?.[code]?.lists ?? sharesOf(before.lists, before.idea.department).of[code] ?? {};
    return {
      ...{ ...eventName(id, event), after, by: event.by },
      entities: [
        ...(isOld(before, code) ? [ideaRowWithout(before, after, { [code]: next })] : []),
        ...adoptionRows(before, code, next),
        ...recordOf(id, [{ event, met: before.idea, left: after }]),
      ],
      owes: owedFor([event], [old], [next.lists]),
    };
  }

  return {
    /** What a change writes, and the idea that it makes. Asks nothing of storage; throws where there is no event. */
    write(change: Change): WrittenIdea {
      const { before, id, events } = change;
      let after = before?.idea;
      const happened: AppliedEvent[] = [];
      for (const event of events) {
        const met = after;
        const known = event === events.at(-1) ? change.after : undefined;
        const left = known ?? evolve(met, event, id);
        happened.push({ event, met, left });
        after = left;
      }
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for idea ${id}`);
      if (last.adoption === undefined) return ideaChange(before, after, last, happened);
      if (events.length > 1) throw new Error(`Idea ${id} and its adoptions change one after the other`);
      return adoptionChange(change, after, last, last.adoption);
    },

    /** Writes an idea's row and its lists without an event; `step`: what is then left to do with its adoptions. */
    anew(before: StoredIdea, idea: Idea): { entities: TransactionAction[]; step: Step | undefined } {
      const { lists, moved, left } = listsAfter(before, idea);
      const row = replace(keys.recordKey(idea.id), ideaRow(idea, lists, before.adoptions, before.kept), before.etag);
      return {
        entities: [row, ...moved],
        step: left.length > 0 ? stepFor(idea.id, idea.seq, 'clock') : undefined,
      };
    },

    /** Whether the lists that an idea's row names are as this version makes them. */
    areListsNew: (stored: StoredIdea): boolean =>
      stored.unread !== undefined || isDeepStrictEqual(listsAfter(stored, stored.idea).lists, stored.lists),

    /**
     * Brings the rows of so many adoptions to where the idea has them, whatever they were; the idea's row guards that it is
     * still so. `left`: how many there are beside.
     */
    settling(before: StoredIdea, step: StoredStep | undefined): { entities: TransactionAction[]; left: number } {
      mustBeWhole(before);
      const { idea, adoptions = {}, etag } = before;
      const now = sharesNow(idea, mornings()).of;
      const codes = unsettled(idea, before.lists, adoptions, now);
      const some = codes.slice(0, ADOPTIONS_AT_ONCE);
      const moved: Record<string, Omit<StoredAdoption, 'etag'>> = {};
      for (const code of some) {
        const [adoption, there] = [idea.adoptions[code], adoptions[code]];
        moved[code] = {
          ...(adoption && { adoption }),
          ...{ seq: there?.seq ?? 0, ...(there?.at && { at: there.at }) },
          lists: adoption ? (now[code] ?? {}) : {},
        };
      }
      const { moved: earlier = 0 } = step ? (JSON.parse(step.data) as { moved?: number }) : {};
      const left = codes.length - some.length;
      const entities = [
        some.length > 0
          ? ideaRowWithout(before, idea, moved)
          : (['update', { partitionKey, rowKey: keys.recordKey(idea.id) }, 'Merge', { etag }] as TransactionAction),
        ...some.flatMap((code) => adoptionRows(before, code, moved[code] ?? { seq: 0, lists: {} })),
        ...(step
          ? [stepGoesOn(partitionKey, step, left > 0 ? JSON.stringify({ moved: earlier + some.length }) : undefined)]
          : []),
      ];
      return { entities, left };
    },
  };
}
