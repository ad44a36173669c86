import { isDeepStrictEqual } from 'node:util';
import { isAllowed, type Loss } from '../../../domain/organisation/sources/loss.js';
import type { SourceName } from '../../../domain/organisation/sources/staff.js';
import type { Person } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { type Instant, millisecondsOf } from '../../../domain/time.js';
import type { AskedLoss, SourceState } from '../../../store/organisation/source-states.js';
import type { Deps } from '../../deps.js';
import { MOST_HIDDEN, noteHidden } from '../../organisation/protected-people.js';
import { type Looked, lookAt, type SourceLook } from './look.js';
import { SourceLost, type StaffSource } from './staff-source.js';

/** For so many days a yes holds: what is asked a month later is another thing. */
const YES_HOLDS_DAYS = 7;

export type SourceDeps = Pick<Deps, 'staff' | 'marks' | 'sourceStates' | 'now'>;

/** What a look at a source has come to; `faults`: what of it was left out. */
export interface SourceLooked extends Looked {
  faults: readonly string[];
}

/**
 * Looks at a source once, from where the last look ended, and notes how far it came and what the office is to be asked. Rejects
 * with what the source rejects, `SourceRefused` among it: then nobody has gone. `write` false: nothing is written.
 */
export async function lookAtSource(
  deps: SourceDeps,
  source: StaffSource,
  { write, happens }: Pick<SourceLook, 'write' | 'happens'>,
): Promise<SourceLooked> {
  const { name, tenant } = source;
  const state = await deps.sourceStates.read(name);
  const { whole, pages, next, faults, protectedAddresses } = await source.read(state);
  // Before anything else: whoever is protected is so, whatever comes of the rest.
  if (write && protectedAddresses) await noteHidden(deps, name, protectedAddresses);
  const allowed = stillAllowed(state, deps.now());
  const look = { source: name, tenant, whole, pages, allowed, write, happens };
  const looked = await lookAt(deps, look).catch(async (error: unknown) => {
    if (error instanceof SourceLost) await deps.sourceStates.change(name, ({ next: _, ...rest }) => rest);
    throw error;
  });
  if (write) {
    const goesOn = next?.();
    await deps.sourceStates.change(name, (before) => after(before, looked, { next: goesOn, whole }, deps.now()));
  }
  const unknown = (protectedAddresses?.length ?? 0) - MOST_HIDDEN;
  const tooMany = `${unknown} addresses of people in the protected group are more than are kept: the bot knows them when they write. Use a smaller group.`;
  return { ...looked, faults: unknown > 0 ? [...faults, tooMany] : faults };
}

function after(
  before: SourceState,
  { held, loss }: Looked,
  { next, whole }: { next: string | undefined; whole: boolean },
  at: Instant,
): SourceState {
  const { asked: _, allowed: __, next: from, ...rest } = before;
  // What is held is looked at again from where this look began.
  if (held) return { ...rest, ...(from && { next: from }), asked: sameLoss(before.asked, loss) ?? { loss, at } };
  return { ...rest, ...(next && { next }), ...(whole && { wholeAt: at }) };
}

/** What the office is asked about already, where it is the same and nothing more: it is asked once. */
const sameLoss = (asked: AskedLoss | undefined, loss: Loss): AskedLoss | undefined =>
  asked && isDeepStrictEqual(asked.loss, loss) ? asked : undefined;

function stillAllowed({ allowed }: SourceState, now: Instant): Loss | undefined {
  const days = allowed ? (millisecondsOf(now) - millisecondsOf(allowed.at)) / 86_400_000 : 0;
  return allowed && days < YES_HOLDS_DAYS ? allowed.loss : undefined;
}

/** What of a source waits for a yes; undefined where nothing does, and where one has been said. */
export async function openLoss(
  { sourceStates }: Pick<Deps, 'sourceStates'>,
  name: SourceName,
): Promise<AskedLoss | undefined> {
  const { asked, allowed } = await sourceStates.read(name);
  return asked && !(allowed && isAllowed(asked.loss, allowed.loss)) ? asked : undefined;
}

/** The office has been asked about it. */
export const toldOfLoss = async (
  { sourceStates }: Pick<Deps, 'sourceStates'>,
  name: SourceName,
  { at }: AskedLoss,
): Promise<void> => {
  await sourceStates.change(name, (state) =>
    state.asked?.at === at && !state.asked.told ? { ...state, asked: { ...state.asked, told: true } } : undefined,
  );
};

/** Says yes to so many who go; false where no so many are asked about. The next look does it. */
export async function allowLoss(
  deps: Pick<Deps, 'sourceStates' | 'now'>,
  name: SourceName,
  gone: number,
): Promise<boolean> {
  let found = false;
  await deps.sourceStates.change(name, (state) => {
    const { asked } = state;
    found = asked?.loss.gone === gone;
    return asked && found ? { ...state, allowed: { loss: asked.loss, at: deps.now() } } : undefined;
  });
  return found;
}

/** What came of the office's answer. */
export type LossAnswered = 'allowed' | 'kept' | 'gone';

/** The office's answer to whether as many are gone as a source says. Refused to who is not of the office. Two round trips. */
export async function answerLoss(
  deps: Pick<Deps, 'sourceStates' | 'now' | 'directory'>,
  person: Person,
  { source, gone, yes }: { source: SourceName; gone: number; yes: boolean },
): Promise<Result<LossAnswered, { code: 'notAllowed' }>> {
  if (!postsOf(person.emails, deps.directory()).office) return refuse({ code: 'notAllowed' });
  if (!yes) return accept('kept');
  return accept((await allowLoss(deps, source, gone)) ? 'allowed' : 'gone');
}
