import { MOST_NAMED } from '../../../app/idea/people/names.js';
import { askedIn, grantedIn } from '../../../domain/idea/deciding/resources.js';
import type { AskedColleague, Assigned, Money } from '../../../domain/idea/idea.js';
import { isKept, maySeePlace } from '../../../domain/idea/policy.js';
import { isSameDepartment } from '../../../domain/idea/use/own-codes.js';
import { capitalised } from '../../../domain/language/tidy.js';
import { nameIn } from '../../../domain/organisation/organisation.js';
import { isOnePlace } from '../../../domain/organisation/place.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { daysText, dayText, instantText } from '../../../text/dates.js';
import type { TextKey } from '../../../text/index.js';
import { few } from '../../organisation/few.js';
import { goalNames } from '../../organisation/goals.js';
import type { Fact } from '../../paragraphs.js';
import { shortPlaceName } from '../../places.js';
import { shortened } from '../../shortened.js';
import { atStart, type Reading } from '../reading.js';
import { resourcesText, usedText } from './answers.js';
import type { StakeKind } from './turn-band.js';
import { followedUpFact } from './use-texts.js';

/** So much of whom to talk to stands beside a department's name. */
const BEGINNING = 80;

/** Facts that stand on top already where somebody decides on this. */
const onTop = {
  idea: ['idea.fact.submitter', 'idea.fact.unit'],
  plan: ['idea.fact.driver'],
  money: [],
  result: ['idea.fact.money', 'idea.fact.hours', 'idea.fact.moneyAndHours'],
  use: ['idea.fact.money', 'idea.fact.hours', 'idea.fact.moneyAndHours', 'idea.fact.department'],
} as const satisfies Record<StakeKind, readonly TextKey[]>;

/** Where the idea is, who takes care of it, who submitted it, its test and its money. */
export function facts(reading: Reading, stake?: StakeKind): Fact[] {
  const kind = kindOf(reading);
  const top = stake ? onTop[stake].map((key) => reading.context.t(key, { kind })) : [];
  return allFacts(reading).filter(({ label }) => !top.includes(label));
}

const kindOf = ({ context, idea }: Reading) => context.directory.department(idea.department)?.kind ?? 'department';

