import { openDay } from '../../../domain/organisation/calendar/calendar.js';
import { aboutOf, type PostChange } from '../../../domain/organisation/overlay/change.js';
import type { Person } from '../../../domain/person/person.js';
import { askedAbout, hasProposed, isStillMeant, mayAnswer } from '../../../domain/person/proposing.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { addDays, type Day, dayOf, instantOf, millisecondsOf } from '../../../domain/time.js';
import type { EndedProposal, Proposal, ProposalEnd, StoredProposal } from '../../../store/organisation/proposals.js';
import { type Deps, timeZoneOf, todayIn } from '../../deps.js';
import { type ChangeRefusal, changeOrganisation, whyNot } from '../../organisation/change-organisation.js';
import { isProtected, type ProtectedDeps } from '../../organisation/protected-people.js';

/** So many days there are to say yes or no to what somebody proposes for a post. */
export const PROPOSAL_DAYS = 14;

/** So many of one person's can be made, taken back or answered within a day: each is a message to somebody. */
const MOST_A_DAY = 5;
const DAY_MS = 24 * 60 * 60_000;

/** After so many days without an answer the office is asked as well. */
const OFFICE_AFTER_DAYS = 7;

/** From which day on the office is asked beside those who have not answered. */
export const officeAskedOn = (deps: Pick<Deps, 'settings'>, { at }: Pick<Proposal, 'at'>): Day =>
  openDay(addDays(dayOf(at, timeZoneOf(deps)), OFFICE_AFTER_DAYS), deps.settings().calendar);

/** The last day on which a proposal can be answered. */
export const proposalEndsOn = (deps: Pick<Deps, 'settings'>, { at }: Pick<Proposal, 'at'>): Day =>
  openDay(addDays(dayOf(at, timeZoneOf(deps)), PROPOSAL_DAYS), deps.settings().calendar);

/** How a button and a message name a proposal: `post.MIL.leaders.` and its id. No code holds a full stop. */
export const proposalName = ({ id, change }: Pick<Proposal, 'id' | 'change'>): string => `${aboutOf(change)}.${id}`;
const idIn = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export type ProposeRefusal =
  | ChangeRefusal
  /** Somebody has proposed something for the same post, which waits for its answer. */
  | 'proposedAlready'
  /** They have proposed so much today that those who answer are asked no more by them. */
  | 'proposedTooMuch'
  /** Everybody who could answer is a part of it. */
  | 'nobodyToAsk';

type ProposeDeps = Pick<Deps, 'proposals' | 'organisationVersions' | 'directory' | 'now'> & ProtectedDeps;

/**
 * Asks those who answer for the department whether somebody is to have a post; the clock's work asks them. Of one post there is one
 * proposal at a time. The same press twice is one. Six round trips or so.
 */
export async function propose(
  deps: ProposeDeps,
  person: Person,
  change: PostChange,
  idempotencyKey: string,
): Promise<Result<Pick<Proposal, 'id' | 'change' | 'at'>, ProposeRefusal>> {
  if (askedAbout(change, person, deps.directory()).length === 0) return refuse('nobodyToAsk');
  for (;;) {
    const [ended, open] = await Promise.all([deps.proposals.ended(idempotencyKey), deps.proposals.of(aboutOf(change))]);
    // What the press has done stands, whatever has come of it.
    if (ended) return accept(ended);
    if (open?.id === idempotencyKey) return accept(open);
    if (open && !(await endIfOver(deps, open))) return refuse('proposedAlready');
    const since = instantOf(millisecondsOf(deps.now()) - DAY_MS);
    if ((await deps.proposals.madeBy(person.ref, since)) >= MOST_A_DAY) return refuse('proposedTooMuch');
    const why = await whyNot(deps, change, { by: person.ref, idempotencyKey });
    if (why) return refuse(why);
    const made = { id: idempotencyKey, change, at: deps.now(), by: person.ref };
    if (await deps.proposals.add(made)) return accept(made);
  }
}

/**
 * Ends a proposal whose time is over, or that means nothing any more; whether it has ended. `names`: also one of somebody whose personal data
 * are protected since, which costs a few round trips.
 */
