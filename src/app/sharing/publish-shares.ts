import type { Idea } from '../../domain/idea/idea.js';
import { type FeedEntry, mostInFeed, SHARING_VERSION, type SharedFeed } from '../../domain/sharing/feed.js';
import { canBeShared, SHARING_ANSWER_DAYS, sheetOf, withoutLost } from '../../domain/sharing/sheet.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import type { StoredShare } from '../../store/sharing/shares.js';
import type { Deps } from '../deps.js';
import { bytesOfFile, feedCrypto, signedFile } from './feed-crypto.js';
import { markOf, sharesOut, takenBack } from './share-idea.js';

const DAY_MS = 24 * 60 * 60_000;
/** A file may be read for so long, and is written anew before half of it has gone. */
const LASTS_DAYS = 60;
const ANEW_DAYS = 30;
/** So long it is told that something was taken back. */
const TOLD_DAYS = 400;
/** So many ideas are read at the same time. */
const READ_TOGETHER = 50;

/** Writes what the innovation office has decided to share, and nothing else; `same`: there is nothing new to write. */
export async function publishShares(deps: Deps): Promise<'written' | 'same' | 'off' | 'overtaken'> {
  const { shares, sharingOut, settings } = deps;
  const contact = sharesOut(deps);
  if (!sharingOut || !contact) return 'off';
  const now = deps.now();
  const standing = await asTheyStand(deps, await shares.all(), now);
  const entries = entriesOf(standing, contact, settings().municipality.defaultLanguage);
  const { revoked } = settings().sharing ?? {};
  const hash = feedCrypto.hash(JSON.stringify({ entries, revoked, keys: settings().sharing?.keys }));
  const before = await shares.file();
  if (before?.hash === hash && daysSince(before.issued, now) < ANEW_DAYS) return 'same';
  // Also where storage has lost what was written before, a later file has a higher number.
  const number = Math.max((before?.number ?? 0) + 1, Math.floor(millisecondsOf(now) / 60_000));
  // Noted first: a number that has been seen outside is never used for something else.
  if (!(await shares.noteFile(before, { number, hash: '', issued: now }))) return 'overtaken';
  const feed: SharedFeed = {
    version: SHARING_VERSION,
    publisher: { code: settings().municipality.code, name: settings().municipality.name },
    ...{ number, issued: now, expires: instantOf(millisecondsOf(now) + LASTS_DAYS * DAY_MS), entries },
    ...(revoked?.length && { revoked: [...revoked] }),
  };
  await sharingOut.write(bytesOfFile(signedFile(feed, sharingOut.keys)));
  const noted = await shares.file();
  if (noted?.number === number) await shares.noteFile(noted, { number, hash, issued: now });
  return 'written';
}

const daysSince = (then: Instant, now: Instant): number => (millisecondsOf(now) - millisecondsOf(then)) / DAY_MS;

/** What is hidden, or gone on, since it was decided is taken back; questions and what was taken back long ago end. */
async function asTheyStand(deps: Deps, all: readonly StoredShare[], now: Instant): Promise<StoredShare[]> {
  const ideas = await ideasOf(deps, all);
  const standing: StoredShare[] = [];
  for (const share of all) {
    const { asked, withdrawn, sheet } = share;
    const isOver = withdrawn === undefined || daysSince(withdrawn, now) > TOLD_DAYS;
    const waits = asked !== undefined && daysSince(asked, now) <= SHARING_ANSWER_DAYS;
    if (!sheet && !waits && isOver) {
      await deps.shares.remove(share);
      continue;
    }
    const after = changed(share, ideas.get(share.idea), waits, now);
    if (after) await deps.shares.save(share, after);
    const stands = after ? await deps.shares.of(share.idea) : share;
    if (stands) standing.push(stands);
  }
  return standing;
}

/** What becomes of one; undefined where it stays as it is. */
function changed(share: StoredShare, idea: Idea | undefined, waits: boolean, now: Instant) {
  const { asked, sheet, etag: _, kept: __, ...rest } = share;
  if ((sheet || asked) && !(idea && canBeShared(idea))) return takenBack(share, now);
  const left = sheet && idea && withoutLost(sheet, sheetOf(idea));
  const isLess = sheet && left && markOf(left) !== markOf(sheet);
  if (!isLess && (asked === undefined || waits)) return undefined;
  return {
    ...rest,
    ...(waits && asked && { asked }),
    ...(left && { sheet: left }),
    version: rest.version + (isLess ? 1 : 0),
  };
}

async function ideasOf({ ideas }: Deps, all: readonly StoredShare[]): Promise<Map<string, Idea>> {
  const ids = all.filter(({ sheet, asked }) => sheet ?? asked).map(({ idea }) => idea);
  const found = new Map<string, Idea>();
  for (let from = 0; from < ids.length; from += READ_TOGETHER)
    for (const idea of await ideas.loadAll(ids.slice(from, from + READ_TOGETHER))) found.set(idea.id, idea);
  return found;
}

function entriesOf(all: readonly StoredShare[], contact: string, language: string): FeedEntry[] {
  const shared = all.flatMap(({ idea: id, version, sheet, sharedAt: changed }): FeedEntry[] =>
    sheet && changed ? [{ id, version, language, ...sheet, contact, changed }] : [],
  );
  const withdrawn = all
    .flatMap(({ idea: id, version, withdrawn: at, sheet }) => (at && !sheet ? [{ id, version, withdrawn: at }] : []))
    .sort((one, other) => other.withdrawn.localeCompare(one.withdrawn));
  return [...shared.slice(0, mostInFeed.entries), ...withdrawn.slice(0, mostInFeed.withdrawn)];
}
