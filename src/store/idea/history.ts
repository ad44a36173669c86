import type { TableClient } from '@azure/data-tables';
import { type Decision, decisionsIn, isDecision } from '../../domain/idea/deciding/decisions.js';
import { type IdeaEvent, inTime } from '../../domain/idea/events.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { PersonRef } from '../../domain/person/person.js';
import { type RecordPlace, wholeId } from '../../domain/record.js';
import * as keys from '../keys.js';
import { ifReadable, readable } from '../row-kinds.js';
import { type RowVersions, UnreadableRow } from '../row-versions.js';
import { readRow, readRows, type StoredRow } from '../rows.js';
import { textKind } from './idea-kinds.js';
import { joinEvent, readEvents, unreadEvent } from './idea-reading.js';
import type { TextRow } from './idea-rows.js';
import { adoptionPlace, type FoundEvent, mergedPage, type RecordRange } from './record-pages.js';
import type { SoughtAs, SoughtRow } from './sought-events.js';

/** So many events are read at a time: a page of a history. */
export const EVENTS_A_PAGE = 30;

/**
 * What happened to ideas. Events stand newest first, so that a page costs the same of a record of any length. Rows from
 * before that stand after them in their order: numbers follow each other without a gap, so that a page of those is found by
 * number. What happened to adoptions has numbers of its own for each, and stands by time as well: a page is made of both.
 */
