import { openDay } from '../../domain/organisation/calendar/calendar.js';
import { mayBeAfter, type Person, type PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { addDays, type Day, dayOf, millisecondsOf } from '../../domain/time.js';
import type { Claim } from '../../store/person/accounts.js';
import type { ReadPerson } from '../../store/person/people.js';
import { type Deps, timeZoneOf, todayIn } from '../deps.js';

/** So many days the office has to say whether a new account is the same person's. */
export const CLAIM_DAYS = 30;

/** The last day on which a claim can be answered. */
export const claimEnds = (deps: Pick<Deps, 'settings'>, { at }: Pick<Claim, 'at'>): Day =>
  openDay(addDays(dayOf(at, timeZoneOf(deps)), CLAIM_DAYS), deps.settings().calendar);

/** Somebody new, and whose ideas may be theirs. */
export interface ClaimSeen {
  claim: Claim;
  by: ReadPerson;
  of: ReadPerson;
}

/** A claim that can be answered now; undefined where it has been answered, has run out, or one of the two is gone. */
export async function openClaim(deps: Deps, of: PersonRef): Promise<ClaimSeen | undefined> {
  const claim = await deps.accounts.claim(of);
  if (!claim || claimEnds(deps, claim) < todayIn(deps)) return undefined;
  const [by, old] = await Promise.all([deps.people.byRef(claim.by), deps.people.byRef(claim.of)]);
  return by && old ? { claim, by, of: old } : undefined;
}

/** What came of the answer, about somebody of this name; undefined where nobody may see it. */
export interface ClaimAnswered {
  kind: 'moved' | 'kept' | 'alive' | 'own' | 'gone';
  name: string | undefined;
}

/** What each of the two is called to the office; of none of them where either is protected: they may be one person. */
export const namesIn = ({ by, of }: Pick<ClaimSeen, 'by' | 'of'>): { by: string; of: string } | undefined =>
  by.person.protected || of.person.protected ? undefined : { by: by.person.name, of: of.person.name };

const TRIES = 20;

/**
 * The office's answer to whether somebody new is somebody they know. On yes both references are one person's from then on,
 * and the ideas follow by the clock's work. Nothing moves in the answerer's own case, and where the earlier account has been
 * used since the new one came: then two people have it. Refused to who is not of the office.
 */
export async function answerClaim(
  deps: Deps,
  person: Person,
  by: PersonRef,
  same: boolean,
): Promise<Result<ClaimAnswered, { code: 'notAllowed' }>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!postsOf(person.emails, deps.directory()).office) return refuse({ code: 'notAllowed' });
    const open = await openClaim(deps, by);
    if (!open) return accept({ kind: 'gone', name: undefined });
    const { claim, by: comer, of } = open;
    const name = namesIn(open)?.by;
    if (person.ref === comer.person.ref || person.ref === of.person.ref) return accept({ kind: 'own', name });
    const alive = isAlive(of, claim);
    if (!same || alive) {
      await deps.accounts.dropClaim(claim);
      return accept({ kind: alive && same ? 'alive' : 'kept', name });
    }
    const united = await deps.accounts.unite({
      gone: comer,
      stays: of,
      as: together(comer, of),
      since: deps.now(),
      claim,
    });
    if (united) return accept({ kind: 'moved', name });
  }
  throw new Error(`Two accounts changed ${TRIES} times while they were made one person's`);
}

/** The earlier account has been used since: who has been recreated has no use of the old one. */
const isAlive = ({ person: { askedRoster } }: ReadPerson, { at }: Claim): boolean =>
  askedRoster !== undefined && millisecondsOf(askedRoster.at) > millisecondsOf(at);

/** Who they are, where they can be written to and what they have chosen is as it is now; what they were greeted to is both. */
function together(now: ReadPerson, before: ReadPerson) {
  const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  const { reach, refusedOn, person } = now;
  const welcomed = both(person.welcomed, before.person.welcomed);
  const disowned = both(person.disowned, before.person.disowned);
  const mayBe = mayBeAfter({ ref: before.person.ref, mayBe: before.person.mayBe ?? [] }, [person]);
  return {
    person: { ...person, welcomed, disowned, ...(mayBe.length > 0 && { mayBe }) },
    ...(reach && { reach }),
    ...(refusedOn && { refusedOn }),
  };
}