function allFacts(reading: Reading): Fact[] {
  const { context, idea } = reading;
  const { t, directory } = context;
  const fact = (label: string, ...values: (string | undefined)[]): Fact[] => {
    const given = values.filter((value) => value !== undefined && value !== '').map((text) => ({ text: String(text) }));
    return given.length > 0 ? [{ label, values: given }] : [];
  };
  const place = (code: string) => shortPlaceName(context, { department: code });
  const day = (date: string | undefined) => date && dayText(date, context.language, context.today);
  // Of somebody who has become protected since, or has left, the place would tell what their name does not.
  const seesPlace = maySeePlace(reading.reader.roles, idea) && reading.nameOf(idea.submitter).known;
  const unit = seesPlace && idea.unit ? directory.unit(idea.unit)?.unit : undefined;
  const alsoLeads = idea.leader !== undefined && idea.leader === idea.driver?.person && idea.driver.accepted;
  const leaders = idea.leader
    ? alsoLeads
      ? []
      : [person(reading, idea.leader)]
    : directory.leadersOf(idea.department).map(({ name }) => name);
  const driver = assignedText(reading, idea.driver);
  const { test } = idea;
  return [
    ...fact(
      t('idea.fact.department', { kind: kindOf(reading) }),
      isOnePlace(directory) ? undefined : place(idea.department),
    ),
    ...fact(t('idea.fact.unit'), unit ? nameIn(unit.name, context.language) : undefined),
    ...fact(
      t('idea.fact.origin'),
      isSameDepartment(idea.origin, idea.department, directory) ? undefined : place(idea.origin),
    ),
    ...fact(t('idea.fact.concerns'), ...few(context, [...new Set(idea.concerns.map(place))])),
    ...goalsFact(reading),
    ...fact(t('idea.fact.leader', { count: leaders.length }), few(context, leaders).join(', ')),
    ...fact(t('idea.fact.driver'), alsoLeads && driver ? t('idea.fact.alsoLeader', { name: driver }) : driver),
    ...fact(t('idea.fact.doer'), assignedText(reading, idea.doer)),
    // Among what the stage needs it stands already, as the money of a plan does.
    ...fact(t('idea.fact.owner'), idea.stage === 'scaling' ? undefined : assignedText(reading, idea.owner)),
    // Who looks after it says more, once somebody does.
    ...fact(t('idea.fact.successor'), idea.owner ? undefined : assignedText(reading, idea.successor)),
    ...fact(
      t('existing.fact.contact'),
      idea.contact === undefined || idea.contact === idea.submitter ? undefined : person(reading, idea.contact),
    ),
    ...fact(t(idea.entered ? 'existing.fact.by' : 'idea.fact.submitter'), submitterText(reading)),
    ...fact(t('idea.fact.writtenFor'), ...askedNames(reading, 'submitter')),
    ...fact(
      t('idea.fact.together'),
      ...namesAndNumber(reading, idea.coSubmitters.filter(reading.knows)),
      ...askedNames(reading, 'coSubmitter'),
    ),
    ...fact(t('idea.fact.joined'), ...joinedNames(reading)),
    ...fact(t('idea.fact.workplace'), seesPlace ? idea.workplace : undefined),
    ...fact(
      t(idea.entered ? 'existing.fact.on' : 'idea.fact.submittedOn'),
      instantText(idea.createdAt, context.language, context.timeZone, context.today),
    ),
    ...fact(t('idea.fact.test'), test && daysText(test.start, test.end, context.language, context.today)),
    ...fact(t(moneyLabel(idea.money)), idea.stage === 'planning' ? undefined : moneyText(reading)),
    ...fact(t('idea.fact.diary'), ...new Set([idea.diary, idea.money?.diary])),
    ...followedUpFact(reading),
    ...fact(t('idea.fact.tryAgainOn'), day(idea.ending?.tryAgainOn)),
    ...fact(t('idea.fact.need'), needText(reading)),
    ...fact(t('idea.fact.takingPart'), ...takingPart(reading)),
    ...fact(t('idea.fact.thanks'), reading.reacted.thank.count > 0 ? String(reading.reacted.thank.count) : undefined),
  ];
}

/** The goals that it serves; none where the municipality has none of them any more. */
function goalsFact({ context, idea }: Reading): Fact[] {
  const names = goalNames(context, idea.goals ?? []);
  if (names.length === 0) return [];
  return [{ label: context.t('idea.fact.goals', { count: names.length }), values: names.map((text) => ({ text })) }];
}

/**
 * "14 personer i 3 förvaltningar": how many have said that they have the same problem. So few that they could be known are
 * not counted. Empty where nobody has.
 */
export function needText({
  context,
  reacted: { need },
}: Pick<Reading, 'context'> & { reacted: Pick<Reading['reacted'], 'need'> }): string {
  const { count, mine, departments = {} } = need;
  return count === 0
    ? ''
    : context.t('idea.need.same', {
        count,
        mine: String(mine),
        departments: new Set(Object.keys(departments).map(context.directory.codeNow)).size,
      });
}

/**
 * The departments that are part of solving it, beside the one that has the idea now: each with whom to talk to there, for those who
 * have something to do with the idea. Everybody else reads no names here.
 */
function takingPart({ context, idea, reader }: Reading): string[] {
  const others = Object.entries(idea.takingPart ?? {}).filter(
    ([code]) => !isSameDepartment(code, idea.department, context.directory),
  );
  const isConcerned = [...reader.roles].some((role) => role !== 'reader');
  return others.map(([code, { contact, cameWith }]) => {
    const department = shortPlaceName(context, { department: code });
    if (contact && isConcerned)
      return context.t('idea.takingPart.contact', { department, contact: shortened(contact, BEGINNING) });
    return cameWith ? context.t('idea.takingPart.cameWith', { department, id: cameWith }) : department;
  });
}