export async function endIfOver(
  deps: Pick<Deps, 'proposals' | 'directory' | 'now'> & ProtectedDeps,
  proposal: StoredProposal,
  { names = true } = {},
): Promise<boolean> {
  const over = overBy(deps, proposal);
  const what = over ?? (names && (await namesProtected(deps, proposal)) ? 'overtaken' : undefined);
  if (!what) return false;
  await deps.proposals.end(proposal, { what, at: deps.now() });
  return true;
}

const namesProtected = async (deps: ProtectedDeps, { change }: Pick<Proposal, 'change'>): Promise<boolean> =>
  change.in !== undefined && isProtected(deps, change.in.email);

function overBy(
  deps: Pick<Deps, 'directory' | 'settings' | 'now'>,
  proposal: Proposal,
): Extract<ProposalEnd['what'], 'expired' | 'overtaken'> | undefined {
  if (!isStillMeant(proposal.change, deps.directory())) return 'overtaken';
  return proposalEndsOn(deps, proposal) < todayIn(deps) ? 'expired' : undefined;
}

/** A proposal that can be answered now, by its name; undefined where it is over. One round trip. */
export async function openProposal(
  deps: Pick<Deps, 'proposals' | 'directory' | 'settings' | 'now'>,
  name: string,
): Promise<StoredProposal | undefined> {
  const open = await deps.proposals.of(name.slice(0, name.lastIndexOf('.')));
  return open && open.id === idIn(name) && !overBy(deps, open) ? open : undefined;
}

/** What waits for an answer in a department and its units, and whether the reader has proposed it. One round trip. */
export async function proposalsIn(
  deps: Pick<Deps, 'proposals' | 'directory' | 'settings' | 'now'>,
  person: Person,
  department: string,
): Promise<OpenProposal[]> {
  const open = (await deps.proposals.in(department)).filter((one) => !overBy(deps, one));
  return open.map((one) => ({
    ...{ name: proposalName(one), change: one.change, until: proposalEndsOn(deps, one) },
    isOwn: hasProposed(person, one),
  }));
}

export interface OpenProposal {
  name: string;
  change: PostChange;
  /** The last day on which it can be answered. */
  until: Day;
  isOwn: boolean;
}

/**
 * The answer to a proposal: on yes it is made, in one transaction with its end. Two presses at the same moment are one answer: who
 * comes second is told that it is over, or their own answer again. Refused to whoever is to have the post; who has proposed it says no to
 * take it back, and nothing else.
 */
export async function answerProposal(
  deps: ProposeDeps & Pick<Deps, 'organisationChanged'>,
  person: Person,
  name: string,
  yes: boolean,
): Promise<Result<Pick<EndedProposal, 'what' | 'change' | 'by'>, ChangeRefusal>> {
  const open = await openProposal(deps, name);
  if (!open) return ownAnswer(deps, person, name);
  const isOwn = hasProposed(person, open);
  if (!(isOwn && !yes) && !mayAnswer(person, open, deps.directory())) return refuse('notAllowed');
  const { id, change, by } = open;
  if (yes && (await endIfOver(deps, open))) return ownAnswer(deps, person, name);
  if (!yes) {
    const what = isOwn ? 'takenBack' : 'no';
    const end = { what, at: deps.now(), answeredBy: person.ref } as const;
    return (await deps.proposals.end(open, end)) ? accept({ what, change, by }) : ownAnswer(deps, person, name);
  }
  const made = await changeOrganisation(deps, change, {
    ...{ by: person.ref, idempotencyKey: id, why: 'proposal' },
    may: (directory) => mayAnswer(person, open, directory),
    answers: () => openProposal(deps, name),
  });
  if (made.ok) return accept({ what: 'yes', change, by });
  return made.refusal === 'notAsked' ? ownAnswer(deps, person, name) : made;
}

async function ownAnswer(
  { proposals }: Pick<Deps, 'proposals'>,
  { ref }: Person,
  name: string,
): Promise<Result<EndedProposal, 'notAsked'>> {
  const ended = await proposals.ended(idIn(name));
  return ended?.answeredBy === ref ? accept(ended) : refuse('notAsked');
}
