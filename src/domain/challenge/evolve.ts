import type { Day } from '../time.js';
import type { Challenge } from './challenge.js';
import type { ChallengeEvent } from './events.js';
import { withAnswer, withCorrection } from './outside.js';

/** The challenge after an event. `id` names the one that a first event creates. */
export function evolveChallenge(before: Challenge | undefined, event: ChallengeEvent, id = before?.id): Challenge {
  if (!id) throw new Error('The first event needs the id of its challenge');
  if (!before) return begun(id, event);
  const after: Challenge = { ...changed(before, event), seq: event.seq, changedAt: event.at };
  return isNewVersion(before, after) ? { ...after, decisionVersion: before.decisionVersion + 1 } : after;
}

/** The challenge that these events have made. */
export const replayChallenge = (id: string, events: readonly ChallengeEvent[]): Challenge | undefined =>
  events.reduce<Challenge | undefined>((challenge, event) => evolveChallenge(challenge, event, id), undefined);

function begun(id: string, event: ChallengeEvent): Challenge {
  if (event.type !== 'challengeProposed' || event.by === 'clock')
    throw new Error(`A challenge begins by being proposed by somebody, not by ${event.type}`);
  const { seq, at, day, by, data, words } = event;
  const { opens: _, ...stands } = data;
  return {
    ...{ id, seq, decisionVersion: 1, stage: data.owner.accepted ? 'open' : 'proposed', publisher: by },
    ...stands,
    ...{ words, proposedOn: day, ownerAskedOn: day, changedAt: at },
    ...(data.owner.accepted && { openedOn: day }),
  };
}

/** What an event makes of it, beside its number and its time. */
function changed(challenge: Challenge, event: ChallengeEvent): Challenge {
  switch (event.type) {
    case 'challengeProposed':
      throw new Error('A challenge is proposed once');
    case 'ownershipAccepted':
      return owned(
        { ...challenge, ...daysIn(event.data) },
        challenge.owner && { person: challenge.owner.person, accepted: true },
        event.day,
      );
    case 'ownershipDeclined':
    case 'ownerGone':
      return withoutOwner(challenge);
    case 'ownerNamed': {
      const { owner } = event.data;
      return owned({ ...challenge, ...daysIn(event.data), ownerAskedOn: event.day }, owner, event.day);
    }
    case 'ownerReminded':
    case 'resultReminded':
      return { ...challenge, reminded: true };
    case 'resultLate':
      return { ...challenge, escalated: true };
    case 'challengeLapsed':
      return { ...challenge, stage: 'lapsed' };
    case 'answersClosed':
      return { ...withoutReminder(challenge), stage: 'answered' };
    case 'resultTold':
      return { ...challenge, stage: 'told', words: { ...challenge.words, ...event.words } };
    case 'leftUntold':
      return { ...challenge, stage: 'untold' };
    case 'challengeWithdrawn':
      return { ...challenge, stage: 'withdrawn', words: { ...challenge.words, ...event.words } };
    case 'partTaken': {
      const { department } = event.data;
      // Only people say so, of their own department.
      return event.by === 'clock'
        ? challenge
        : { ...challenge, takingPart: { ...challenge.takingPart, [department]: event.by } };
    }
    case 'partLeft': {
      const { [event.data.department]: _, ...takingPart } = challenge.takingPart ?? {};
      return { ...challenge, takingPart };
    }
    case 'outsideAnswered':
      return { ...challenge, outside: withAnswer(challenge, event.data.buys === true) };
    case 'outsideCorrected':
      return { ...challenge, outside: withCorrection(challenge, event.data.buys === true) };
    case 'challengeHidden':
      return { ...challenge, hidden: true };
    case 'challengeShown': {
      const { hidden: _, ...shown } = challenge;
      return shown;
    }
  }
}

const daysIn = ({ answerBy, resultBy }: Pick<Challenge, 'answerBy' | 'resultBy'>) => ({ answerBy, resultBy });

/** With whoever is asked to own it, or does: then it is open, unless it has been. */
function owned(challenge: Challenge, owner: Challenge['owner'], day: Day): Challenge {
  if (!owner) return challenge;
  // A reminder of the result goes on counting: that was of no one person.
  const asked = challenge.stage === 'proposed' ? withoutReminder(challenge) : challenge;
  return {
    ...asked,
    owner,
    ...(asked.stage === 'proposed' && owner.accepted && { stage: 'open' as const, openedOn: day }),
  };
}

function withoutOwner(challenge: Challenge): Challenge {
  const { owner: _, ...left } = challenge;
  return left;
}

function withoutReminder(challenge: Challenge): Challenge {
  const { reminded: _, ...left } = challenge;
  return left;
}

/** What somebody decides on when they press a button of its card. */
const decidedOn = ({ stage, owner, answerBy, resultBy }: Challenge): string =>
  JSON.stringify([stage, owner?.person, owner?.accepted, answerBy, resultBy]);

const isNewVersion = (before: Challenge, after: Challenge): boolean => decidedOn(before) !== decidedOn(after);
