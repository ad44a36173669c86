import { createHash } from 'node:crypto';
import { asksFirst, isAllowed, type Loss, LossCount } from '../../../domain/organisation/sources/loss.js';
import {
  inOneText,
  keptOf,
  type SourceName,
  type StaffEntry,
  saysPlace,
} from '../../../domain/organisation/sources/staff.js';
import type { StaffChange, StoredStaff } from '../../../store/organisation/staff.js';
import type { Deps } from '../../deps.js';

/** A part of what a source says, `who` always with it: here it is still known. */
export interface StaffPage {
  entries: readonly StaffEntry[];
  /** Who the source says are gone, of a look that sees only what has changed. */
  gone: readonly string[];
}

/** One look at a source. */
export interface SourceLook {
  source: SourceName;
  /** In which tenant object ids are. */
  tenant: string;
  /** All that the source knows, or what has changed since the last look. */
  whole: boolean;
  pages: AsyncIterable<StaffPage>;
  /** What the office has said yes to. */
  allowed?: Loss | undefined;
  /** False: nothing is written. */
  write: boolean;
  /** Told before it is stored what has become of somebody; told again after a look that was broken off. */
  happens?: ((what: StaffHappening) => Promise<void>) | undefined;
}

/**
 * What a source says of somebody now that it did not say before. away, back: it knows them, and says nothing of protected personal data.
 * back: also of one whom it did not know at its last look, who may have been gone. protected: told at every look, so that a name
 * that is shown all the same is so until the next night at most.
 */
export type StaffHappening = { kind: 'gone' | 'away' | 'back' | 'protected'; who: string };

/** What a look has found. `held`: what takes somebody's place away waits, and nothing of that is done; all else is. */
export interface Looked {
  held: boolean;
  loss: Loss;
  counts: Record<'fresh' | 'changed' | 'same' | 'gone' | 'protected' | 'away', number>;
}

export type LookDeps = Pick<Deps, 'staff' | 'marks'>;

/** What is held of a row while all are compared: 45,000 of them take some ten megabytes. */
interface KnownStaff {
  version: NonNullable<StaffChange['before']>;
  print: string;
  /** Where the row says that they work, each name held once. */
  name: string | undefined;
  away: boolean;
  protected: boolean;
}

/** What a look has come to so far. */
interface Findings {
  /** As it stood before the look, by mark. */
  known: Map<string, KnownStaff>;
  /** The source has never been looked at, so that nobody whom it does not know has gone by it. */
  isFirst: boolean;
  /** What has been said in this look, in short. */
  said: Map<string, string>;
  /** What takes somebody's place away, or them. */
  losing: Map<string, StaffChange>;
  counts: Looked['counts'];
}

/** So many rows are asked for side by side. */
const AT_ONCE = 16;
/** Fewer than this whom a look at what has changed says to be gone, one by one, are not what an answer has forgotten: nothing needs to be counted. */
const FEW = 5;

/**
 * Looks at a source: what is new or has changed is stored page by page, and at the end, if it is no more than is ordinary or
 * allowed, who is gone and who has no place any more. Broken off anywhere, the next look does what is left; done twice, it
 * changes nothing. Throws what the source throws: then nobody has gone.
 */
export async function lookAt(deps: LookDeps, look: SourceLook): Promise<Looked> {
  const counts = { fresh: 0, changed: 0, same: 0, gone: 0, protected: 0, away: 0 };
  const known = look.whole ? await allKnown(deps, look.source) : new Map<string, KnownStaff>();
  const isFirst = look.whole && known.size === 0;
  const found: Findings = { known, isFirst, said: new Map(), losing: new Map(), counts };
  for await (const page of look.pages) await takeIn(deps, look, found, page);
  const { losing, said } = found;
  if (look.whole) {
    for (const mark of known.keys()) if (!said.has(mark)) losing.set(mark, { mark });
  }
  counts.gone = [...losing.values()].filter(({ entry }) => !entry).length;
  const loss = await lossOf(deps, look, found);
  const held = asksFirst(loss) && !(look.allowed && isAllowed(loss, look.allowed));
  if (!held && look.write) await lose(deps, look, [...losing.values()]);
  return { held, loss, counts };
}

/** Stores what a page says that takes nothing away, and notes what does. */
async function takeIn(deps: LookDeps, look: SourceLook, found: Findings, page: StaffPage): Promise<void> {
  const { known, said, losing, counts } = found;
  const entries = await marked(deps, look, page.entries);
  const gone = look.whole ? [] : await marksOf(deps, look, page.gone);
  if (!look.whole) await readInto(deps, look.source, known, [...entries.keys(), ...gone]);
  const changes: StaffChange[] = [];
  const happened: StaffHappening[] = [];
  for (const [mark, entry] of entries) {
    const before = known.get(mark);
    const after = keptOf(entry);
    const print = printOf(after);
    losing.delete(mark);
    // Sources say some twice.
    if (said.get(mark) === print) continue;
    said.set(mark, print);
    if (after.protected) counts.protected += 1;
    if (after.away) counts.away += 1;
    happened.push(...happeningOf(entry, before, found));
    if (before?.print === print) {
      counts.same += 1;
      continue;
    }
    counts[before ? 'changed' : 'fresh'] += 1;
    const change = { mark, entry: after, ...(before && { before: before.version }) };
    if (before?.name && !after.protected && !saysPlace(after)) losing.set(mark, change);
    else changes.push(change);
  }
  for (const mark of gone) {
    if (known.has(mark) || said.has(mark)) losing.set(mark, { mark });
  }
  await tell(look, happened);
  if (look.write) await deps.staff.write(look.source, changes);
}

