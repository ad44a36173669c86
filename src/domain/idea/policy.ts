import type { Directory } from '../organisation/directory.js';
import type { Unit } from '../organisation/organisation.js';
import type { PersonRef } from '../person/person.js';
import { listPosts, type Posts, postsOf } from '../person/posts.js';
import { answersChecks, isPlanForOthers } from './deciding/checks.js';
import { opinionRole } from './deciding/opinions.js';
import type { FunderTier, Idea, Outside, Tier, Waiting } from './idea.js';
import type { Role } from './people/role.js';
import { spokenFor } from './use/taking-part.js';

export type { Role } from './people/role.js';

/** Those whose idea it is: they edit, answer and withdraw, and decide nothing. */
export type Submitters = Pick<Idea, 'submitter' | 'coSubmitters'> & Partial<Pick<Idea, 'formerly'>>;
/** Also by a reference under which one of them stands in the record. */
export function isSubmitter(as: PersonRef, { submitter, coSubmitters, formerly }: Submitters): boolean {
  const ref = formerly?.[as] ?? as;
  return ref === submitter || coSubmitters.includes(ref);
}

/** Everybody who has or had the idea, alone, together or as a part of it. */
export type HadBy = Submitters & Partial<Pick<Idea, 'joined' | 'former' | 'formerMarks'>>;
/** Who has or had an idea decides nothing on it (jäv, kommunallagen 6 kap. 28–32 §§). Being asked to join it disqualifies nobody. */
export const mayNotDecide = (ref: PersonRef, idea: HadBy): boolean =>
  isSubmitter(ref, idea) || idea.joined?.includes(ref) === true || idea.former?.includes(ref) === true;
/** All of them, those who have it first. */
export const everybodyIn = ({ submitter, coSubmitters, joined = [], former = [] }: HadBy): PersonRef[] => [
  ...new Set([submitter, ...coSubmitters, ...joined, ...former]),
];
/** Whether nobody can decide on an idea any more, nor open it again: it is a part of another, or nobody is left who withdrew it. */
export const isOver = ({
  stage,
  ending,
  submittersLeft,
}: Pick<Idea, 'stage' | 'ending' | 'submittersLeft'>): boolean =>
  stage === 'withdrawn' ? submittersLeft === true : stage === 'closed' && ending?.into !== undefined;
/** Whether somebody with these marks had the idea before they had their data erased. */
export const hadIt = (
  marks: readonly string[] = [],
  { formerMarks = [] }: Partial<Pick<Idea, 'formerMarks'>>,
): boolean => marks.some((mark) => formerMarks.includes(mark));

type Work = Pick<Idea, 'driver' | 'doer' | 'owner'>;
/** Has said yes to driving, doing or owning it: the money would be for their own work. Being asked moves it to nobody else. */
export const worksOn = (ref: PersonRef, { driver, doer, owner }: Work): boolean =>
  [driver, doer, owner].some((who) => who?.person === ref && who.accepted);
/** Has been asked to and has not answered: they say yes or no to that before they decide on the money. */
const isAskedToWork = (ref: PersonRef, { driver, doer, owner }: Work): boolean =>
  [driver, doer, owner].some((who) => who?.person === ref && !who.accepted);
/** Nobody grants money to an idea of their own, nor to their own work (kommunallagen 6 kap. 28–32 §§ and 7 kap. 4 §). */
export const mayNotFund = (ref: PersonRef, idea: HadBy & Work): boolean =>
  mayNotDecide(ref, idea) || worksOn(ref, idea);

/** Who decides, in the order in which it comes to them. */
export const tiers = ['leader', 'deputy', 'office'] as const satisfies readonly Tier[];
const order: readonly Tier[] = [...tiers, 'outside'];

/** The one of two tiers that comes to decide after the other. */
export const laterTier = (one: Tier, other: Tier): Tier => (order.indexOf(other) > order.indexOf(one) ? other : one);

