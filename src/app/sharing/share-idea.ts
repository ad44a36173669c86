import type { Idea } from '../../domain/idea/idea.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { mostInFeed } from '../../domain/sharing/feed.js';
import { canBeShared, mayAskToShare, type SharingSheet, sheetOf } from '../../domain/sharing/sheet.js';
import type { Share, StoredShare } from '../../store/sharing/shares.js';
import type { Deps } from '../deps.js';
import type { Beside } from '../idea/beside.js';
import { rolesNow } from '../idea/roles.js';
import { feedCrypto } from './feed-crypto.js';

/** What somebody sees of what is shared of an idea, or would be. */
export interface SharingView {
  idea: Idea;
  share?: Share;
  /** What leaves, by the idea as it is now, and the mark by which a press says that it was this. */
  sheet: SharingSheet;
  mark: string;
  mailbox: string;
  /** They decide. */
  office: boolean;
}

/** Whether the municipality shares at all: keys and a place for the file are set, and a mailbox that others can write to. */
export const sharesOut = ({ sharingOut, settings }: Pick<Deps, 'sharingOut' | 'settings'>): string | undefined =>
  sharingOut && settings().sharing?.keys.length ? settings().sharing?.mailbox : undefined;

/** What leaves, as a mark: it is another one where the idea has changed. */
export const markOf = (sheet: SharingSheet): string => feedCrypto.hash(JSON.stringify(sheet)).slice(0, 16);

/** Whether somebody may share an idea, and how it stands. A round trip for those who may. */
export const sharingIdea: Beside<{ share?: StoredShare; office: boolean }> = {
  async lookUp(deps, person, idea) {
    const posts = postsHeld(person, deps.directory());
    if (!sharesOut(deps) || !canBeShared(idea) || !mayAskToShare(posts, deps.directory().codeNow(idea.department)))
      return undefined;
    const share = await deps.shares.of(idea.id);
    return { ...(share && { share }), office: posts.office };
  },
};

/** An idea as it would be shared, for those who may ask or decide; undefined for others, and where it is not to be shared. */
export async function viewSharing(
  deps: Deps,
  person: Person,
  id: string,
): Promise<(SharingView & { share?: StoredShare }) | undefined> {
  const idea = (await deps.ideas.load(id))?.idea;
  const mailbox = sharesOut(deps);
  if (!idea || !mailbox || !canBeShared(idea)) return undefined;
  const reader = { ref: person.ref, roles: await rolesNow(deps, person, idea) };
  const found = mayReadWords(reader, idea) && (await sharingIdea.lookUp(deps, person, idea));
  if (!found) return undefined;
  const sheet = sheetOf(idea);
  return { idea, ...found, sheet, mark: markOf(sheet), mailbox };
}

/** `changed`: it is not what they have read any more. `full`: the file has no room. */
export type SharingOutcome = 'asked' | 'yes' | 'no' | 'back' | 'changed' | 'full' | 'notYours' | 'over';
export type SharingAct = 'ask' | 'yes' | 'no' | 'takeBack';

/** So often it is tried where something else has changed it meanwhile. */
const MOST_TRIES = 3;

/** Asks the innovation office, answers as the innovation office, or takes it back. A press that comes twice is answered as it was. */
export async function shareIdea(
  deps: Deps,
  person: Person,
  { idea: id, act, mark }: { idea: string; act: SharingAct; mark: string },
): Promise<SharingOutcome> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const view = await viewSharing(deps, person, id);
    if (!view) return 'notYours';
    const next = await nextOf(deps, view, { act, pressed: mark });
    if (typeof next === 'string') return next;
    const { after, todo, came } = next;
    if (await deps.shares.save(view.share, after, todo)) {
      deps.kick({ steps: true });
      return came;
    }
  }
  return 'over';
}

interface Next {
  after: Share;
  todo?: 'ask' | 'yes' | 'no';
  came: SharingOutcome;
}

async function nextOf(
  deps: Deps,
  { idea: { id: idea }, share, office, sheet, mark }: SharingView,
  { act, pressed }: { act: SharingAct; pressed: string },
): Promise<Next | SharingOutcome> {
  const at = deps.now();
  const { asked, withdrawn, ...kept } = share ?? { idea, version: 0 };
  switch (act) {
    case 'ask':
      if (asked) return 'asked';
      return { after: { ...kept, ...(withdrawn && { withdrawn }), asked: at }, todo: 'ask', came: 'asked' };
    case 'yes':
      if (!office) return 'notYours';
      if (share?.sheet && markOf(share.sheet) === pressed) return 'yes';
      if (!asked) return 'over';
      if (pressed !== mark) return 'changed';
      if (!share?.sheet && (await isFull(deps))) return 'full';
      return { after: { idea, version: kept.version + 1, sheet, sharedAt: at }, todo: 'yes', came: 'yes' };
    case 'no':
      if (!office) return 'notYours';
      if (!asked) return share?.sheet ? 'over' : 'no';
      return { after: { ...kept, ...(withdrawn && { withdrawn }) }, todo: 'no', came: 'no' };
    case 'takeBack':
      return share?.sheet || asked ? { after: takenBack(share ?? kept, at), came: 'back' } : 'back';
  }
}

/** It is not shared any more, and no question of it is open. Its words go at once. */
export const takenBack = ({ idea, version, sheet, withdrawn }: Share, at: string): Share =>
  sheet ? { idea, version: version + 1, withdrawn: at } : { idea, version, ...(withdrawn && { withdrawn }) };

const isFull = async ({ shares }: Deps): Promise<boolean> =>
  (await shares.all()).filter(({ sheet }) => sheet).length >= mostInFeed.entries;