export function openHistory(
  table: TableClient,
  partitionKey: string,
  versions: RowVersions,
  newestSeq: (id: string) => Promise<number>,
) {
  const read = (rows: readonly StoredRow<SoughtRow>[]) => readEvents(versions, rows, () => undefined);
  const eventsIn = (rows: readonly StoredRow<SoughtRow>[]): IdeaEvent[] =>
    read(rows)
      .map(({ event }) => event)
      .sort(bySeq);
  const within = <T extends object>(part: { from: string; to: string }, how: { limit?: number; and?: string } = {}) => {
    const { and, ...rest } = how;
    return readRows<T>(table, [keys.inRange(partitionKey, part), ...(and ? [and] : [])].join(' and '), rest);
  };
  const earlier = (id: string, from: number, to: number) => within<SoughtRow>(keys.earlierEvents(id, from, to));
  /** What was said with an event. `id`: the idea's. */
  const textKeyOf = (id: string, event: IdeaEvent): string => {
    const place = adoptionPlace(event);
    return place === undefined ? keys.textKey(id, event.seq) : keys.pastTextKey(id, place);
  };
  const withTexts = (id: string, events: readonly IdeaEvent[], said: readonly StoredRow<TextRow>[]): IdeaEvent[] => {
    const words = new Map(said.map((row) => [row.rowKey, row]));
    return events.map((event) => withText(event, words.get(textKeyOf(id, event))));
  };
  // Words that cannot be read cost the words.
  const texts = async (part: { from: string; to: string }): Promise<StoredRow<TextRow>[]> =>
    readable(versions, textKind, await within(part));
  const textRow = async (key: string) => ifReadable(versions, textKind, await readRow(table, partitionKey, key));
  const withWordsOfEach = (id: string, events: readonly IdeaEvent[]): Promise<IdeaEvent[]> =>
    Promise.all(events.map(async (event) => withText(event, await textRow(textKeyOf(id, event)))));

  async function eventRow(id: string, seq: number): Promise<StoredRow<SoughtRow> | undefined> {
    const row = await readRow<SoughtRow>(table, partitionKey, keys.eventKey(id, seq));
    return row ?? readRow(table, partitionKey, keys.earlierEventKey(id, seq));
  }

  /** The idea's own. One round trip; one more where the page reaches into rows from before the newest stood first, and there are more of them than fit. */
  async function newestOwn(id: string, { below, limit }: RecordRange): Promise<IdeaEvent[]> {
    const rows = await within<SoughtRow>(keys.eventsBelow(id, below), { limit });
    const recent = rows.filter((row) => !isEarlier(row));
    const [first, last] = [recent.at(0), recent.at(-1)].map((row) => row && numberOf(row));
    const isAll = rows.length < limit;
    // As long as instances of both versions run, rows of version 1 come between these: then a number is missing among them.
    const top = below === undefined ? first : below - 1;
    const hasGap = top !== undefined && last !== undefined && top - last >= recent.length;
    if (recent.length === rows.length && !hasGap) return eventsIn(recent).toReversed();
    const next = last ?? below ?? (isAll ? Number.POSITIVE_INFINITY : (await newestSeq(id)) + 1);
    const from = Math.max(1, next - (limit - recent.length));
    const older = isAll ? rows.filter(isEarlier) : await earlier(id, from, hasGap ? top + 1 : next);
    const page = eventsIn([...recent, ...older]).filter(({ seq }) => below === undefined || seq < below);
    return page.toReversed().slice(0, limit);
  }

  /** Those of adoptions, and one more than fits: there is more. One round trip. */
  async function newestOfAdoptions(id: string, { before, limit }: RecordRange, and?: string): Promise<FoundEvent[]> {
    const rows = await within<SoughtRow>(keys.pastBefore(id, before), { limit: limit + 1, ...(and && { and }) });
    return read(rows).map(({ row, event }) => ({ event, stage: (row as SoughtRow).stage }));
  }

  /**
   * The newest events of an idea and its adoptions before a place, the newest first, without their words. One round trip's
   * time; one more where it reaches into rows of version 1.
   */
  async function newest(id: string, part: RecordRange): Promise<{ events: IdeaEvent[]; earlier?: RecordPlace }> {
    const [own, beside] = await Promise.all([newestOwn(id, part), newestOfAdoptions(id, part)]);
    const hasMore = (own.at(-1)?.seq ?? 1) > 1;
    const { found, ...rest } = mergedPage(
      own.map((event) => ({ event })),
      beside,
      part,
      hasMore,
    );
    return { events: found.map(({ event }) => event), ...rest };
  }

  /** What is looked for among all the idea's own events, the newest first; `earlier`: all events from before they could be looked for. */
  async function sought(id: string, and: string, { below, limit }: RecordRange) {
    const [found, before] = await Promise.all([
      within<SoughtRow>(keys.newestFirst(id, below), { limit, and }),
      earlier(id, 1, below ?? keys.MOST_EVENTS),
    ]);
    return { found, before: eventsIn(before) };
  }

  return {
    newest,

    /** All that happened to an idea and its adoptions, oldest first. One round trip's time, a request more for each thousand. */
    async history(id: string): Promise<IdeaEvent[]> {
      const [events, said] = await Promise.all([
        within<SoughtRow>(keys.withParts(keys.prefixes.events(id))),
        texts(keys.withParts(keys.prefixes.texts(id))),
      ]);
      return withTexts(id, eventsIn(events), said).sort(inTime);
    },

    /** The same without what was said. */
    async record(id: string): Promise<IdeaEvent[]> {
      const events = await within<SoughtRow>(keys.withParts(keys.prefixes.events(id)));
      return eventsIn(events).sort(inTime);
    },

    /** What happened to an idea, or to an adoption, from one event to another, by their numbers, oldest first. One round trip's time, for each thousand; two of an adoption. */
    async eventsBetween(id: string, first: number, last: number): Promise<IdeaEvent[]> {
      const [newer, before, said] = await Promise.all([
        within<SoughtRow>({ from: keys.eventKey(id, last), to: keys.eventKey(id, first - 1) }),
        earlier(id, first, last + 1),
        isWhole(id) ? texts(keys.textsBetween(id, first, last + 1)) : [],
      ]);
      const events = eventsIn([...newer, ...before]);
      return isWhole(id) ? withTexts(id, events, said) : withWordsOfEach(wholeId(id), events);
    },

    /** One event of an idea or of an adoption, or undefined. One round trip's time; two of one of an adoption, or from before the newest stood first. */
    async event(id: string, seq: number): Promise<IdeaEvent | undefined> {
      const [row, text] = await Promise.all([
        eventRow(id, seq),
        isWhole(id) ? textRow(keys.textKey(id, seq)) : undefined,
      ]);
      if (!row) return undefined;
      const [found] = readEvents(versions, [row], () => text);
      // What depends on it waits for a version that can read it.
      if (!found) throw new UnreadableRow(unreadEvent(row, 'body.type'));
      const { event } = found;
      return isWhole(id) ? event : withText(event, await textRow(textKeyOf(wholeId(id), event)));
    },

    /** Under which key the words of an event stand, of an idea or of an adoption; undefined where there is no such event. One round trip for one of an adoption. */
    async textKeyOf(id: string, seq: number): Promise<string | undefined> {
      if (isWhole(id)) return keys.textKey(id, seq);
      const row = await eventRow(id, seq);
      const [found] = row ? readEvents(versions, [row], () => undefined) : [];
      return found && textKeyOf(wholeId(id), found.event);
    },

    /** The newest decisions on an idea and its adoptions before a place, each with the stage in which it was made, the newest first, without words. One round trip's time. */
    async decisions(
      id: string,
      part: RecordRange,
    ): Promise<{ decisions: { event: Decision; stage: Stage }[]; earlier?: RecordPlace }> {
      const and = soughtAs('decision');
      const [{ found, before }, beside] = await Promise.all([
        sought(id, and, { ...part, limit: part.limit + 1 }),
        newestOfAdoptions(id, part, and),
      ]);
      const recent = read(found).map(({ row, event }) => ({ event, stage: (row as SoughtRow).stage }));
      const own = [...recent, ...decisionsIn(before)].sort((one, other) => bySeq(other.event, one.event));
      const { found: page, ...rest } = mergedPage(own, beside, part);
      return { decisions: page.filter(isTaken), ...rest };
    },

    /** The same of the idea's own alone, without the stage. */
    async ownDecisions(id: string, part: RecordRange): Promise<IdeaEvent[]> {
      const { found, before } = await sought(id, soughtAs('decision'), part);
      const all = [...eventsIn(found), ...before.filter(isDecision)];
      return all.sort(bySeq).toReversed().slice(0, part.limit);
    },

    /** The newest comments below a number, of these people or of all, the newest first, without words. One round trip's time. */
    async comments(id: string, part: RecordRange, by?: readonly PersonRef[]): Promise<IdeaEvent[]> {
      const theirs = by && `(${by.map((ref) => `by eq '${ref}'`).join(' or ')})`;
      const and = [soughtAs('comment'), ...(theirs ? [theirs] : [])].join(' and ');
      const { found, before } = await sought(id, and, part);
      const others = before.filter((event) => event.type === 'commented' && (by?.includes(event.by) ?? true));
      return [...eventsIn(found), ...others].sort(bySeq).toReversed().slice(0, part.limit);
    },

    /** Events of a page, the newest or the oldest first, with what was said. Two reads at most, in one round trip's time. */
    async withWords(id: string, events: readonly IdeaEvent[]): Promise<IdeaEvent[]> {
      const numbers = events.flatMap(({ seq, adoption }) => (adoption === undefined ? [seq] : []));
      const places = events.flatMap((event) => adoptionPlace(event) ?? []).sort();
      const [newest, oldest] = [places[0], places.at(-1)];
      const said = await Promise.all([
        numbers.length > 0 ? texts(keys.textsBetween(id, Math.min(...numbers), Math.max(...numbers) + 1)) : [],
        newest && oldest ? texts(keys.pastTextsBetween(id, newest, oldest)) : [],
      ]);
      return withTexts(id, events, said.flat());
    },

    /** The same of a few that stand apart. A read for each, in one round trip's time. */
    withWordsOfEach,
  };
}

/** Words that cannot be read cost the words. */
function withText(event: IdeaEvent, text: TextRow | undefined): IdeaEvent {
  const found = text && joinEvent({ body: JSON.stringify(event) }, text);
  return found && 'event' in found ? found.event : event;
}
const isTaken = (one: FoundEvent): one is FoundEvent & { event: Decision; stage: Stage } =>
  isDecision(one.event) && one.stage !== undefined;
const soughtAs = (as: SoughtAs): string => `soughtAs eq '${as}'`;

const bySeq = (one: IdeaEvent, other: IdeaEvent): number => one.seq - other.seq;
/** The number of the event that a row is of, whichever way it counts. */
function numberOf({ rowKey }: Pick<StoredRow<object>, 'rowKey'>): number {
  const written = rowKey.split('|')[2] ?? '';
  return written.startsWith('-') ? keys.MOST_EVENTS - Number(written.slice(1)) : Number(written);
}
/** Whether events of the idea are meant, and not those of an adoption. */
const isWhole = (id: string): boolean => wholeId(id) === id;
/** As version 1 stored it. */
const isEarlier = (row: StoredRow<object>): boolean => !row.rowKey.split('|')[2]?.startsWith('-');