/** The tier that decides now: as stored, or a later one when the department has lost its leaders (or is gone) since. */
export function tierOf(idea: Pick<Idea, 'tier' | 'department'>, directory: Directory): Tier {
  const present = directory.department(idea.department) ? directory.decidersOf(idea.department, []).role : 'office';
  return laterTier(idea.tier, present);
}

/** Leaders always; a deputy while a leader is away or may not decide; the innovation office when neither can. */
function mayDecide(posts: Posts, idea: Idea, directory: Directory, aLeaderIsAway: boolean): boolean {
  const tier = tierOf(idea, directory);
  const department = directory.codeNow(idea.department);
  return (
    posts.leads.includes(department) ||
    (posts.deputises.includes(department) && (aLeaderIsAway || tier !== 'leader')) ||
    (posts.office && (tier === 'office' || tier === 'outside'))
  );
}

/**
 * A person's roles on an idea as it is stored now; never what a card claims. `others` are references that are theirs too, or
 * may be: what stands under them is no less their own to be kept from.
 */
export function rolesOn(
  person: { ref: PersonRef; others?: readonly PersonRef[]; emails: readonly string[]; marks?: readonly string[] },
  idea: Idea,
  directory: Directory,
  aLeaderIsAway: boolean,
): ReadonlySet<Role> {
  const posts = postsOf(person.emails, directory);
  const refs = [person.ref, ...(person.others ?? [])];
  const roles = new Set<Role>(['reader']);
  // The reference of the last one who was erased stays, and is nobody's.
  if (!idea.submittersLeft && isSubmitter(person.ref, idea)) roles.add('submitter');
  else if (idea.joined?.includes(person.ref)) roles.add('joined');
  if (idea.askedColleagues?.some(({ person: asked }) => asked === person.ref)) roles.add('invitee');
  if (!refs.some((ref) => mayNotDecide(ref, idea)) && !hadIt(person.marks, idea)) {
    if (mayDecide(posts, idea, directory, aLeaderIsAway)) roles.add('decider');
    const ownWork = refs.some((ref) => worksOn(ref, idea) || isAskedToWork(ref, idea));
    const funds = ownWork ? undefined : fundsAs(posts, idea, directory);
    if (funds && directory.delegationOf(funds, idea.department)) roles.add('funder');
    else if (funds && idea.waiting?.for === 'funder') roles.add('noter');
    if (answersFor(posts).length > 0 || (posts.office && isAskedInVain(idea, directory))) roles.add('adopter');
    const spoken = directory.everyCode(spokenFor(listPosts(posts)));
    if (spoken.some((code) => idea.takingPart?.[code])) roles.add('partner');
    if (posts.office) roles.add('office');
    if (answersChecks(idea, person.ref, roles.has('decider'))) roles.add('checker');
    const advises = opinionRole(idea, person.ref);
    if (advises) roles.add(advises);
  }
  // Whoever decides on the idea, but not on its money, can note what was decided on that.
  const decidesOnThis = roles.has('funder') || (roles.has('decider') && idea.waiting?.for !== 'funder');
  if (!decidesOnThis && mayNote(posts, idea, directory)) roles.add('noter');
  if (posts.registrar) roles.add('registrar');
  if (person.ref === idea.driver?.person) roles.add('driver');
  if (person.ref === idea.doer?.person) roles.add('doer');
  if (person.ref === idea.owner?.person) roles.add('owner');
  if (person.ref === idea.successor?.person) roles.add(idea.successor.accepted ? 'successor' : 'askedSuccessor');
  return roles;
}

/** A department is asked to take the idea in where nobody leads: then the office answers. */
const isAskedInVain = ({ adoptions }: Idea, { leaderless }: Directory): boolean =>
  leaderless.some((code) => adoptions[code]?.status === 'invited');

/** The departments for which somebody says whether an idea is taken in: those that they lead or deputise in. */
export const answersFor = ({ leads, deputises }: Pick<Posts, 'leads' | 'deputises'>): string[] => [
  ...new Set([...leads, ...deputises]),
];