/** "50 000 kr och 40 timmar, beviljat 40 000 kr, använt 38 000 kr": what was asked for and what came of it. Empty where nothing was asked for. */
export function moneyText(reading: Reading): string {
  const { context, idea } = reading;
  if (!idea.money) return '';
  const asked = resourcesText(context, askedIn(idea.money));
  const granted = grantedIn(idea.money);
  if (!granted) return context.t('idea.need.money.waits', { amount: asked });
  const used = usedText(reading);
  return [
    asked,
    context.t('idea.need.granted', { amount: resourcesText(context, granted) }),
    ...(used ? [context.t('idea.need.used.amount', { amount: used })] : []),
  ].join(', ');
}

/** What that is called: money, hours of work, or both. */
export function moneyLabel(money: Money | undefined) {
  const { amount, hours } = money ? askedIn(money) : { amount: 0, hours: 0 };
  if (hours === 0) return 'idea.fact.money';
  return amount === 0 ? 'idea.fact.hours' : 'idea.fact.moneyAndHours';
}

/** By name, or a role that begins a line. */
const person = ({ nameOf }: Reading, ref: PersonRef): string => atStart(nameOf(ref));

/** Somebody with a task, and that they have not answered yet. */
export function assignedText(reading: Reading, who: Assigned | undefined): string | undefined {
  if (!who) return undefined;
  const name = person(reading, who.person);
  return who.accepted ? name : reading.context.t('idea.fact.asked', { name });
}

/** Those who have been asked whether the idea is theirs and have not answered: by name only to those who asked, and to themselves. */
function askedNames(reading: Reading, as: AskedColleague['as']): string[] {
  const { context, idea, reader } = reading;
  const mayKnow = (ref: PersonRef) => reader.roles.has('submitter') || ref === reader.ref;
  return (idea.askedColleagues ?? [])
    .filter((asked) => asked.as === as)
    .map((asked) => {
      const name = mayKnow(asked.person) ? person(reading, asked.person) : capitalised(context.t('idea.aColleague'));
      return context.t('idea.fact.asked', { name });
    });
}

/** Those whose own idea is a part of this one; the ones who cannot be named are told by their number. */
function joinedNames(reading: Reading): string[] {
  const { context, idea, knows } = reading;
  const joined = idea.joined ?? [];
  const named = joined
    .slice(0, MOST_NAMED)
    .filter((ref) => knows(ref) && reading.nameOf(ref).known)
    .map((ref) => person(reading, ref));
  const others = joined.length - named.length;
  return others > 0 ? [...named, context.t('idea.fact.others', { count: others })] : named;
}

/** More people than have been looked up are told by their number; of fewer each stands for themself, by role where no name is known. */
function namesAndNumber(reading: Reading, refs: readonly PersonRef[]): string[] {
  if (refs.length <= MOST_NAMED) return refs.map((ref) => person(reading, ref));
  const named = refs.filter((ref) => reading.nameOf(ref).known).map((ref) => person(reading, ref));
  const others = refs.length - named.length;
  return others > 0 ? [...named, reading.context.t('idea.fact.others', { count: others })] : named;
}

/** Who sent it, by name where the reader may know it. */
export function submitterText(reading: Reading): string {
  const { context, idea, knows } = reading;
  if (idea.submittersLeft) return context.t('idea.fact.submitterLeft');
  if (!knows(idea.submitter)) return context.t('idea.fact.submitterHidden');
  const name = person(reading, idea.submitter);
  return isKept(idea.submitter, idea) ? context.t('idea.fact.submitterConfidential', { name }) : name;
}
