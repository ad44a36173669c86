import type { Challenge } from '../../../src/domain/challenge/challenge.js';
import type { ChallengeCommand, ChallengeCommandData } from '../../../src/domain/challenge/commands.js';
import { type ChallengeActor, type ChallengeSetting, decideChallenge } from '../../../src/domain/challenge/decide.js';
import type { ChallengeEvent } from '../../../src/domain/challenge/events.js';
import { evolveChallenge } from '../../../src/domain/challenge/evolve.js';
import type { OutsideAnswer } from '../../../src/domain/challenge/outside.js';
import type { ChallengeWords } from '../../../src/domain/challenge/words.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';

/** A challenge from its publication on, as those who take part in it. */

export const CHALLENGE_ID = 'CHA123';

/** At eight in the morning, in Sweden, of a day. */
export const on = (day: string): ChallengeSetting => ({
  ...{ now: `${day}T07:00:00.000Z`, timeZone: 'Europe/Stockholm', calendar: alwaysOpen },
});
export const publishedOn = on('2026-11-16');

export const publisher: ChallengeActor = {
  ...{ ref: 'pLEADER', roles: new Set(['publisher', 'decider'] as const), mayPublish: true },
};
export const decider: ChallengeActor = { ref: 'pOFFICE', roles: new Set(['decider']) };
export const asked: ChallengeActor = { ref: 'pOWNER', roles: new Set(['asked']) };
export const owner: ChallengeActor = { ref: 'pOWNER', roles: new Set(['owner']) };
/** Leads another department. */
export const speaker: ChallengeActor = { ref: 'pSPEAKER', roles: new Set(['speaker']), speaksFor: ['MIL'] };
export const anybody: ChallengeActor = { ref: 'pANYBODY', roles: new Set() };
export const clock: ChallengeActor = { ref: 'clock', roles: new Set(['clock']) };

export const propose = (
  data: Partial<ChallengeCommandData['proposeChallenge']> = {},
  words: ChallengeWords = {},
): ChallengeCommand => ({
  type: 'proposeChallenge',
  data: {
    ...{ department: 'VOO', owner: 'pOWNER', offers: { time: true, money: 50_000 } },
    ...{ answerBy: '2026-12-14', resultBy: '2027-01-25' },
    ...data,
  },
  words: { problem: 'Måltiderna blir kalla på väg till dem som bor längst bort. Det gäller 40 personer.', ...words },
});

export const accepts: ChallengeCommand = { type: 'acceptOwnership', data: {}, words: {} };
export const declines: ChallengeCommand = {
  ...{ type: 'declineOwnership', data: {}, words: { reason: 'Jag byter tjänst i januari.' } },
};
export const names = (person: string): ChallengeCommand => ({
  ...{ type: 'nameChallengeOwner', data: { owner: person }, words: {} },
});
export const tells: ChallengeCommand = {
  ...{
    type: 'tellResult',
    data: {},
    words: { result: 'Vi testar värmelådor i två turer. Mikrovågsugnar blev för dyra.' },
  },
};
export const withdraws = (reason?: string): ChallengeCommand => ({
  ...{ type: 'withdrawChallenge', data: {}, words: reason === undefined ? {} : { reason } },
});
export const takesDown = (words: ChallengeWords = {}, data: { buys?: true } = {}): ChallengeCommand => ({
  type: 'takeDownOutside',
  data,
  words: {
    organisation: 'Föreningen Varm mat',
    proposal: 'Vi lånar ut lådor som håller maten varm i två timmar.',
    ...words,
  },
});
/** Puts an answer right, by the number of the event that took it down. */
export const corrects = (
  answer: number,
  words: ChallengeWords = {},
  data: { correction?: number; buys?: true } = {},
): ChallengeCommand => ({
  type: 'correctOutside',
  data: { answer, ...data },
  words: {
    organisation: 'Föreningen Varma mål',
    proposal: 'Vi lånar ut lådor som håller maten varm i tre timmar.',
    ...words,
  },
});
/** An answer as `takesDown` has it. */
export const takenDown = (more: Partial<OutsideAnswer> = {}): OutsideAnswer => ({
  ...{ seq: 3, day: '2026-11-16', buys: false, words: takesDown().words },
  ...more,
});
/** The day of publication, with the answer that is to be corrected. */
export const correcting = (answer: OutsideAnswer | undefined): ChallengeSetting => ({ ...publishedOn, answer });
export const hides: ChallengeCommand = { type: 'hideChallenge', data: {}, words: {} };
export const shows: ChallengeCommand = { type: 'showChallenge', data: {}, words: {} };
export const takesPart: ChallengeCommand = { type: 'takePart', data: { department: 'MIL' }, words: {} };
export const leavesPart: ChallengeCommand = { type: 'leavePart', data: { department: 'MIL' }, words: {} };
export const passes: ChallengeCommand = { type: 'bringNext', data: {}, words: {} };
export const handsBack = (person: string): ChallengeCommand => ({
  ...{ type: 'handBackChallenge', data: { owner: person }, words: {} },
});

export type ChallengeStep = readonly [ChallengeActor, ChallengeCommand, ChallengeSetting?];

/** What these steps have made, and the events; each must be one that may be taken. */
export function challengeAfter(...steps: readonly ChallengeStep[]): { challenge: Challenge; events: ChallengeEvent[] } {
  const events: ChallengeEvent[] = [];
  let challenge: Challenge | undefined;
  for (const [actor, command, setting = publishedOn] of steps) {
    const decided = decideChallenge(command, challenge, actor, setting);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    events.push(decided.value);
    challenge = evolveChallenge(challenge, decided.value, CHALLENGE_ID);
  }
  if (!challenge) throw new Error('Nothing happened');
  return { challenge, events };
}

export const proposed = (): Challenge => challengeAfter([publisher, propose()]).challenge;
export const open = (): Challenge => challengeAfter([publisher, propose()], [asked, accepts]).challenge;
export const answered = (): Challenge =>
  challengeAfter([publisher, propose()], [asked, accepts], [clock, passes, on('2026-12-15')]).challenge;
