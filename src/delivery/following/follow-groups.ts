import type { Deps } from '../../app/deps.js';
import type { GroupSource } from '../../app/organisation/groups/group-source.js';
import { faultsIn, type LookedAtGroup, lookAtGroups } from '../../app/organisation/groups/look-at-groups.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import type { Log } from '../log.js';
import type { Ticking } from '../pacing/pause.js';
import { lookEvery, type RepeatedLook } from '../pacing/repeated-look.js';

/** Looks at the groups that say who has a post, as long as the bot runs. */
export interface FollowedGroups extends RepeatedLook {
  /** Looks where it is time. Never rejects. */
  look(): Promise<void>;
}

interface FollowGroupsDeps {
  app: Deps;
  /** Undefined where no Graph is configured. */
  source: GroupSource | undefined;
  log: Log;
  clock?: Ticking;
}

/** Milliseconds between two looks at whether it is time, and between two looks at the groups. */
const ASKED_EVERY_MS = 60_000;
const EVERY_MS = 60 * 60_000;

/**
 * Every hour, and at once by another organisation file, by whichever instance claims the look. What it finds counts on every
 * instance as any version does. Operators hear once of what is wrong with a group.
 */
export function followGroups({ app, source, log, clock }: FollowGroupsDeps): FollowedGroups {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function lookNow(groups: GroupSource): Promise<void> {
    const standing = await app.organisationVersions.inForce();
    const me = newIdempotencyKey(app.random);
    const claim = standing && { hash: standing.hash, now: app.now(), everyMs: EVERY_MS, me };
    if (!claim || !(await app.groupStates.claim(claim))) return;
    const { faults: told } = await app.groupStates.read();
    const looked = await lookAtGroups(app, groups, { write: true, signal });
    if (!looked) return;
    const posts = looked.groups.filter(({ found }) => found === 'changed').map(({ post }) => post);
    if (looked.version !== undefined && posts.length > 0) {
      log.info(
        { version: looked.version, posts },
        'Other people are in groups that say who has a post, and have it now',
      );
    }
    const wrong = faultsIn(looked.groups);
    for (const one of looked.groups) if (wrong[one.post] && wrong[one.post] !== told[one.post]) tell(one);
  }

  function tell({ post, group, found, why, gone }: LookedAtGroup): void {
    const what = { post, group, found, ...(why && { why }), ...(gone.length > 0 && { gone: gone.length }) };
    log.warn(what, whatToDo[found] ?? whatToDo.unreadable);
  }

  async function look(): Promise<void> {
    if (!source || (app.settings().sources?.graph?.posts ?? []).length === 0) return;
    try {
      await lookNow(source);
    } catch (error) {
      if (signal.aborted) return;
      log.error(
        { err: error, ...(error instanceof Error && /GroupMember/.test(error.message) && { first: error.message }) },
        'The groups that say who has a post cannot be read, and who has one stays; they are looked at again within the hour. Check the permission GroupMember.Read.All and that Microsoft Graph answers',
      );
    }
  }

  const { start, stop } = lookEvery(ASKED_EVERY_MS, look, { stopping, clock });
  return { start: () => (source ? start() : undefined), stop, look };
}

const whatToDo: { readonly [F in LookedAtGroup['found']]?: string } & { unreadable: string } = {
  empty: 'Nobody is in a group that says who has a post, and who had it keeps it: look at the group in Microsoft Entra',
  waits:
    'Most of those in a group that says who has a post are gone at once, and who had it keeps it until the group has said so for a day: where it is right, npm run organisation -- groups --sure',
  tooMany:
    'More people are in a group than can have the post that it says: name another group in the organisation file',
  noPlace:
    'A group says who has a post of a place that there is not: correct sources.graph.posts in the organisation file',
  unreadable: 'A group that says who has a post is not there, and who had it keeps it: correct the organisation file',
};
