import { MOST_NAMED } from '../../../app/idea/people/names.js';
import type { AskedColleague, Assigned } from '../../../domain/idea/idea.js';
import { isKept, maySeePlace } from '../../../domain/idea/policy.js';
import { nameIn } from '../../../domain/organisation/organisation.js';
import type { PersonRef } from '../../../domain/person/person.js';
import { daysText, dayText, instantText } from '../../../text/dates.js';
import type { TextKey } from '../../../text/index.js';
import type { Fact } from '../../paragraphs.js';
import { shortPlaceName } from '../../places.js';
import { capitalised, type Reading } from '../reading.js';
import { amountText } from './answers.js';
import { followedUpFact } from './use-texts.js';

/** Facts that stand on top already where somebody decides on this. */
const onTop = {
  idea: ['idea.fact.submitter', 'idea.fact.unit'],
  plan: ['idea.fact.driver'],
  money: [],
  result: ['idea.fact.money'],
} as const satisfies Record<string, readonly TextKey[]>;

/** Where the idea is, who takes care of it, who submitted it, its test and its money. */
export function facts(reading: Reading, stake?: keyof typeof onTop): Fact[] {
  const top = stake ? onTop[stake].map((key) => reading.kit.say(key)) : [];
  return allFacts(reading).filter(({ label }) => !top.includes(label));
}

function allFacts(reading: Reading): Fact[] {
  const { kit, idea } = reading;
  const { say, directory } = kit;
  const fact = (label: string, ...values: (string | undefined)[]): Fact[] => {
    const given = values.filter((value) => value !== undefined && value !== '').map((text) => ({ text: String(text) }));
    return given.length > 0 ? [{ label, values: given }] : [];
  };
  const place = (code: string) => shortPlaceName(kit, { department: code });
  const day = (date: string | undefined) => date && dayText(date, kit.language, kit.today);
  const seesPlace = maySeePlace(reading.reader.roles, idea);
  const unit = seesPlace && idea.unit ? directory.unit(idea.unit)?.unit : undefined;
  const alsoLeads = idea.leader !== undefined && idea.leader === idea.driver?.person && idea.driver.accepted;
  const leaders = idea.leader
    ? alsoLeads
      ? []
      : [person(reading, idea.leader)]
    : directory.leadersOf(idea.department).map(({ name }) => name);
  const driver = assigned(reading, idea.driver);
  const kind = directory.department(idea.department)?.kind ?? 'department';
  const { test } = idea;
  return [
    ...fact(say('idea.fact.department', { kind }), place(idea.department)),
    ...fact(say('idea.fact.unit'), unit ? nameIn(unit.name, kit.language) : undefined),
    ...fact(say('idea.fact.origin'), idea.origin === idea.department ? undefined : place(idea.origin)),
    ...fact(say('idea.fact.concerns'), ...idea.concerns.map(place)),
    ...fact(say('idea.fact.leader', { count: leaders.length }), leaders.join(', ')),
    ...fact(say('idea.fact.driver'), alsoLeads && driver ? say('idea.fact.alsoLeader', { name: driver }) : driver),
    ...fact(say('idea.fact.doer'), assigned(reading, idea.doer)),
    // Among what the stage needs it stands already, as the money of a plan does.
    ...fact(say('idea.fact.owner'), idea.stage === 'scaling' ? undefined : assigned(reading, idea.owner)),
    ...fact(say('idea.fact.submitter'), submitterText(reading)),
    ...fact(say('idea.fact.writtenFor'), ...askedNames(reading, 'submitter')),
    ...fact(
      say('idea.fact.together'),
      ...idea.coSubmitters.filter(reading.knows).map((ref) => person(reading, ref)),
      ...askedNames(reading, 'coSubmitter'),
    ),
    ...fact(say('idea.fact.joined'), ...joinedNames(reading)),
    ...fact(say('idea.fact.workplace'), seesPlace ? idea.workplace : undefined),
    ...fact(say('idea.fact.submittedOn'), instantText(idea.createdAt, kit.language, kit.timeZone, kit.today)),
    ...fact(say('idea.fact.test'), test && daysText(test.start, test.end, kit.language, kit.today)),
    ...fact(say('idea.fact.money'), idea.stage === 'planning' ? undefined : moneyText(reading)),
    ...fact(say('idea.fact.diary'), idea.money?.diary),
    ...followedUpFact(reading),
    ...fact(say('idea.fact.tryAgainOn'), day(idea.ending?.tryAgainOn)),
    ...fact(say('idea.fact.thanks'), idea.thankedBy.length > 0 ? String(idea.thankedBy.length) : undefined),
  ];
}

/** "50 000 kr, beviljat 40 000 kr, använt 38 000 kr": what was asked for and what came of it. Empty where no money was asked for. */
export function moneyText({ kit, idea: { money, answers } }: Reading): string {
  if (!money) return '';
  const asked = amountText(kit, money.asked);
  if (money.granted === undefined) return kit.say('idea.need.money.waits', { amount: asked });
  const amount = (key: TextKey, value: number | undefined) =>
    value === undefined ? [] : [kit.say(key, { amount: amountText(kit, value) })];
  return [
    asked,
    ...amount('idea.need.granted', money.granted),
    ...amount('idea.need.used.amount', answers.used === undefined ? undefined : Number(answers.used)),
  ].join(', ');
}

/** By name, or a role that begins a line. */
function person({ nameOf }: Reading, ref: PersonRef): string {
  const { text, known } = nameOf(ref);
  return known ? text : capitalised(text);
}

/** Somebody with a task, and that they have not answered yet. */
export function assigned(reading: Reading, who: Assigned | undefined): string | undefined {
  if (!who) return undefined;
  const name = person(reading, who.person);
  return who.accepted ? name : reading.kit.say('idea.fact.asked', { name });
}

/** Those who have been asked whether the idea is theirs and have not answered: by name only to those who asked, and to themselves. */
function askedNames(reading: Reading, as: AskedColleague['as']): string[] {
  const { kit, idea, reader } = reading;
  const mayKnow = (ref: PersonRef) => reader.roles.has('submitter') || ref === reader.ref;
  return (idea.askedColleagues ?? [])
    .filter((asked) => asked.as === as)
    .map((asked) => {
      const name = mayKnow(asked.person) ? person(reading, asked.person) : capitalised(kit.say('idea.aColleague'));
      return kit.say('idea.fact.asked', { name });
    });
}

/** Those whose own idea is a part of this one; the ones who cannot be named are told by their number. */
function joinedNames(reading: Reading): string[] {
  const { kit, idea, knows } = reading;
  const joined = idea.joined ?? [];
  const named = joined
    .slice(0, MOST_NAMED)
    .filter((ref) => knows(ref) && reading.nameOf(ref).known)
    .map((ref) => person(reading, ref));
  const others = joined.length - named.length;
  return others > 0 ? [...named, kit.say('idea.fact.others', { count: others })] : named;
}

/** Who sent it, by name where the reader may know it. */
export function submitterText(reading: Reading): string {
  const { kit, idea, knows } = reading;
  if (idea.submittersLeft) return kit.say('idea.fact.submitterLeft');
  if (!knows(idea.submitter)) return kit.say('idea.fact.submitterHidden');
  const name = person(reading, idea.submitter);
  return isKept(idea.submitter, idea) ? kit.say('idea.fact.submitterConfidential', { name }) : name;
}
