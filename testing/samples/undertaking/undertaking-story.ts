import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';
import type { UndertakingCommand } from '../../../src/domain/undertaking/commands.js';
import {
  decideUndertaking,
  type UndertakingActor,
  type UndertakingSetting,
} from '../../../src/domain/undertaking/decide.js';
import type { UndertakingEvent } from '../../../src/domain/undertaking/events.js';
import { evolveUndertaking } from '../../../src/domain/undertaking/evolve.js';
import type { Undertaking } from '../../../src/domain/undertaking/undertaking.js';

/** An undertaking from the day on which a leader adds it, as those who keep it move it and finish it. */

export const UNDERTAKING_ID = '0ACT1V';

/** At eight in the morning, in Sweden, of a day. */
export const on = (day: string): UndertakingSetting => ({
  ...{ now: `${day}T07:00:00.000Z`, timeZone: 'Europe/Stockholm', calendar: alwaysOpen },
});
export const addedOn = on('2026-11-16');

export const adder: UndertakingActor = { ref: 'pLEADER', roles: new Set(['adder', 'keeper'] as const), mayAdd: true };
export const keeper: UndertakingActor = { ref: 'pMANAGER', roles: new Set(['keeper'] as const), mayAdd: true };
export const office: UndertakingActor = { ref: 'pOFFICE', roles: new Set(['office'] as const) };
export const anybody: UndertakingActor = { ref: 'pANYBODY', roles: new Set() };
export const clock: UndertakingActor = { ref: 'clock', roles: new Set(['clock'] as const) };

export const WHAT = 'Svara på alla idéer inom två veckor.';
export const WHO = 'Enhetscheferna';

export const adds = (until = '2027-06-15', words = { what: WHAT, who: WHO }): UndertakingCommand => ({
  ...{ type: 'addUndertaking', data: { department: 'VOO', until }, words },
});
export const finishes = (result?: string): UndertakingCommand => ({
  ...{ type: 'finishUndertaking', data: {}, words: result === undefined ? {} : { result } },
});
export const moves = (until = '2027-10-01', why = 'Systemet kommer först i augusti.'): UndertakingCommand => ({
  ...{ type: 'moveUndertaking', data: { until }, words: { why } },
});
export const drops = (why = 'Det görs i hela kommunen.'): UndertakingCommand => ({
  ...{ type: 'dropUndertaking', data: {}, words: { why } },
});
export const hides: UndertakingCommand = { type: 'hideUndertaking', data: {}, words: {} };
export const shows: UndertakingCommand = { type: 'showUndertaking', data: {}, words: {} };
export const passes: UndertakingCommand = { type: 'bringNext', data: {}, words: {} };

export type UndertakingStep = readonly [UndertakingActor, UndertakingCommand, UndertakingSetting?];

/** What these steps have made, and the events; each must be one that may be taken. */
export function undertakingAfter(...steps: readonly UndertakingStep[]): {
  undertaking: Undertaking;
  events: UndertakingEvent[];
} {
  const events: UndertakingEvent[] = [];
  let undertaking: Undertaking | undefined;
  for (const [actor, command, setting = addedOn] of steps) {
    const decided = decideUndertaking(command, undertaking, actor, setting);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    events.push(decided.value);
    undertaking = evolveUndertaking(undertaking, decided.value, UNDERTAKING_ID);
  }
  if (!undertaking) throw new Error('Nothing happened');
  return { undertaking, events };
}

export const planned = (): Undertaking => undertakingAfter([adder, adds()]).undertaking;