/** The departments for which this person says so, by the codes that they have now. */
export function departmentsOf({ emails }: { emails: readonly string[] }, directory: Directory): string[] {
  const posts = postsOf(emails, directory);
  // Where a department has nobody, the office answers for it.
  const all = [...answersFor(posts), ...(posts.office ? directory.leaderless : [])];
  return [...new Set(all.map(directory.codeNow))];
}

/**
 * The department for which a reader is asked to take an idea in, of those that they answer for: the one that they have
 * chosen, else one that was invited, else one that has not got it, else one that has.
 */
export function departmentAsked(
  { department, adoptions, takingPart }: Idea,
  departments: readonly string[],
  chosen?: string,
): string | undefined {
  if (chosen !== undefined && departments.includes(chosen)) return chosen;
  const others = departments.filter((code) => code !== department);
  return (
    others.find((code) => adoptions[code]?.status === 'invited') ??
    others.find((code) => takingPart?.[code] && adoptions[code] === undefined) ??
    others.find((code) => adoptions[code] === undefined) ??
    others[0]
  );
}

/** Where an idea's money is decided on: how far it has come, what it is of, and where the idea comes from. */
export type Funded = Pick<
  Idea,
  'department' | 'unit' | 'money' | 'smallTest' | 'confidential' | 'keptNames' | 'joined' | 'submitter' | 'coSubmitters'
>;

/**
 * The unit whose own managers decide on the money of a small test. None where a name is kept: who is asked would know where
 * it comes from. None either in a department that the idea has been passed on to.
 */
export function fundingUnit(idea: Funded, directory: Directory): Unit | undefined {
  const found = idea.unit && !keepsPlace(idea) ? directory.unit(idea.unit) : undefined;
  return found?.department.code === directory.codeNow(idea.department) ? found.unit : undefined;
}

/** Whether a sum is within what the department's managers decide on. */
export const isWithinLimit = (cost: number, department: string, directory: Directory): boolean =>
  cost <= (directory.department(department)?.costLimit ?? 0);

/**
 * Who may decide on an idea's money, as it is stored: of a small test the managers of its unit; else the department's own
 * managers within their limit; above it, or where it has come to it, the innovation office; where nobody could, whoever has
 * come since.
 */
export function fundingTiers(idea: Funded, directory: Directory): Funds[] {
  const { department, money, smallTest } = idea;
  if (!money) return [];
  const { funder, asked } = money;
  // A unit or a department that has lost its managers has nobody else.
  const hasOwn = (fundingUnit(idea, directory)?.managers.length ?? 0) > 0;
  const isManaged = (directory.department(department)?.managers.length ?? 0) > 0;
  const isWithin = isWithinLimit(asked, department, directory);
  const asUnit = funder === 'unitManager' || (funder === 'outside' && smallTest === true && hasOwn);
  const asManager =
    funder === 'manager' || (isWithin && (funder === 'outside' || (funder === 'unitManager' && !hasOwn)));
  const asOffice = funder === 'unitManager' ? !hasOwn && !(isWithin && isManaged) : funder !== 'manager' || !isManaged;
  return [
    ...(asUnit ? (['unitManager'] as const) : []),
    ...(asManager ? (['manager'] as const) : []),
    ...(asOffice ? (['office'] as const) : []),
  ];
}

type Funds = Exclude<FunderTier, Outside>;
/** Who decides on money, in the order in which it comes to them. */
export const funderTiers = ['unitManager', 'manager', 'office'] as const satisfies readonly Funds[];

/** As what somebody decides on an idea's money; undefined for everybody else. */
export function fundsAs(posts: Posts, idea: Funded, directory: Directory): Funds | undefined {
  const unit = fundingUnit(idea, directory)?.code;
  const holds = {
    unitManager: unit !== undefined && posts.manages.some((place) => place.unit === unit),
    manager: managesAll(posts, directory.codeNow(idea.department)),
    office: posts.office,
  };
  return fundingTiers(idea, directory).find((tier) => holds[tier]);
}

