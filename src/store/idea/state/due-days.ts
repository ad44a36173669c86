import { checkedUntil } from '../../../domain/idea/deciding/checks.js';
import { opinionsEndOn } from '../../../domain/idea/deciding/opinions.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { successorAsked } from '../../../domain/idea/people/successor.js';
import { isOpenToEverybody } from '../../../domain/idea/reading/visibility.js';
import { remindBetterOn } from '../../../domain/idea/use/adoption.js';
import { goesOnAt, nextFollowUp, remindFollowUpOn } from '../../../domain/idea/use/in-use.js';
import { askProgressOn, remindAgainOn, tellDelayOn } from '../../../domain/idea/waiting/silence.js';
import { addDays, type Day } from '../../../domain/time.js';
import * as keys from '../../keys.js';

/** What time brings an idea: the domain's command for it, and for an adoption whose. */
export type DueKind =
  | 'remind'
  | 'escalate'
  | 'remindAgain'
  | 'tellDelay'
  | 'askProgress'
  | 'lookHalfWay'
  | 'comeBack'
  | 'endRest'
  | 'askFollowUp'
  | 'remindFollowUp'
  | 'askImprovement'
  | 'endProposal'
  | 'endWaking'
  | 'lapseTakingOver'
  | 'remindChecks'
  | 'endOpinions'
  | `checkAdoption.${string}`
  | `remindBetter.${string}`
  | `lapseJoining.${string}`;

/** The days on which the clock has something to do with an idea. A pure function of the idea: what is done is not due any more. */
export function dueDays(idea: Idea): [DueKind, Day][] {
  const { waiting, answerBy, reminded, escalated, test, ending, adoptions, stage } = idea;
  const { proposal, woken, askedColleagues = [] } = idea;
  const [asked, checked] = [successorAsked(idea), checkedUntil(idea)];
  const due: [DueKind, Day | undefined][] = [
    ['remind', waiting && answerBy && !reminded ? addDays(answerBy, 1) : undefined],
    ['escalate', waiting && answerBy && reminded && !escalated ? addDays(answerBy, 1) : undefined],
    ['remindAgain', remindAgainOn(idea)],
    ['tellDelay', tellDelayOn(idea)],
    ['askProgress', askProgressOn(idea)],
    ['lookHalfWay', stage === 'piloting' ? test?.halfWay : undefined],
    ['comeBack', stage === 'closed' ? ending?.tryAgainOn : undefined],
    ['endRest', idea.restsUntil],
    ['askFollowUp', nextFollowUp(idea)],
    ['remindFollowUp', remindFollowUpOn(idea)],
    ['askImprovement', stage === 'inUse' && isOpenToEverybody(idea) ? idea.improvement?.askOn : undefined],
    ['endProposal', proposal && addDays(proposal.until, 1)],
    ['endWaking', stage === 'closed' && woken && !woken.answered ? addDays(woken.until, 1) : undefined],
    ['lapseTakingOver', asked && addDays(asked.until, 1)],
    ['remindChecks', checked && addDays(checked, 1)],
    ['endOpinions', opinionsEndOn(idea)],
    ...askedColleagues.map(({ person, until }): [DueKind, Day] => [`lapseJoining.${person}`, addDays(until, 1)]),
    ...Object.entries(adoptions)
      .filter(([, { status }]) => goesOnAt(stage, status))
      .flatMap(([department, adoption]): [DueKind, Day | undefined][] => [
        [keys.checkAdoptionKind(department), adoption.checkOn],
        [`remindBetter.${department}`, remindBetterOn(adoption)],
      ]),
  ];
  return due.filter((entry): entry is [DueKind, Day] => entry[1] !== undefined);
}