async function allKnown({ staff }: LookDeps, source: SourceName): Promise<Map<string, KnownStaff>> {
  const known = new Map<string, KnownStaff>();
  const names = new Map<string, string>();
  for await (const page of staff.all(source)) {
    for (const row of page) {
      const one = knownOf(row);
      const name = one.name && (names.get(one.name) ?? one.name);
      if (name) names.set(name, name);
      known.set(row.mark, { ...one, name });
    }
  }
  return known;
}

const knownOf = ({ entry, etag, kept }: StoredStaff): KnownStaff => ({
  version: { etag, ...(kept && { kept }) },
  print: printOf(entry),
  name: entry.department ?? entry.unit,
  away: entry.away === true,
  protected: entry.protected === true,
});

/** Enough to see that an entry is another. */
const printOf = (entry: StaffEntry): string =>
  createHash('sha256').update(inOneText(entry)).digest('base64url').slice(0, 16);

/** What is stored under these marks, as far as it has not been read before. */
async function readInto(
  { staff }: LookDeps,
  source: SourceName,
  known: Map<string, KnownStaff>,
  marks: readonly string[],
): Promise<void> {
  const unread = marks.filter((mark) => !known.has(mark));
  for (let from = 0; from < unread.length; from += AT_ONCE) {
    const some = unread.slice(from, from + AT_ONCE);
    for (const row of await Promise.all(some.map((mark) => staff.of(source, mark)))) {
      if (row) known.set(row.mark, knownOf(row));
    }
  }
}

/** Entries by their mark; of two of the same person the later one holds. */
async function marked(
  deps: LookDeps,
  look: SourceLook,
  entries: readonly StaffEntry[],
): Promise<Map<string, StaffEntry>> {
  const named = entries.filter((entry): entry is StaffEntry & { who: string } => entry.who !== undefined);
  const marks = await marksOf(
    deps,
    look,
    named.map(({ who }) => who),
  );
  return new Map(named.flatMap((entry, at) => (marks[at] ? [[marks[at], entry] as const] : [])));
}

/** The mark under which a source's row of each of these is kept. */
const marksOf = ({ marks }: LookDeps, { source, tenant }: SourceLook, whos: readonly string[]): Promise<string[]> =>
  Promise.all(
    whos.map(async (who) => {
      const [mark = ''] = await marks.of(
        source === 'file' ? { emails: [who] } : { identity: { tenant, objectId: who }, emails: [] },
      );
      return mark;
    }),
  );

/** What is new of somebody in what a source says. */
function happeningOf(
  { who, away, protected: hidden }: StaffEntry,
  before: KnownStaff | undefined,
  { isFirst }: Pick<Findings, 'isFirst'>,
): StaffHappening[] {
  if (!who) return [];
  if (hidden) return [{ kind: 'protected', who }];
  const isNew = before ? before.protected || before.away !== (away === true) : away || !isFirst;
  return isNew ? [{ kind: away ? 'away' : 'back', who }] : [];
}

/** Before it is stored, so that a look that is broken off tells it again. Each is of another person. */
async function tell({ happens, write }: SourceLook, happened: readonly StaffHappening[]): Promise<void> {
  if (!happens || !write) return;
  for (let from = 0; from < happened.length; from += AT_ONCE) {
    await Promise.all(happened.slice(from, from + AT_ONCE).map(happens));
  }
}

/** How many of how many are lost. A look at what has changed counts all that is stored, where it takes away more than a few. */
async function lossOf({ staff }: LookDeps, { source, whole }: SourceLook, { known, losing }: Findings): Promise<Loss> {
  const count = new LossCount();
  const add = (mark: string, name: string | undefined) =>
    count.add({ ...(name && { department: name }) }, losing.has(mark));
  if (whole) {
    for (const [mark, { name }] of known) add(mark, name);
    return count.loss;
  }
  if (losing.size < FEW) return { of: 0, gone: losing.size, departments: [] };
  await staff.eachPlace(source, (mark, { department, unit }) => add(mark, department ?? unit));
  return count.loss;
}

/** Who is gone is told of before their row goes: by that it is known who they were. */
async function lose(deps: LookDeps, { source, happens }: SourceLook, changes: readonly StaffChange[]): Promise<void> {
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE);
    for (const { mark, entry } of happens ? some : []) {
      const who = entry ? undefined : (await deps.staff.of(source, mark))?.entry.who;
      if (who) await happens?.({ kind: 'gone', who });
    }
    await deps.staff.write(source, some);
  }
}
