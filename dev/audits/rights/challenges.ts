import { challengeStages } from '../../../src/domain/challenge/challenge.js';
import { type ChallengeCommandType, challengeRules } from '../../../src/domain/challenge/commands.js';
import type { ChallengeRole } from '../../../src/domain/challenge/policy.js';

/** What each command is called in the document; the compiler names one that is missing. */
const named: { readonly [T in ChallengeCommandType]: string } = {
  proposeChallenge: 'publish one',
  acceptOwnership: 'say yes to owning it',
  declineOwnership: 'say no to owning it',
  nameChallengeOwner: 'name who is to own it',
  tellResult: 'tell how it turned out',
  withdrawChallenge: 'take it back',
  takePart: 'say that their department takes part',
  leavePart: 'say that it does no more',
  takeDownOutside: 'take down an answer from outside',
  correctOutside: 'correct an answer from outside',
  hideChallenge: 'hide its words',
  showChallenge: 'show its words again',
  bringNext: 'close it, remind, end it',
  handBackChallenge: 'find that its owner has left',
};

const columns: Readonly<Record<ChallengeRole, string>> = {
  publisher: 'Who published it',
  asked: 'Asked to own it',
  owner: 'Owner',
  decider: 'Who decides',
  speaker: 'Speaks for another department',
  taker: 'Took down that answer, and decides',
  clock: 'Time',
};

/** Who may do what with a challenge, and in which stages, by the domain's own table. */
export function challengeTable(): string[] {
  const roles = Object.keys(columns) as ChallengeRole[];
  const types = Object.keys(named) as ChallengeCommandType[];
  return [
    `| With a challenge | ${roles.map((role) => columns[role]).join(' | ')} | While it is |`,
    `|---|${roles.map(() => ':-:').join('|')}|---|`,
    ...types
      .filter((type) => challengeRules[type].from.length > 0)
      .map((type) => {
        const { by, from } = challengeRules[type];
        const cells = roles.map((role) => (by.includes(role) ? '**yes**' : '–'));
        const stages = challengeStages.every((stage) => from.includes(stage)) ? 'any' : from.join(', ');
        return `| ${named[type]} | ${cells.join(' | ')} | ${stages} |`;
      }),
  ];
}