const managesAll = ({ manages }: Posts, department: string): boolean =>
  manages.some((place) => place.department === department && place.unit === undefined);

/** Whether all are disqualified and somebody is one of them: they may note what was decided elsewhere, though not decide. */
function mayNote(posts: Posts, idea: Idea, directory: Directory): boolean {
  const { money, waiting, tier } = idea;
  const department = directory.codeNow(idea.department);
  const inChain = posts.leads.includes(department) || posts.deputises.includes(department) || posts.office;
  return waiting?.for === 'funder'
    ? money?.funder === 'outside' && (inChain || managesAll(posts, department))
    : tier === 'outside' && inChain;
}

/** Whether somebody answers a proposal to make `from` a part of `into`: by their roles on that one, and never on an idea of their own. */
export const mayAnswer = (ref: PersonRef, from: Idea, into: Pick<Idea, 'id'>, rolesThere: ReadonlySet<Role>): boolean =>
  from.proposal?.into === into.id && rolesThere.has('decider') && !mayNotDecide(ref, from);

/** Those who have asked for their name to be kept: each for themself. */
export const keptNamesOf = (idea: Pick<Idea, 'confidential' | 'keptNames'> & Submitters): readonly PersonRef[] =>
  idea.keptNames ?? (idea.confidential ? [idea.submitter, ...idea.coSubmitters] : []);
export const isKept = (who: PersonRef | 'clock', idea: Idea): boolean =>
  idea.confidential && keptNamesOf(idea).includes(who);

/**
 * Whether a reader may know who this is. Everyone may read an idea; the name of somebody who asked for it is for those
 * who decide and for themselves, and for those who have the idea together with them: not for those whose own idea has
 * become a part of it, nor theirs for the others.
 */
export function mayName(
  reader: { ref: PersonRef; roles: ReadonlySet<Role> },
  who: PersonRef | 'clock',
  idea: Idea,
): boolean {
  if (reader.roles.has('decider') || !isKept(who, idea)) return true;
  return who === reader.ref || (reader.roles.has('submitter') && isSubmitter(who, idea) && !idea.gathered);
}

/** Unit and workplace are those of whoever sent the idea: where such a name is kept they would tell it. */
export const keepsPlace = (
  idea: Pick<Idea, 'confidential' | 'keptNames' | 'joined' | 'submitter' | 'coSubmitters'>,
): boolean => idea.confidential && keptNamesOf(idea).some((who) => !idea.joined?.includes(who));
/** Whether a reader may know where in the department it comes from. */
export const maySeePlace = (roles: ReadonlySet<Role>, idea: Idea): boolean =>
  !keepsPlace(idea) || roles.has('decider') || (roles.has('submitter') && !idea.gathered);

/** True when somebody is asked about the idea beside what it waits for: whether it is theirs too, a part of theirs to decide on, theirs to take over, or what they think. */
export const isAskedBeside = (roles: ReadonlySet<Role>): boolean =>
  (['invitee', 'answerer', 'askedSuccessor', 'checker', 'askedOpinion'] as const).some((role) => roles.has(role));

/** True when the idea waits for this person now. */
export function isTheirTurn(person: PersonRef, roles: ReadonlySet<Role>, idea: Idea): boolean {
  if (!idea.waiting) return false;
  if ('person' in idea.waiting) return idea.waiting.person === person;
  // Whoever leads the work may decide on ideas here, and others say yes to this plan.
  if (roles.has('driver') && idea.waiting.for === 'deciders' && isPlanForOthers(idea)) return false;
  return roles.has('noter') || roles.has(idea.waiting.for === 'funder' ? 'funder' : 'decider');
}

/** Whether what an idea waits for is decided outside, because it is the own of everybody who could decide here. */
export const isDecidedOutside = ({ tier, money }: Pick<Idea, 'tier' | 'money'>, waiting: Waiting): boolean =>
  (waiting.for === 'deciders' && tier === 'outside') || (waiting.for === 'funder' && money?.funder === 'outside');
