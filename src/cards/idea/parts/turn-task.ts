import { needsOtherYes, waitsForChecks, waitsForTicks } from '../../../domain/idea/deciding/checks.js';
import { asksForTheSame, declinedOf } from '../../../domain/idea/deciding/earlier-no.js';
import { askedIn, costOf, isFree, takenBy } from '../../../domain/idea/deciding/resources.js';
import type { Waiting } from '../../../domain/idea/idea.js';
import { isReady } from '../../../domain/idea/needs.js';
import { isDecidedOutside } from '../../../domain/idea/policy.js';
import { dayText } from '../../../text/dates.js';
import type { TextKey, Values } from '../../../text/index.js';
import { officeName, shortPlaceName } from '../../places.js';
import { delegationOf, funderNames, ofPlace, willFund } from '../funders.js';
import type { Reading } from '../reading.js';
import { resourcesText } from './answers.js';

/** What an idea waits for, as names of texts: `waits.task.…` to the one it waits for, `waits.what.…` to others where it says more than the name. */
type TaskText =
  | 'deciders'
  | 'nameDriver'
  | 'nameOwner'
  | 'approvePlan.free'
  | 'approvePlan.manager'
  | 'approvePlan.managerAlone'
  | 'approvePlan.office'
  | 'ownPlan.free'
  | 'ownPlan.manager'
  | 'ownPlan.managerAlone'
  | 'ownPlan.office'
  | 'mendPlan'
  | 'decideResult'
  | 'funder'
  | 'funderChecks'
  | 'noDelegation'
  | 'outside'
  | 'submitter'
  | 'doer'
  | 'doerAsked'
  | 'driverAsked'
  | 'exploring'
  | 'exploringReady'
  | 'hoursDeclined'
  | 'moneyDeclined'
  | 'hoursQuestion'
  | 'moneyQuestion'
  | 'planning'
  | 'planningReady'
  | 'planningChecks'
  | 'planningChecksOwn'
  | 'piloting'
  | 'pilotingReady'
  | 'ownerAsked'
  | 'owner';

/** What others see of it. Where the name alone says enough there is nothing. */
const seenByOthers: Partial<Record<TaskText, TextKey>> = {
  'approvePlan.free': 'waits.what.plan',
  'approvePlan.manager': 'waits.what.plan',
  'approvePlan.managerAlone': 'waits.what.plan',
  'approvePlan.office': 'waits.what.plan',
  'ownPlan.free': 'waits.what.plan',
  'ownPlan.manager': 'waits.what.plan',
  'ownPlan.managerAlone': 'waits.what.plan',
  'ownPlan.office': 'waits.what.plan',
  mendPlan: 'waits.what.plan',
  decideResult: 'waits.what.result',
  funder: 'waits.what.money',
  funderChecks: 'waits.what.moneyChecks',
  noDelegation: 'waits.what.money',
  hoursQuestion: 'waits.what.hoursQuestion',
  moneyQuestion: 'waits.what.moneyQuestion',
  outside: 'waits.what.outside',
  doerAsked: 'waits.what.doerAsked',
  driverAsked: 'waits.what.driverAsked',
  ownerAsked: 'waits.what.ownerAsked',
};

/** What is to be done now, in a sentence for this reader. One or none. */
export function taskText(reading: Reading): { text: string }[] {
  const { context, idea, theirTurn } = reading;
  if (!idea.waiting) return [];
  const task = taskOf(reading, idea.waiting);
  const key = theirTurn ? (`waits.task.${task}` as const) : seenByOthers[task];
  return key ? [{ text: context.t(key, valuesOf(reading)) }] : [];
}

function taskOf(reading: Reading, waiting: Waiting): TaskText {
  const { idea, reader } = reading;
  if (isDecidedOutside(idea, waiting)) return 'outside';
  if (waiting.for === 'funder' && reader.roles.has('noter')) return 'noDelegation';
  if (waiting.for === 'funder' && waitsForChecks(idea)) return 'funderChecks';
  switch (waiting.for) {
    case 'deciders':
      return decidersTask(reading);
    case 'driver':
      return idea.driver?.accepted ? drivingTask(reading) : 'driverAsked';
    case 'doer':
      return idea.doer?.accepted ? 'doer' : 'doerAsked';
    case 'owner':
      return idea.owner?.accepted ? 'owner' : 'ownerAsked';
    case 'funder':
    case 'submitter':
      return waiting.for;
  }
}

function decidersTask(reading: Reading): TaskText {
  const { idea } = reading;
  if (idea.stage === 'submitted') return 'deciders';
  if (idea.stage === 'scaling') return 'nameOwner';
  if (!idea.driver) return 'nameDriver';
  if (idea.stage === 'piloting') return 'decideResult';
  if (idea.stage === 'planning') return isReady(idea) && !waitsForTicks(idea) ? approving(reading) : 'mendPlan';
  return 'deciders';
}

/** What follows when the plan is approved: the test, or the question of its money and to whom. */
function approving({ context, idea, reader }: Reading): TaskText {
  if ((idea.answers.end ?? '') < context.today) return 'mendPlan';
  const cost = costOf(idea) ?? 0;
  // Whoever drives it has nothing to approve.
  const task = reader.roles.has('driver') ? 'ownPlan' : 'approvePlan';
  if (isFree(idea)) return `${task}.free`;
  const place = willFund(context, idea, cost);
  return place ? ofPlace(context, `${task}.manager`, place) : `${task}.office`;
}

function drivingTask(reading: Reading): TaskText {
  const { idea, reader } = reading;
  const ready = isReady(idea);
  if (idea.question?.backTo === 'funder') return costOf(idea) === 0 ? 'hoursQuestion' : 'moneyQuestion';
  if (asksForTheSame(idea)) return declinedOf(idea)?.amount === 0 ? 'hoursDeclined' : 'moneyDeclined';
  if (idea.stage === 'planning' && ready && waitsForTicks(idea))
    return reader.roles.has('decider') ? 'planningChecksOwn' : 'planningChecks';
  if (idea.stage === 'planning' && ready && reader.roles.has('decider') && !needsOtherYes(idea))
    return approving(reading);
  if (idea.stage === 'planning') return ready ? 'planningReady' : 'planning';
  if (idea.stage === 'piloting') return ready ? 'pilotingReady' : 'piloting';
  return ready ? 'exploringReady' : 'exploring';
}

function valuesOf(reading: Reading): Values {
  const { context, idea } = reading;
  const { start = context.today } = idea.answers;
  const hasPassed = start < context.today;
  const cost = idea.money?.asked ?? costOf(idea) ?? 0;
  return {
    start: dayText(hasPassed ? context.today : start, context.language, context.today),
    amount: resourcesText(
      context,
      idea.money ? askedIn(idea.money) : ((asksForTheSame(idea) ? declinedOf(idea) : undefined) ?? takenBy(idea)),
    ),
    department: shortPlaceName(context, willFund(context, idea, cost) ?? { department: idea.department }),
    office: officeName(context),
    delegation: delegationOf(context, idea),
    hours: context.settings.leadingHours,
    who: funderNames(context, idea),
  };
}
