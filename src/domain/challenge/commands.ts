import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { RecordCommand, RecordRule } from '../record-decision.js';
import type { Challenge, ChallengeStage } from './challenge.js';
import { unendedStages } from './challenge.js';
import type { ChallengeRole } from './policy.js';
import type { ChallengeWordKey, ChallengeWords } from './words.js';

/** What a command holds beside its words. */
export interface ChallengeCommandData {
  /** `owner`: who is asked to own it; whoever publishes may name themself. */
  proposeChallenge: Pick<Challenge, 'department' | 'offers' | 'goal' | 'answerBy' | 'resultBy'> & { owner: PersonRef };
  acceptOwnership: NoData;
  declineOwnership: NoData;
  nameChallengeOwner: { owner: PersonRef };
  tellResult: NoData;
  withdrawChallenge: NoData;
  takePart: { department: string };
  leavePart: { department: string };
  /** What an organisation outside has answered. `buys`: something may come to be bought. */
  takeDownOutside: { buys?: true };
  /** `answer`: which one, by its event's number; `correction`: of its last correction, as whoever corrects it has read it. */
  correctOutside: { answer: number; correction?: number; buys?: true };
  hideChallenge: NoData;
  showChallenge: NoData;
  /** What comes of itself. */
  bringNext: NoData;
  /** Whoever owns it, or is asked to, does not work here any more. */
  handBackChallenge: { owner: PersonRef };
}

export type ChallengeCommandType = keyof ChallengeCommandData;

export type ChallengeCommand = RecordCommand<ChallengeCommandData, ChallengeWords>;

/** Who may give a command, in which stages, and in which words. */
export type ChallengeRule = RecordRule<Challenge, ChallengeRole, ChallengeWordKey>;

const everywhere: readonly ChallengeStage[] = [...unendedStages, 'told', 'untold', 'withdrawn', 'lapsed'];

/** Nobody becomes an owner without their yes; and an owner who does not answer stops nothing: those who decide may do all that an owner may. */
export const challengeRules: { readonly [T in ChallengeCommandType]: ChallengeRule } = {
  proposeChallenge: {
    ...{ from: [], by: [], sameVersion: false },
    words: { title: 'optional', problem: 'required', tried: 'optional' },
  },
  acceptOwnership: { from: unendedStages, by: ['asked'], sameVersion: true, words: {} },
  declineOwnership: { from: unendedStages, by: ['asked'], sameVersion: true, words: { reason: 'optional' } },
  nameChallengeOwner: { from: unendedStages, by: ['publisher', 'decider'], sameVersion: true, words: {} },
  tellResult: {
    from: ['answered', 'untold'],
    by: ['owner', 'decider'],
    sameVersion: true,
    words: { result: 'required' },
  },
  withdrawChallenge: {
    ...{ from: unendedStages, by: ['publisher', 'owner', 'decider'], sameVersion: true },
    words: { reason: 'optional' },
  },
  takePart: { from: ['open', 'answered'], by: ['speaker'], sameVersion: false, words: {} },
  leavePart: { from: ['open', 'answered'], by: ['speaker'], sameVersion: false, words: {} },
  takeDownOutside: {
    ...{ from: ['open', 'answered'], by: ['owner', 'decider'], sameVersion: false },
    words: { organisation: 'required', proposal: 'required' },
  },
  correctOutside: {
    ...{ from: ['open', 'answered'], by: ['owner', 'taker'], sameVersion: false },
    words: { organisation: 'required', proposal: 'required' },
  },
  hideChallenge: { from: everywhere, by: ['decider'], sameVersion: false, words: {} },
  showChallenge: { from: everywhere, by: ['decider'], sameVersion: false, words: {} },
  bringNext: { from: unendedStages, by: ['clock'], sameVersion: false, words: {} },
  handBackChallenge: { from: unendedStages, by: ['clock'], sameVersion: false, words: {} },
};
